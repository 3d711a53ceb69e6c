import Glibc
import ListModel

/// catalog.image: the catalog as the screen maps it.
///
/// It is made from the database after a sync and replaced only by rename, so that whoever has
/// the old one mapped keeps it whole. It is not brought to the disk at once: what a power cut
/// leaves of it is too short, is recognised by its length, and is made again.
struct ProjectionFile {
  let path: String

  /// Maps the file; nil if there is none that this version can use.
  ///
  /// Reads at most the section table.
  func map() -> CatalogImage? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard let image = CatalogImage(mapping: descriptor), image.isWhole else { return nil }
    return image
  }

  /// Puts a catalog in the file's place, with all that is derived from its texts.
  ///
  /// These are mapped from a file of their own for that, which goes again, for the new file holds them
  /// folded. Both they and what is derived are given up as soon as they are no longer needed: so they
  /// are in memory but once, and not all together.
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
      try growing.derive(from: scratch.contents)
      try growing.writeTable()
    }
  }
}
