import Glibc
import ListModel

/// catalog.image: the catalog as the screen maps it.
///
/// It is built from the database after a sync and replaced only by rename, so processes that have
/// the old one mapped are not affected. It is not synced to disk: after a power cut an incomplete
/// file is recognised by its length and rebuilt.
struct ProjectionFile {
  let path: String

  /// Maps the file; nil if this version cannot use it or there is none.
  ///
  /// Reads at most the section table.
  func map() -> CatalogImage? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let image = CatalogImage(mapping: descriptor), image.isWhole else { return nil }
    return image
  }

  /// Replaces the file by a catalog and the sections derived from its texts.
  ///
  /// For this the original texts are mapped from a temporary file, because the new file has only
  /// folded ones. Texts and derived sections are released as soon as possible: they are in memory
  /// only once, and not all at the same time.
  func write(_ columns: consuming [SectionContent]) throws(LibraryError) {
    var columns = columns
    columns.reverse()
    try ReplacementFile.replace(path) { file throws(LibraryError) in
      let scratch = try ScratchFile(beside: path)
      var texts = GrowingImage(file: scratch.contents)
      var growing = GrowingImage(file: file)
      while let column = columns.popLast() {
        if column.section.isHeldFolded {
          try texts.append(column)
        } else {
          try growing.append(column)
        }
      }
      try texts.writeTable()
      try growing.writeTable()
      MallocHeaps.trim()
      try growing.derive(from: scratch.contents)
      try growing.writeTable()
    }
  }
}
