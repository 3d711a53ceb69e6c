import ListModel

/// The precomputed data of one term, in plain memory of its plan.
struct TermPlan {
  let test: TermTest
  let isNegated: Bool
}

/// How an entry is tested.
enum TermTest {
  /// Identified by address, because a word's plan is large and used for each entry.
  case text(UnsafePointer<TextTerm>)
  /// A word that was searched before: the matching entries and their scores.
  case known(UnsafePointer<TextTerm>, UnsafeBufferPointer<UInt64>, UnsafeBufferPointer<UInt16>)
  /// For each list whether it is meant.
  case lists(UnsafeBufferPointer<Bool>)
  case host(UnsafeRawBufferPointer)
  case days(ClosedRange<Int32>)
  case stars(ClosedRange<Int32>)
  /// For each set of marks whether it has the one that is requested.
  case marks(UnsafeBufferPointer<Bool>)
  /// A bit for each entry.
  case entries(UnsafeBufferPointer<UInt64>)

  /// The word of the term; nil if it is not a word.
  var word: UnsafePointer<TextTerm>? {
    switch self {
    case .text(let text), .known(let text, _, _): text
    default: nil
    }
  }
}

/// A word, and everything that can be derived from it without reading an entry's texts.
struct TextTerm {
  let matcher: TextMatcher
  /// Finds the word in its original case if it is case-sensitive.
  let casedMatcher: TextMatcher?
  let typoMatcher: TypoMatcher?
  /// The word may be in the title, the category, the URL, the description.
  let inTitle: Bool
  let inCategory: Bool
  let inURL: Bool
  let inDescription: Bool
  /// The signs that a text has with the word in it.
  let letters: UnsafeBufferPointer<UInt8>
  let pairs: UnsafeBufferPointer<UInt8>
  /// The letters that a text has even if the word has a typo there.
  let sureLetters: UnsafeBufferPointer<UInt8>
  /// For each category the score of the word in it.
  let categoryPoints: UnsafeBufferPointer<UInt8>
  /// For each category the score of the word with typos; empty if none is similar.
  let categoryTypos: UnsafeBufferPointer<UInt8>
  /// Whether any category has the word.
  let hasCategories: Bool
  /// Whether the score shows that the words are all of a title.
  let countsForWholeTitle: Bool
  /// The sign of a word of one ASCII letter or digit; nil for any other.
  let letter: UInt8?

  /// Whether it may be anywhere.
  var isAnywhere: Bool { inTitle && inURL && inDescription && !matcher.isAnchored }
}
