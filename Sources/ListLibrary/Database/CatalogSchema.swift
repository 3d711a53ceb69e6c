import GRDB
import ListModel

/// The tables of catalog.sqlite, and how an older file is brought to them.
///
///     source   what is followed, in the order of follows.jsonl
///     page     a list as one source gives it: where, what tells a change, what went wrong
///     columns  the entries of a page, packed as the columns of the catalog
///     issue    what was odd in a page, by its line
///     history  what the tracker of a list goes on from, and which reader made it
///     reading  one row: which reader made the columns, and whether the projection has them all
///
/// Entries lie in one row a list and not in one each: a row an entry costs more time than to
/// parse it, and nothing asks for a single one. They are apart from `page`, so that a sync with
/// nothing new reads a few kilobytes.
enum CatalogSchema {
  /// Tells the reader of pages and the packing of its columns from earlier ones: what an older awl
  /// has read is read anew by the next sync.
  static var reader: Int64 {
    // The first number is raised when the reader finds other entries in the same page.
    let versions: [UInt32] =
      [6]
      + CatalogSection.allCases.filter { !$0.isDerived && !$0.isOptional }
      .flatMap { [$0.rawValue, $0.version] }
    return versions.withUnsafeBytes { fingerprint(of: $0) }
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: tables)
      try db.execute(sql: "INSERT INTO reading VALUES (?, 1)", arguments: [reader])
    }
    migrator.registerMigration("2") { db in try db.execute(sql: histories) }
    migrator.registerMigration("3") { db in try db.execute(sql: issues) }
    return migrator
  }

  private static let tables = """
    CREATE TABLE source (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      place INTEGER NOT NULL,
      kind TEXT NOT NULL,
      revision TEXT,
      checked INTEGER,
      failure TEXT
    ) STRICT;
    CREATE TABLE page (
      id INTEGER PRIMARY KEY,
      source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
      path TEXT NOT NULL,
      list TEXT NOT NULL,
      standing INTEGER NOT NULL,
      stamp INTEGER NOT NULL,
      fingerprint INTEGER NOT NULL,
      entries INTEGER NOT NULL,
      read INTEGER,
      failure TEXT,
      UNIQUE (source, path)
    ) STRICT;
    CREATE TABLE columns (
      page INTEGER PRIMARY KEY REFERENCES page ON DELETE CASCADE,
      image BLOB NOT NULL
    ) STRICT;
    CREATE TABLE reading (reader INTEGER NOT NULL, stale INTEGER NOT NULL) STRICT;
    """

  private static let histories = """
    CREATE TABLE history (
      page INTEGER PRIMARY KEY REFERENCES page ON DELETE CASCADE,
      reader INTEGER NOT NULL,
      state BLOB NOT NULL
    ) STRICT;
    """

  private static let issues = """
    CREATE TABLE issue (
      page INTEGER NOT NULL REFERENCES page ON DELETE CASCADE,
      line INTEGER NOT NULL,
      message TEXT NOT NULL
    ) STRICT;
    CREATE INDEX issue_page ON issue (page);
    """

  /// Prepares a statement for each table, which fails where a column is not there.
  static func check(_ db: Database) throws {
    for sql in [
      "SELECT \(SourceRecord.columns) FROM source", "SELECT \(PageRecord.columns) FROM page",
      "SELECT page, image FROM columns", "SELECT page, reader, state FROM history",
      "SELECT reader, stale FROM reading", "SELECT page, line, message FROM issue",
    ] {
      _ = try db.makeStatement(sql: sql)
    }
  }
}
