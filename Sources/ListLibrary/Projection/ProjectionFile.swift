import Glibc
import ListModel
import Synchronization

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

  /// Replaces the file by a catalog of lists and the sections derived from its texts.
  ///
  /// For this the original texts are mapped from a temporary file, because the new file has only
  /// folded ones. Texts and derived sections are released as soon as possible: they are in memory
  /// only once, and not all at the same time.
  func write(_ lists: consuming CatalogBuilder) throws(LibraryError) {
    let scratch = try ScratchFile(beside: path)
    let texts = BackgroundWork(writing: lists.takeTexts(), to: scratch.contents)
    texts.start()
    defer { texts.wait() }
    var columns = lists.sections.filter { !$0.section.isHeldFolded }
    try ReplacementFile.replace(path) { file throws(LibraryError) in
      var image = GrowingImage(file: file, inHugePages: true)
      try image.write(&columns)
      try texts.finish()
      MallocHeaps.trim()
      try image.derive(from: scratch.contents)
      try image.finish()
    }
  }
}

extension BackgroundWork<LibraryError> {
  /// Writes sections into the image of a file.
  fileprivate convenience init(writing sections: [SectionContent], to file: FileContents) {
    let sections = Mutex(sections)
    self.init { () throws(LibraryError) in
      var image = GrowingImage(file: file, inHugePages: false)
      try sections.withLock { sections throws(LibraryError) in try image.write(&sections) }
    }
  }
}
