import ListModel
import SQLiteDatabase

extension CatalogDatabase {
  /// Makes the sources those that are followed, in their order; lists of others go.
  func keepSources(_ names: [String]) throws(LibraryError) {
    let known = try sources().map(\.name)
    guard !known.elementsEqual(names, by: { $0.utf8.elementsEqual($1.utf8) }) else { return }
    try write { db in
      for name in known where !names.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
        try db.statement("DELETE FROM source WHERE name = ?").run([name])
      }
      for (place, name) in names.enumerated() {
        try db.statement(
          """
          INSERT INTO source (name, place, kind) VALUES (?, ?, 'page')
          ON CONFLICT (name) DO UPDATE SET place = excluded.place
          """
        ).run([name, place])
      }
      // A name that differs between a table and its index is noticed only now.
      let kept = try db.statement("SELECT name FROM source ORDER BY place").map { row in
        row.value(0) ?? ""
      }
      guard kept.elementsEqual(names, by: { $0.utf8.elementsEqual($1.utf8) }) else {
        throw SQLiteError(SQLiteError.corrupt)
      }
      try Self.markStale(db)
    }
  }

  /// Returns all sources in the order in which they are followed.
  func sources() throws(LibraryError) -> [SourceRecord] {
    try read { db in
      try db.statement("SELECT \(SourceRecord.columns) FROM source ORDER BY place")
        .map([], SourceRecord.init)
    }
  }

  /// Returns a source by its name.
  func source(named name: String) throws(LibraryError) -> SourceRecord? {
    try sources().first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// Returns the number of lists of each source, by its id, and how many of them could not be read.
  func listCounts() throws(LibraryError) -> [Int64: (all: Int, failed: Int)] {
    try read { db in
      var counts: [Int64: (all: Int, failed: Int)] = [:]
      try db.statement("SELECT source, count(*), count(failure) FROM page GROUP BY source")
        .forEach { row in
          counts[row.value(0) ?? 0] = (row.value(1) ?? 0, row.value(2) ?? 0)
          return true
        }
      return counts
    }
  }

  /// Notes that all of a source was looked at.
  func noteChecked(
    _ source: Int64, kind: SourceKind, revision: String?, at now: Timestamp
  ) throws(LibraryError) {
    try write { db in
      try Self.markStale(db, ifOther: nil, than: source)
      try db.statement(
        "UPDATE source SET kind = ?, revision = ?, checked = ?, failure = NULL WHERE id = ?"
      ).run([kind.rawValue, revision, now.milliseconds, source])
    }
  }

  /// Notes that a source could not be looked at; its lists stay.
  func noteFailure(_ source: Int64, _ failure: String) throws(LibraryError) {
    try write { db in
      try Self.markStale(db, ifOther: failure, than: source)
      try db.statement("UPDATE source SET failure = ? WHERE id = ?").run([failure, source])
    }
  }
}

extension CatalogDatabase {
  /// Returns whether the projection is out of date.
  func isProjectionStale() throws(LibraryError) -> Bool {
    try read { db in
      try db.statement("SELECT stale FROM reading").first { $0.value(0) } != 0
    }
  }

  /// Notes that the projection is up to date.
  func noteProjected() throws(LibraryError) {
    try write { db in try db.execute("UPDATE reading SET stale = 0") }
  }

  /// Lets all pages be read again if an older awl, which reads them otherwise, has read them.
  func expireOtherReaders() throws(LibraryError) {
    try write { db in
      let reader: Int64? = try db.statement("SELECT reader FROM reading").first { $0.value(0) }
      guard reader != CatalogSchema.reader else { return }
      try db.execute(
        "UPDATE page SET stamp = 0, fingerprint = 0; UPDATE source SET revision = NULL")
      try db.statement("UPDATE reading SET reader = ?").run([CatalogSchema.reader])
    }
  }

  /// The failure of a source is with each of its lists.
  private static func markStale(
    _ db: Connection, ifOther failure: String?, than source: Int64
  ) throws {
    let known: String? = try db.statement("SELECT failure FROM source WHERE id = ?")
      .first([source]) { $0.value(0) }
    if known != failure { try markStale(db) }
  }

  static func markStale(_ db: Connection) throws {
    try db.statement("UPDATE reading SET stale = 1 WHERE stale = 0").run()
  }
}
