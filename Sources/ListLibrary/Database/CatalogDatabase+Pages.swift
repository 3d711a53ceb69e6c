import Foundation
import GRDB
import ListModel

extension CatalogDatabase {
  /// The pages of a source, by their paths.
  func pages(of source: Int64) throws(LibraryError) -> [PageRecord] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT \(PageRecord.columns) FROM page WHERE source = ? ORDER BY path",
        arguments: [source]
      ).map { PageRecord($0) }
    }
  }

  /// The entries of a page as they were packed by its last reading; nil for one never read.
  func columns(of page: Int64) throws(LibraryError) -> [UInt8]? {
    try read { db in
      try Data.fetchOne(db, sql: "SELECT image FROM columns WHERE page = ?", arguments: [page])
        .map { Array($0) }
    }
  }

  /// Takes a page over as it was read, in one transaction.
  func store(_ page: ReadPage, of task: PageTask, now: Timestamp) throws(LibraryError) {
    try write { db in
      let statement = try db.cachedStatement(
        sql: """
          INSERT INTO page (source, path, list, standing, stamp, fingerprint, entries, read)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          ON CONFLICT (source, path) DO UPDATE SET list = excluded.list,
            standing = excluded.standing, stamp = excluded.stamp,
            fingerprint = excluded.fingerprint, entries = excluded.entries, read = excluded.read,
            failure = NULL
          RETURNING id
          """)
      let id = try Int64.fetchOne(
        statement,
        arguments: [
          task.source, task.path, page.list.path, page.standing.rawValue, task.keptStamp,
          page.fingerprint, page.entries, now.milliseconds,
        ])
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO columns VALUES (?, ?)")
        .execute(arguments: [id, Data(page.image)])
      if task.known != nil {
        try db.cachedStatement(sql: "DELETE FROM issue WHERE page = ?").execute(arguments: [id])
        try db.cachedStatement(sql: "DELETE FROM history WHERE page = ?").execute(arguments: [id])
      }
      try Self.add(page.issues, ofPage: id, in: db)
      if let state = page.history {
        try db.cachedStatement(sql: "INSERT INTO history VALUES (?, ?, ?)")
          .execute(arguments: [id, CatalogSchema.reader, Data(state)])
      }
      try Self.markStale(db)
    }
    log.startIfLong(behind: page.image.count)
  }

  /// Keeps the reason why a page could not be read with it; its entries stay as they were.
  func noteFailure(
    _ failure: String, of task: PageTask, stamp: Int64
  ) throws(LibraryError) {
    try write { db in
      try db.cachedStatement(
        sql: """
          INSERT INTO page (source, path, list, standing, stamp, fingerprint, entries, failure)
          VALUES (?, ?, ?, ?, ?, 0, 0, ?)
          ON CONFLICT (source, path) DO UPDATE SET stamp = excluded.stamp, fingerprint = 0,
            failure = excluded.failure
          """
      ).execute(
        arguments: [
          task.source, task.path, task.presumedList.path, Standing.overview.rawValue, stamp,
          failure,
        ])
      try Self.markStale(db)
    }
  }

  /// Notes how the files of pages look that hold what they held before.
  func noteUnchanged(_ stamps: [(page: Int64, stamp: Int64)]) throws(LibraryError) {
    guard !stamps.isEmpty else { return }
    try write { db in
      let statement = try db.cachedStatement(sql: "UPDATE page SET stamp = ? WHERE id = ?")
      for (page, stamp) in stamps { try statement.execute(arguments: [stamp, page]) }
    }
  }

  /// Takes pages away that their source no longer has.
  func remove(_ pages: [PageRecord]) throws(LibraryError) {
    guard !pages.isEmpty else { return }
    try write { db in
      for page in pages {
        try db.execute(sql: "DELETE FROM page WHERE id = ?", arguments: [page.id])
      }
      try Self.markStale(db)
    }
  }
}
