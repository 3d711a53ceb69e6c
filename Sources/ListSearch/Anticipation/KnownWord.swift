/// A word that was searched for alone: which entries have it as is, and what it is worth in them.
///
/// Another word behind it asks for the same entries; their texts need not be read for this one again.
struct KnownWord: Sendable {
  let term: QueryTerm
  /// A bit for each entry.
  let entries: [UInt64]
  /// Of the entries that have it; of others nothing in particular.
  let points: [UInt16]

  /// Nil where the answer to a query does not say what its word is worth beside others: that is of
  /// more than one word, or of a letter, which earns less where it is alone.
  init?(_ query: Query, entries: [UInt64], points: UnsafeMutableBufferPointer<UInt16>) {
    guard let word = query.onlyWord, word.count > 1, query.wholeTitle == nil,
      let term = query.clauses.first?.terms.first
    else { return nil }
    self.term = term
    self.entries = entries
    self.points = Array(points)
  }
}
