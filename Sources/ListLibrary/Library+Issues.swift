import ListHistory
import ListModel

/// Something odd in what is followed: reported, never thrown.
public struct SourceIssue: Equatable, Sendable {
  /// The place: `source/page:line`, or `list:commit` for a history.
  public var place: String
  /// What was odd and how it was handled, in a sentence without a full stop.
  public var message: String
}

extension Library {
  /// Returns what was odd in the pages and histories of what is followed, in their order, as the
  /// last sync read them.
  ///
  /// Opens the database and reads what the trackers have stored, which takes a few milliseconds
  /// a list that is followed by its history.
  public func issues() throws(LibraryError) -> [SourceIssue] {
    let lock = try LibraryLock(files)
    defer { withExtendedLifetime(lock) {} }
    let (database, _) = try CatalogDatabase.open(at: files.database)
    var issues: [SourceIssue] = []
    for source in try database.sources() {
      for (path, issue) in try database.issues(of: source.id) {
        let page = path.isEmpty ? source.name : source.name + "/" + path
        issues.append(SourceIssue(place: "\(page):\(issue.line)", message: issue.message))
      }
      guard let stored = try database.history(of: source.id),
        let tracker = HistoryTracker(state: stored.state, today: clock().day ?? .latest),
        let page = try database.pages(of: source.id).first
      else { continue }
      issues += tracker.issues.map { issue in
        SourceIssue(
          place: "\(page.list.path):\(issue.commit.prefix(9))", message: issue.message)
      }
    }
    return issues
  }
}
