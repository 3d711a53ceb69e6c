public import ListHistory
public import ListModel

extension Library {
  /// What was odd in the histories of the lists that are followed by them, in their order.
  ///
  /// Opens the database and reads what the trackers have stored, which takes a few milliseconds
  /// a list.
  public func historyIssues() throws(LibraryError) -> [(list: ListID, issue: HistoryIssue)] {
    let lock = try LibraryLock(files)
    defer { withExtendedLifetime(lock) {} }
    let (database, _) = try CatalogDatabase.open(at: files.database)
    var issues: [(list: ListID, issue: HistoryIssue)] = []
    for source in try database.sources() {
      guard let stored = try database.history(of: source.id),
        let tracker = HistoryTracker(state: stored.state, today: clock().day),
        let page = try database.pages(of: source.id).first
      else { continue }
      issues += tracker.issues.map { (page.list, $0) }
    }
    return issues
  }
}
