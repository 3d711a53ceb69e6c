import ListHistory
public import ListModel

extension Library {
  /// Returns the entries that had a link once, and have another one now, with their lists.
  ///
  /// Only lists followed by their history know former links. Opens the database and reads the
  /// stored trackers, which takes a few milliseconds for each list with the link.
  public func entries(
    onceWith link: String
  ) throws(LibraryError) -> [(list: ListID, entry: Entry)] {
    let key = LinkKey(link)
    var found: [(list: ListID, entry: Entry)] = []
    try forEachHistory { page, state in
      guard HistoryTracker.mayHold(key, inState: state),
        let tracker = HistoryTracker(state: state, today: clock().day ?? .latest)
      else { return }
      found += tracker.entries(onceWith: key).map { (page.list, $0) }
    }
    return found
  }

  /// Calls `body` for each list followed by its history, with its stored tracker.
  private func forEachHistory(
    _ body: (PageRecord, [UInt8]) -> Void
  ) throws(LibraryError) {
    let lock = try LibraryLock(files)
    defer { withExtendedLifetime(lock) {} }
    let (database, _) = try CatalogDatabase.open(at: files.database)
    for source in try database.sources() {
      guard let stored = try database.history(of: source.id),
        let page = try database.pages(of: source.id).first
      else { continue }
      body(page, stored.state)
    }
  }
}
