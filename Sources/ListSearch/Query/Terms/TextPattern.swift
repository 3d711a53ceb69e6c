/// Folded text to find, and where it may occur.
struct TextPattern: Equatable, Sendable {
  /// The folded text; never empty.
  let folded: [UInt8]
  /// The text in its original case, if a capital letter makes it case-sensitive.
  let cased: [UInt8]?
  /// Whether it may also be scattered over a title, or misspelt in it.
  let isFuzzy: Bool
  let isAnchoredAtStart: Bool
  let isAnchoredAtEnd: Bool

  /// The bytes to search, in texts that are folded alike.
  var needle: [UInt8] { cased ?? folded }

  /// Whether it is bound to an end of its text; without a field that text is the title.
  var isAnchored: Bool { isAnchoredAtStart || isAnchoredAtEnd }

  /// Creates the pattern of a written word; nil if folding leaves nothing of it.
  init?(
    _ text: [UInt8], isFuzzy: Bool, isAnchoredAtStart: Bool = false, isAnchoredAtEnd: Bool = false
  ) {
    var folded: [UInt8] = []
    var cased: [UInt8] = []
    text.withUnsafeBytes {
      fold($0, keepingCase: false, into: &folded)
      fold($0, keepingCase: true, into: &cased)
    }
    guard !folded.isEmpty else { return nil }
    self.folded = folded
    self.cased = cased == folded || !hasCapital(text) ? nil : cased
    self.isFuzzy =
      isFuzzy && !isAnchoredAtStart && !isAnchoredAtEnd
      && folded.count <= FuzzyScorer.longestNeedle
    self.isAnchoredAtStart = isAnchoredAtStart
    self.isAnchoredAtEnd = isAnchoredAtEnd
  }
}

/// A text of an entry that can be searched.
enum TextField: String, Sendable {
  case title, category, url, text
}
