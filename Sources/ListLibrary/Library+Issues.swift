import ListHistory
import ListModel

/// A problem in a followed source: reported, never thrown.
public struct SourceIssue: Equatable, Sendable {
  /// The location: `source/page:line`, or `list:commit` for a history.
  public var place: String
  /// The problem and how it was handled, in a sentence without a full stop.
  public var message: String
}

extension Library {
  /// Returns the problems in the pages and histories of followed sources, in order, as of the last
  /// sync.
  ///
  /// Opens the database and reads the stored trackers, which takes a few milliseconds for each list
  /// followed by its history.
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
