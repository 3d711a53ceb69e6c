import GitProcess
import ListHistory
import ListModel

/// The text of a followed page, as of the last sync.
public struct PageTextSource {
  /// `source/page`, or the source's name if it is itself a page.
  public let name: String
  /// The path for `PageReader`.
  public let path: String
  /// Reads the bytes; nil if they are gone.
  public let read: () -> [UInt8]?
}

extension Library {
  /// Returns the pages of followed sources, in the order of the sources, to be read on demand.
  ///
  /// A list followed by its history has the newest version of its files, translated to Markdown if
  /// necessary; a catalogue in a clone has the pages of its newest commit; a local source has its
  /// current files. Nothing is fetched. Opens the database, and starts git once for each page of a
  /// catalogue in a clone.
  public func pageTexts() throws(LibraryError) -> [PageTextSource] {
    let lock = try LibraryLock(files)
    defer { withExtendedLifetime(lock) {} }
    let (database, _) = try CatalogDatabase.open(at: files.database)
    var texts: [PageTextSource] = []
    for source in try database.sources() {
      let pages = try database.pages(of: source.id)
      if let stored = try database.history(of: source.id) {
        guard let tracker = HistoryTracker(state: stored.state, today: clock().day ?? .latest),
          let page = pages.first
        else { continue }
        texts += Self.texts(of: tracker, source: source.name, list: page.list)
      } else if source.name.utf8.first == UInt8(ascii: "/") {
        texts += Self.localTexts(of: source.name, pages)
      } else {
        texts += clonedTexts(of: source.name, pages)
      }
    }
    return texts
  }

  private static func texts(
    of tracker: HistoryTracker, source: String, list: ListID
  ) -> [PageTextSource] {
    tracker.files.indices.map { file in
      let text = tracker.text(ofFile: file)
      return PageTextSource(
        name: source + "/" + tracker.files[file], path: "/\(list.path)/README.md",
        read: { text })
    }
  }

  private static func localTexts(of source: String, _ pages: [PageRecord]) -> [PageTextSource] {
    pages.map { page in
      let path = page.path.isEmpty ? source : source + "/" + page.path
      return PageTextSource(name: path, path: path, read: { try? PageBytes.read(path) })
    }
  }

  private func clonedTexts(of source: String, _ pages: [PageRecord]) -> [PageTextSource] {
    guard let clone = clone(of: source), let tip = try? clone.head(),
      let files = try? clone.files(at: tip)
    else { return [] }
    let blobs = Dictionary(files.map { ($0.path.text, $0.id) }) { first, _ in first }
    return pages.compactMap { page in
      blobs[page.path].map { blob in
        PageTextSource(
          name: source + "/" + page.path, path: "/" + page.path,
          read: { bytes(of: blob, in: clone) })
      }
    }
  }
}
