import ListModel
import SQLiteDatabase

extension CatalogDatabase {
  /// Returns the issues of a source's pages, with the path of each below the source.
  func issues(of source: Int64) throws(LibraryError) -> [(path: String, issue: ParseIssue)] {
    try read { db in
      try db.statement(
        """
        SELECT page.path, issue.line, issue.message FROM issue JOIN page ON page.id = issue.page
        WHERE page.source = ? ORDER BY page.path, issue.rowid
        """
      ).map([source]) { row in
        (row.value(0) ?? "", ParseIssue(line: row.value(1) ?? 0, message: row.value(2) ?? ""))
      }
    }
  }

  /// Stores the issues of a page.
  static func add(_ issues: [ParseIssue], ofPage page: Int64?, in db: Connection) throws {
    guard !issues.isEmpty else { return }
    let statement = try db.statement("INSERT INTO issue VALUES (?, ?, ?)")
    for issue in issues { try statement.run([page, issue.line, issue.message]) }
  }
}
