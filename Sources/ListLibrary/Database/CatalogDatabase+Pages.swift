import ListModel
import SQLiteDatabase

extension CatalogDatabase {
  /// Returns the pages of a source, by their paths.
  func pages(of source: Int64) throws(LibraryError) -> [PageRecord] {
    try read { db in
      try db.statement("SELECT \(PageRecord.columns) FROM page WHERE source = ? ORDER BY path")
        .map([source], PageRecord.init)
    }
  }

  /// Returns the entries of a page as packed by its last reading; nil if it was never read.
  func columns(of page: Int64) throws(LibraryError) -> [UInt8]? {
    try read { db in
      try db.statement("SELECT image FROM columns WHERE page = ?").first([page]) { $0.value(0) }
    }
  }

  /// Stores pages as they were read, in one transaction.
  func store(_ pages: ReadPages, now: Timestamp) throws(LibraryError) {
    guard !pages.pages.isEmpty else { return }
    try write { db in
      for (page, task) in pages.pages { try Self.store(page, of: task, now: now, in: db) }
      try Self.markStale(db)
    }
    noteAdded(bytes: pages.bytes)
  }

  private static func store(
    _ page: ReadPage, of task: PageTask, now: Timestamp, in db: Connection
  ) throws {
    let id = try add(page, of: task, now: now, in: db)
    try db.statement("INSERT OR REPLACE INTO columns VALUES (?, ?)").run([id, page.image])
    if task.known != nil {
      try db.statement("DELETE FROM issue WHERE page = ?").run([id])
      try db.statement("DELETE FROM history WHERE page = ?").run([id])
    }
    try add(page.issues, ofPage: id, in: db)
    if let state = page.history {
      try db.statement("INSERT INTO history VALUES (?, ?, ?)")
        .run([id, CatalogSchema.reader, state])
    }
  }

  /// Inserts or replaces the row of a page, and returns its id.
  private static func add(
    _ page: ReadPage, of task: PageTask, now: Timestamp, in db: Connection
  ) throws -> Int64? {
    try db.statement(
      """
      INSERT INTO page (source, path, list, standing, stamp, fingerprint, entries, read)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (source, path) DO UPDATE SET list = excluded.list,
        standing = excluded.standing, stamp = excluded.stamp,
        fingerprint = excluded.fingerprint, entries = excluded.entries, read = excluded.read,
        failure = NULL
      RETURNING id
      """
    ).first([
      task.source, task.path, page.list.path, page.precedence.rawValue, task.keptStamp,
      page.fingerprint, page.entries, now.milliseconds,
    ]) { $0.value(0) }
  }

  /// Stores the reason why a page could not be read; its entries are unchanged.
  func noteFailure(
    _ failure: String, of task: PageTask, stamp: Int64
  ) throws(LibraryError) {
    try write { db in
      try db.statement(
        """
        INSERT INTO page (source, path, list, standing, stamp, fingerprint, entries, failure)
        VALUES (?, ?, ?, ?, ?, 0, 0, ?)
        ON CONFLICT (source, path) DO UPDATE SET stamp = excluded.stamp, fingerprint = 0,
          failure = excluded.failure
        """
      ).run([
        task.source, task.path, task.presumedList.path, Precedence.overview.rawValue, stamp,
        failure,
      ])
      try Self.markStale(db)
    }
  }

  /// Stores the new stamps of files whose content has not changed.
  func noteUnchanged(_ stamps: [(page: Int64, stamp: Int64)]) throws(LibraryError) {
    guard !stamps.isEmpty else { return }
    try write { db in
      let statement = try db.statement("UPDATE page SET stamp = ? WHERE id = ?")
      for (page, stamp) in stamps { try statement.run([stamp, page]) }
    }
  }

  /// Takes pages away that their source no longer has.
  func remove(_ pages: [PageRecord]) throws(LibraryError) {
    guard !pages.isEmpty else { return }
    try write { db in
      let statement = try db.statement("DELETE FROM page WHERE id = ?")
      for page in pages { try statement.run([page.id]) }
      try Self.markStale(db)
    }
  }
}
