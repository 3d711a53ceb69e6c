import Foundation
import GRDB

extension CatalogDatabase {
  /// What the tracker of a source's list goes on from; nil where its history was never read.
  ///
  /// Not current is a state that another version's reader has made.
  func history(of source: Int64) throws(LibraryError) -> (state: [UInt8], isCurrent: Bool)? {
    try read { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT history.state, history.reader FROM history JOIN page ON page.id = history.page
          WHERE page.source = ? AND page.standing = ?
          """, arguments: [source, Standing.history.rawValue])
      return row.flatMap { trackerState($0) }
    }
  }

  /// What the tracker of a page goes on from that is followed for itself; nil where it has none.
  func readings(ofPage page: Int64) throws(LibraryError) -> (state: [UInt8], isCurrent: Bool)? {
    try read { db in
      try Row.fetchOne(
        db, sql: "SELECT state, reader FROM history WHERE page = ?", arguments: [page]
      ).flatMap { trackerState($0) }
    }
  }
}

/// Reads a row of a tracker's state and the reader that made it.
private func trackerState(_ row: Row) -> (state: [UInt8], isCurrent: Bool)? {
  guard let state: Data = row.value(0), let reader: Int64 = row.value(1) else { return nil }
  return (Array(state), reader == CatalogSchema.reader)
}
