/// A word that was a query by itself: the entries that match it exactly, and its scores.
///
/// A query with another word after it needs the same entries, whose texts need not be read again
/// for this one.
struct KnownWord: Sendable {
  let term: QueryTerm
  /// A bit for each entry.
  let entries: [UInt64]
  /// Valid for the matching entries; undefined for others.
  let points: [UInt16]

  /// Nil if the result of a query does not determine the word's score beside others: for several
  /// words, and for a letter, which scores less on its own.
  init?(_ query: Query, entries: [UInt64], points: UnsafeMutableBufferPointer<UInt16>) {
    guard let word = query.onlyWord, word.count > 1, query.wholeTitle == nil,
      let term = query.clauses.first?.terms.first
    else { return nil }
    self.term = term
    self.entries = entries
    self.points = Array(points)
  }
}
