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
    guard let image = CatalogImage(mapping: descriptor, inHugePages: true), image.isWhole else {
      return nil
    }
    return image
  }

  /// Replaces the file by the catalog of a database and the sections derived from its texts.
  ///
  /// For this the original texts are mapped from a temporary file, because the new file has only
  /// folded ones. Texts and derived sections are released as soon as possible: they are in memory
  /// only once, and not all at the same time.
  func write(_ database: CatalogDatabase) throws(LibraryError) {
    let scratch = try ScratchFile(beside: path)
    var (columns, texts) = try lists(of: database, textsIn: scratch.contents)
    try ReplacementFile.replace(path) { file throws(LibraryError) in
      var image = GrowingImage(file: file)
      try image.write(&columns)
      MallocHeaps.trim()
      try image.derive(from: texts)
      try image.finish()
    }
  }

  private func lists(
    of database: CatalogDatabase, textsIn scratch: FileContents
  ) throws(LibraryError) -> (columns: [SectionContent], texts: CatalogTexts) {
    let joined = try database.joinedLists(textsIn: scratch)
    let texts = try joined.texts.finish(joined.columns.textHeads)
    return (joined.columns.sections.filter { !$0.section.isHeldFolded }, texts)
  }
}
