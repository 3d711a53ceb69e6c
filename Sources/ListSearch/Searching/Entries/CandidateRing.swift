/// The candidates among the 64 entries of a few consecutive words, for each term of a query.
///
/// They are found some words before they are searched, so that memory can be asked for their texts.
struct CandidateRing {
  /// A power of two, and more than the words that are found ahead.
  private static let size = 4
  private let termCount: Int
  private let candidates: UnsafeMutableBufferPointer<CandidateEntries>
  private let entries: UnsafeMutableBufferPointer<UInt64>

  /// Creates a ring in memory of a search.
  init(termCount: Int, _ memory: SearchMemory) {
    self.termCount = termCount
    candidates = memory.unset(CandidateEntries.self, count: termCount * Self.size)
    candidates.initialize(repeating: CandidateEntries())
    entries = memory.unset(UInt64.self, count: Self.size)
    entries.initialize(repeating: 0)
  }

  /// The candidates of a term.
  subscript(term: Int, word: Int) -> CandidateEntries {
    @inline(__always) get { candidates[(word & (Self.size - 1)) * termCount + term] }
    nonmutating set { candidates[(word & (Self.size - 1)) * termCount + term] = newValue }
  }

  /// Returns the entries that may match all terms.
  func entries(at word: Int) -> UInt64 { entries[word & (Self.size - 1)] }

  func setEntries(_ found: UInt64, at word: Int) { entries[word & (Self.size - 1)] = found }
}

/// Which of 64 entries may match a term, by field, and which certainly do.
struct CandidateEntries: BitwiseCopyable {
  var title: UInt64 = 0
  var category: UInt64 = 0
  var url: UInt64 = 0
  var description: UInt64 = 0
  var sure: UInt64 = 0

  var any: UInt64 { title | category | url | description | sure }
  /// The entries that may match but are not certain to.
  var unlessSure: UInt64 { ~sure }
}
