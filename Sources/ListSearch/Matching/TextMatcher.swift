/// Finds one pattern in folded texts and says what the match is worth; 0 is no match.
struct TextMatcher {
  let isFuzzy: Bool
  private let search: ByteSearch
  private let isASCII: Bool
  private let isAnchoredAtStart: Bool
  private let isAnchoredAtEnd: Bool

  /// Looks for a needle in the way of its pattern; the caller keeps the needle's bytes.
  init(_ pattern: TextPattern, needle: UnsafeRawBufferPointer) {
    search = ByteSearch(needle)
    isFuzzy = pattern.isFuzzy
    isASCII = pattern.needle.allSatisfy { $0 < 0x80 }
    isAnchoredAtStart = pattern.isAnchoredAtStart
    isAnchoredAtEnd = pattern.isAnchoredAtEnd
  }

  var needle: UnsafeRawBufferPointer { search.needle }

  /// What it is worth that the pattern stands in a title.
  @inline(__always)
  func titlePoints(_ title: FoldedSlice) -> Int {
    guard let first = nextOffset(title, from: 0) else { return 0 }
    // The prefix counts where the pattern is anchored at the end, too, if it is all of the title.
    if first == 0, title.count == needle.count { return MatchPoints.exactTitle }
    if first == 0, !isAnchoredAtEnd {
      return title.isBoundary(needle.count) ? MatchPoints.titlePrefixWord : MatchPoints.titlePrefix
    }
    return points(
      title, from: first, word: MatchPoints.titleWord, wordStart: MatchPoints.titleWordStart,
      inside: MatchPoints.title)
  }

  /// What it is worth that the pattern is scattered over a title.
  func scatteredPoints(_ title: FoldedSlice) -> Int {
    guard isFuzzy else { return 0 }
    if isASCII { return points(FuzzyScorer(needle: needle), title) }
    return OneByteText(needle: needle, text: title).withScorer { points($0, $1) }
  }

  func categoryPoints(_ category: FoldedSlice) -> Int {
    points(
      category, word: MatchPoints.categoryWord, wordStart: MatchPoints.category,
      inside: MatchPoints.category)
  }

  @inline(__always)
  func urlPoints(_ url: FoldedSlice) -> Int {
    points(url, word: MatchPoints.urlWord, wordStart: MatchPoints.url, inside: MatchPoints.url)
  }

  @inline(__always)
  func descriptionPoints(_ description: FoldedSlice) -> Int {
    points(
      description, word: MatchPoints.descriptionWord,
      wordStart: MatchPoints.descriptionWordStart, inside: MatchPoints.description)
  }

  private func points(_ scorer: FuzzyScorer, _ title: FoldedSlice) -> Int {
    guard let score = scorer.score(title), scorer.isGood(score) else { return 0 }
    return MatchPoints.fuzzyTitle
      + MatchPoints.fuzzySpread * score / FuzzyScorer.bestScore(length: scorer.needle.count)
  }

  /// The worth of the best occurrence: a whole word, else the start of one, else anywhere.
  @inline(__always)
  private func points(
    _ text: FoldedSlice, from: Int = 0, word: Int, wordStart: Int, inside: Int
  ) -> Int {
    var best = 0
    var from = from
    while let offset = nextOffset(text, from: from) {
      if text.isBoundary(offset) {
        if text.isBoundary(offset &+ needle.count) { return word }
        best = wordStart
      } else if best == 0 {
        best = inside
      }
      from = offset &+ 1
    }
    return best
  }

  /// The next place where the pattern stands and its anchors allow it.
  @inline(__always)
  private func nextOffset(_ text: FoldedSlice, from start: Int) -> Int? {
    if !isAnchoredAtStart, !isAnchoredAtEnd {
      return search.firstOffset(in: text, from: start)
    }
    return anchoredOffset(text, from: start)
  }

  @inline(never)
  private func anchoredOffset(_ text: FoldedSlice, from start: Int) -> Int? {
    let only = isAnchoredAtEnd ? text.count - needle.count : 0
    guard only >= start, !isAnchoredAtStart || only == 0, only + needle.count <= text.count else {
      return nil
    }
    for offset in needle.indices where text[only + offset] != needle[offset] { return nil }
    return only
  }
}
