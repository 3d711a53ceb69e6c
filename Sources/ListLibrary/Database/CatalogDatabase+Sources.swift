import GRDB
import ListModel

extension CatalogDatabase {
  /// Makes the sources those that are followed, in their order; lists of others go.
  func keepSources(_ names: [String]) throws(LibraryError) {
    let known = try sources().map(\.name)
    guard !known.elementsEqual(names, by: { $0.utf8.elementsEqual($1.utf8) }) else { return }
    try write { db in
      for name in known where !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
        try db.execute(sql: "DELETE FROM source WHERE name = ?", arguments: [name])
      }
      for (place, name) in names.enumerated() {
        try db.execute(
          sql: """
            INSERT INTO source (name, place, kind) VALUES (?, ?, 'page')
            ON CONFLICT (name) DO UPDATE SET place = excluded.place
            """, arguments: [name, place])
      }
      // A name that is another one in its table than in its index shows only now.
      let kept = try String.fetchAll(db, sql: "SELECT name FROM source ORDER BY place")
      guard kept.elementsEqual(names, by: { $0.utf8.elementsEqual($1.utf8) }) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT)
      }
      try Self.markStale(db)
    }
  }

  /// All sources in the order in which they are followed.
  func sources() throws(LibraryError) -> [SourceRecord] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT \(SourceRecord.columns) FROM source ORDER BY place")
        .map { SourceRecord($0) }
    }
  }

  /// A source by its name.
  func source(named name: String) throws(LibraryError) -> SourceRecord? {
    try sources().first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// How many lists each source gives, by its id, and how many of them could not be read.
  func listCounts() throws(LibraryError) -> [Int64: (all: Int, failed: Int)] {
    try read { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT source, count(*), count(failure) FROM page GROUP BY source")
      return Dictionary(
        rows.map { ($0.value(0) ?? 0, ($0.value(1) ?? 0, $0.value(2) ?? 0)) }
      ) { first, _ in first }
    }
  }

  /// Notes that all of a source was looked at.
  func noteChecked(
    _ source: Int64, kind: SourceKind, revision: String?, at now: Timestamp
  ) throws(LibraryError) {
    try write { db in
      try Self.markStale(db, ifOther: nil, than: source)
      try db.execute(
        sql: "UPDATE source SET kind = ?, revision = ?, checked = ?, failure = NULL WHERE id = ?",
        arguments: [kind.rawValue, revision, now.milliseconds, source])
    }
  }

  /// Notes that a source could not be looked at; its lists stay.
  func noteFailure(_ source: Int64, _ failure: String) throws(LibraryError) {
    try write { db in
      try Self.markStale(db, ifOther: failure, than: source)
      try db.execute(
        sql: "UPDATE source SET failure = ? WHERE id = ?", arguments: [failure, source])
    }
  }
}

extension CatalogDatabase {
  /// Whether there is anything that the projection does not have.
  func isProjectionStale() throws(LibraryError) -> Bool {
    try read { db in try Bool.fetchOne(db, sql: "SELECT stale FROM reading") ?? true }
  }

  /// Notes that the projection has all that there is.
  func noteProjected() throws(LibraryError) {
    try write { db in try db.execute(sql: "UPDATE reading SET stale = 0") }
  }

  /// Lets all pages be read anew if an older awl, which reads them otherwise, has read them.
  func expireOtherReaders() throws(LibraryError) {
    try write { db in
      let reader = try Int64.fetchOne(db, sql: "SELECT reader FROM reading")
      guard reader != CatalogSchema.reader else { return }
      try db.execute(sql: "UPDATE page SET stamp = 0, fingerprint = 0")
      try db.execute(sql: "UPDATE source SET revision = NULL")
      try db.execute(sql: "UPDATE reading SET reader = ?", arguments: [CatalogSchema.reader])
    }
  }

  /// The failure of a source stands with each of its lists.
  private static func markStale(
    _ db: Database, ifOther failure: String?, than source: Int64
  ) throws {
    let known = try String?.fetchOne(
      db, sql: "SELECT failure FROM source WHERE id = ?", arguments: [source])
    if known != failure { try markStale(db) }
  }

  static func markStale(_ db: Database) throws {
    try db.cachedStatement(sql: "UPDATE reading SET stale = 1 WHERE stale = 0").execute()
  }
}
