import ListModel
import SQLiteDatabase

/// The tables of catalog.sqlite, and the migrations of older files.
///
///     source   the followed sources, in the order of follows.jsonl
///     page     a list of one source: its path, what identifies a change, and failures
///     columns  the entries of a page, packed
enum CatalogSchema {
  /// The version of the page parser and the packing of its columns: pages read by an older awl are
  /// read again by the next sync.
  static var reader: Int64 {
    // The first number is raised when the parser finds other entries in the same page.
    let versions: [UInt32] =
      [7]
      + CatalogSection.allCases.filter { !$0.isDerived && !$0.isOptional }
      .flatMap { [$0.rawValue, $0.version] }
    return versions.withUnsafeBytes { fingerprint(of: $0) }
  }

  /// The migrations from each version of the tables to the next, by the names under which the file
  /// records them.
  private static let migrations = [("1", tables), ("2", histories), ("3", issues)]

  /// Migrates the tables to this version; throws `NewerSchema` if a newer awl has changed them.
  ///
  /// Migrations are recorded in a table, named as by the library that awl 0.1 used.
  static func migrate(_ db: Connection) throws {
    try db.transaction(writes: true) { db in
      try db.execute(
        "CREATE TABLE IF NOT EXISTS grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      let done = try db.statement("SELECT identifier FROM grdb_migrations").map { row in
        row.value(0) ?? ""
      }
      guard done.allSatisfy({ name in migrations.contains { $0.0 == name } }) else {
        throw NewerSchema()
      }
      for (name, script) in migrations where !done.contains(name) {
        try db.execute(script)
        try db.statement("INSERT INTO grdb_migrations VALUES (?)").run([name])
      }
      guard done.isEmpty else { return }
      try db.statement("INSERT INTO reading VALUES (?, 1)").run([reader])
    }
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

  /// Prepares a statement for each table, which fails if a column is missing.
  static func check(_ db: Connection) throws {
    for sql in [
      "SELECT \(SourceRecord.columns) FROM source", "SELECT \(PageRecord.columns) FROM page",
      "SELECT page, image FROM columns", "SELECT page, reader, state FROM history",
      "SELECT reader, stale FROM reading", "SELECT page, line, message FROM issue",
    ] {
      _ = try db.statement(sql)
    }
  }
}
