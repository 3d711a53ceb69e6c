import ListModel

/// The precomputed data of one term, in plain memory of its plan.
struct TermPlan {
  let test: TermTest
  let isNegated: Bool
}

/// How an entry is tested.
enum TermTest {
  /// Identified by address, since a word's plan is long and asked for at each entry.
  case text(UnsafePointer<TextTerm>)
  /// A word that was searched for before: the entries that have it, and what it is worth in them.
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

  /// The word that is asked for; nil for what is no word.
  var word: UnsafePointer<TextTerm>? {
    switch self {
    case .text(let text), .known(let text, _, _): text
    default: nil
    }
  }
}

/// A word, and what follows from it without reading an entry's texts.
struct TextTerm {
  let matcher: TextMatcher
  /// Finds the word as it is written where its case counts.
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
  /// Of those letters the ones that a text has even if the word is misspelt there.
  let sureLetters: UnsafeBufferPointer<UInt8>
  /// For each category what the word is worth in it.
  let categoryPoints: UnsafeBufferPointer<UInt8>
  /// For each category what the word is worth in it as a misspelt one; empty if none is near it.
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
