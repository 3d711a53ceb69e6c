/// Finds one pattern in folded texts and scores the match; 0 means no match.
struct TextMatcher {
  let isFuzzy: Bool
  private let search: ByteSearch
  private let isASCII: Bool
  private let isAnchoredAtStart: Bool
  private let isAnchoredAtEnd: Bool

  /// Searches for a needle as specified by its pattern; the caller owns the needle's bytes.
  init(_ pattern: TextPattern, needle: UnsafeRawBufferPointer) {
    search = ByteSearch(needle)
    isFuzzy = pattern.isFuzzy
    isASCII = pattern.needle.allSatisfy { $0 < 0x80 }
    isAnchoredAtStart = pattern.isAnchoredAtStart
    isAnchoredAtEnd = pattern.isAnchoredAtEnd
  }

  var needle: UnsafeRawBufferPointer { search.needle }
  /// Whether it must be at the start or the end.
  var isAnchored: Bool { isAnchoredAtStart || isAnchoredAtEnd }

  /// Returns the score of the pattern in a title.
  @inline(__always)
  func titlePoints(_ title: FoldedSlice) -> Int {
    if isAnchored { return anchoredTitlePoints(title) }
    if needle.count == 1 { return letterPoints(title) }
    return textPoints(title)
  }

  @inline(never)
  private func letterPoints(_ title: FoldedSlice) -> Int {
    guard let (best, isFirst) = search.letterTier(in: title) else { return textPoints(title) }
    return isFirst ? prefixPoints(title) : MatchPoints.ofTitle(best)
  }

  @inline(__always)
  private func textPoints(_ title: FoldedSlice) -> Int {
    let tier = search.bestTier(in: title)
    if tier == .nowhere { return 0 }
    if tier == .inside { return MatchPoints.title }
    if begins(title) { return prefixPoints(title) }
    return tier == .asWord ? MatchPoints.titleWord : MatchPoints.titleWordStart
  }

  /// Returns the score of the pattern at the start of a title.
  @inline(__always)
  private func prefixPoints(_ title: FoldedSlice) -> Int {
    if title.count == needle.count { return MatchPoints.exactTitle }
    return title.isBoundary(needle.count) ? MatchPoints.titlePrefixWord : MatchPoints.titlePrefix
  }

  @inline(never)
  private func anchoredTitlePoints(_ title: FoldedSlice) -> Int {
    guard let offset = anchoredOffset(title) else { return 0 }
    // The prefix scores if the pattern is anchored at the end too and is all of the title.
    if offset == 0, title.count == needle.count || !isAnchoredAtEnd { return prefixPoints(title) }
    guard title.isBoundary(offset) else { return MatchPoints.title }
    return title.isBoundary(offset + needle.count)
      ? MatchPoints.titleWord : MatchPoints.titleWordStart
  }

  /// Returns the score of the pattern scattered over a title.
  func scatteredPoints(_ title: FoldedSlice) -> Int {
    guard isFuzzy else { return 0 }
    if isASCII { return points(FuzzyScorer(needle: needle), title) }
    return SingleByteText(needle: needle, text: title).withScorer { points($0, $1) }
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

  /// Returns the score of the best occurrence: a whole word, else the start of one, else anywhere.
  @inline(__always)
  private func points(_ text: FoldedSlice, word: Int, wordStart: Int, inside: Int) -> Int {
    let tier =
      isAnchored
      ? anchoredTier(in: text) : search.bestTier(in: text)
    return switch tier {
    case .nowhere: 0
    case .inside: inside
    case .atWordStart: wordStart
    case .asWord: word
    }
  }

  @inline(__always)
  private func begins(_ text: FoldedSlice) -> Bool {
    guard text.count >= needle.count, needle.count > 0, text[0] == needle[0] else { return false }
    var offset = 1
    while offset < needle.count {
      if text[offset] != needle[offset] { return false }
      offset &+= 1
    }
    return true
  }

  @inline(never)
  private func anchoredTier(in text: FoldedSlice) -> MatchTier {
    guard let offset = anchoredOffset(text) else { return .nowhere }
    guard text.isBoundary(offset) else { return .inside }
    return text.isBoundary(offset + needle.count) ? .asWord : .atWordStart
  }

  /// Returns the only position that satisfies the pattern's anchors.
  private func anchoredOffset(_ text: FoldedSlice) -> Int? {
    let only = isAnchoredAtEnd ? text.count - needle.count : 0
    guard only >= 0, !isAnchoredAtStart || only == 0, only + needle.count <= text.count else {
      return nil
    }
    for offset in needle.indices where text[only + offset] != needle[offset] { return nil }
    return only
  }
}
