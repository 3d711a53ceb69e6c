import SQLiteDatabase

extension CatalogDatabase {
  /// Returns the stored tracker state of a source's list; nil if its history was never read.
  ///
  /// A state of another version's reader is not current.
  func history(of source: Int64) throws(LibraryError) -> (state: [UInt8], isCurrent: Bool)? {
    try read { db in
      try db.statement(
        """
        SELECT history.state, history.reader FROM history JOIN page ON page.id = history.page
        WHERE page.source = ? AND page.standing = ?
        """
      ).first([source, Precedence.history.rawValue], trackerState)
    }
  }

  /// Returns the stored tracker state of a page that is followed for itself; nil if it has none.
  func readings(ofPage page: Int64) throws(LibraryError) -> (state: [UInt8], isCurrent: Bool)? {
    try read { db in
      try db.statement("SELECT state, reader FROM history WHERE page = ?")
        .first([page], trackerState)
    }
  }
}

/// Reads a row of a tracker's state and the parser version that made it.
private func trackerState(_ row: Row) -> (state: [UInt8], isCurrent: Bool)? {
  guard let state: [UInt8] = row.value(0), let reader: Int64 = row.value(1) else { return nil }
  return (state, reader == CatalogSchema.reader)
}
