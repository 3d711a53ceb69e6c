public import BookmarkFormats
internal import GRDB
public import ListModel

/// buku's database, read as it lies on the disk and never written.
///
/// It is one table, `bookmarks`: URL, metadata (the title), tags between commas, desc (the note).
public enum BukuDatabase {
  /// Whether a file begins as every SQLite database does.
  public static func recognizes(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "SQLite format 3\0".utf8)
  }

  /// Reads all bookmarks, by their numbers; a refused one bears its number as its line.
  ///
  /// A file in which `bookmarks` is no plain table is refused: a view or a virtual table could run
  /// anything.
  public static func read(
    at path: String, now: Timestamp, schemes: Set<String> = ["http", "https"]
  ) throws(BookmarkFormatError) -> ImportedBookmarks {
    var rows = RowCollector(schemes: schemes, now: now)
    do {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { db in
        guard try isPlainTable(db) else { throw UnknownSchema() }
        try readRows(db, into: &rows)
      }
    } catch is UnknownSchema {
      throw .malformed(line: 0, what: "a database, but not one of buku's")
    } catch {
      throw .malformed(line: 0, what: "buku's database cannot be read: \(error)")
    }
    return rows.result
  }

  private struct UnknownSchema: Error {}

  private static func isPlainTable(_ db: Database) throws -> Bool {
    let kind = try Row.fetchOne(
      db, sql: "SELECT type, sql FROM sqlite_master WHERE lower(name) = 'bookmarks'")
    guard let kind, let type: String = kind["type"], type == "table",
      let sql: String = kind["sql"], sql.uppercased().hasPrefix("CREATE TABLE")
    else { return false }
    let columns = try Row.fetchAll(db, sql: "PRAGMA table_xinfo(bookmarks)")
    let plain = columns.filter { $0["hidden"] == 0 }.compactMap { row -> String? in row["name"] }
    let wanted: Set = ["id", "url", "metadata", "tags", "desc"]
    return wanted.isSubset(of: Set(plain.map { $0.lowercased() }))
  }

  private static func readRows(_ db: Database, into rows: inout RowCollector) throws {
    let cursor = try Row.fetchCursor(
      db, sql: "SELECT id, URL, metadata, tags, desc FROM bookmarks ORDER BY id")
    while !rows.isFull, let found = try cursor.next() {
      func text(_ column: Int) -> String { String.fromDatabaseValue(found[column]) ?? "" }
      var row = BookmarkRow(url: text(1), line: Int.fromDatabaseValue(found[0]) ?? 0)
      row.title = text(2)
      row.tags = [text(3)]
      row.note = text(4)
      rows.add(row)
    }
  }
}
