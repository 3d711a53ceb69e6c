public import BookmarkFormats
public import ListModel
internal import SQLiteDatabase

/// buku's database, read in place and never written.
///
/// It has one table, `bookmarks`: URL, metadata (the title), tags between commas, desc (the note).
public enum BukuFile {
  /// Returns whether a file begins as every SQLite database does.
  public static func recognizes(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "SQLite format 3\0".utf8)
  }

  /// Reads all bookmarks, by their numbers; a refused one has its number as its line.
  ///
  /// A file in which `bookmarks` is not a plain table is refused: a view or a virtual table could run
  /// anything.
  public static func read(
    at path: String, now: Timestamp
  ) throws(BookmarkFormatError) -> ImportedBookmarks {
    var rows = RowCollector(now: now)
    do {
      let connection = try Connection(path: path, access: .readOnly)
      try connection.execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
      try connection.transaction(writes: false) { db in
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

  private static func isPlainTable(_ db: Connection) throws -> Bool {
    let isTable = try db.statement(
      "SELECT type, sql FROM sqlite_master WHERE lower(name) = 'bookmarks'"
    ).first { row -> Bool? in
      guard let type: String = row.value(0), let sql: String = row.value(1) else { return false }
      return type == "table" && sql.uppercased().hasPrefix("CREATE TABLE")
    }
    guard isTable == true else { return false }
    let names = try db.statement(
      "SELECT name FROM pragma_table_xinfo('bookmarks') WHERE hidden = 0"
    )
    .map { row in (row.value(0) ?? "").lowercased() }
    return Set(["id", "url", "metadata", "tags", "desc"]).isSubset(of: names)
  }

  private static func readRows(_ db: Connection, into rows: inout RowCollector) throws {
    try db.statement("SELECT id, URL, metadata, tags, desc FROM bookmarks ORDER BY id")
      .forEach { found in
        var row = BookmarkRow(url: found.value(1) ?? "", line: found.value(0) ?? 0)
        row.title = found.value(2) ?? ""
        row.tags = [found.value(3) ?? ""]
        row.note = found.value(4) ?? ""
        rows.add(row)
        return !rows.isFull
      }
  }
}
