/// Finds one pattern in folded texts and says what the match is worth; 0 is no match.
struct TextMatcher {
  let needle: UnsafeRawBufferPointer
  let pattern: TextPattern

  func titlePoints(_ title: FoldedSlice) -> Int {
    let best = substringPoints(title)
    return best > 0 || !pattern.isFuzzy ? best : fuzzyPoints(title)
  }

  func categoryPoints(_ category: FoldedSlice) -> Int {
    points(
      category, word: MatchPoints.categoryWord, wordStart: MatchPoints.category,
      inside: MatchPoints.category)
  }

  func urlPoints(_ url: FoldedSlice) -> Int {
    points(url, word: MatchPoints.urlWord, wordStart: MatchPoints.url, inside: MatchPoints.url)
  }

  func descriptionPoints(_ description: FoldedSlice) -> Int {
    points(
      description, word: MatchPoints.descriptionWord,
      wordStart: MatchPoints.descriptionWordStart, inside: MatchPoints.description)
  }

  private func substringPoints(_ title: FoldedSlice) -> Int {
    let inside = points(
      title, word: MatchPoints.titleWord, wordStart: MatchPoints.titleWordStart,
      inside: MatchPoints.title)
    guard inside > 0, starts(title) else { return inside }
    if title.count == needle.count { return MatchPoints.exactTitle }
    // The prefix counts where the pattern is anchored at the end, too, if it is all of the title.
    if pattern.isAnchoredAtEnd { return inside }
    return title.isBoundary(needle.count) ? MatchPoints.titlePrefixWord : MatchPoints.titlePrefix
  }

  private func fuzzyPoints(_ title: FoldedSlice) -> Int {
    if needle.allSatisfy({ $0 < 0x80 }) { return points(FuzzyScorer(needle: needle), title) }
    return OneByteText(needle: needle, text: title).withScorer { points($0, $1) }
  }

  private func points(_ scorer: FuzzyScorer, _ title: FoldedSlice) -> Int {
    guard let score = scorer.score(title) else { return 0 }
    guard scorer.isGood(score) else { return MatchPoints.tooScattered }
    return MatchPoints.fuzzyTitle
      + MatchPoints.fuzzySpread * score / FuzzyScorer.bestScore(length: scorer.needle.count)
  }

  private func starts(_ text: FoldedSlice) -> Bool {
    text.count >= needle.count
      && UnsafeRawBufferPointer(rebasing: text.bytes[..<needle.count]).elementsEqual(needle)
  }

  /// The worth of the best occurrence: a whole word, else the start of one, else anywhere.
  private func points(_ text: FoldedSlice, word: Int, wordStart: Int, inside: Int) -> Int {
    var best = 0
    var from = 0
    while let offset = nextOffset(text, from: from) {
      let end = offset + needle.count
      if text.isBoundary(offset) {
        if text.isBoundary(end) { return word }
        best = wordStart
      } else {
        best = max(best, inside)
      }
      from = offset + 1
    }
    return best
  }

  /// The next place where the pattern stands and its anchors allow it.
  private func nextOffset(_ text: FoldedSlice, from start: Int) -> Int? {
    guard pattern.isAnchoredAtStart || pattern.isAnchoredAtEnd else {
      return firstRange(of: needle, in: text.bytes, from: start)
    }
    let only = pattern.isAnchoredAtEnd ? text.count - needle.count : 0
    guard only >= start, !pattern.isAnchoredAtStart || only == 0 else { return nil }
    guard only + needle.count <= text.count,
      UnsafeRawBufferPointer(rebasing: text.bytes[only..<(only + needle.count)])
        .elementsEqual(needle)
    else { return nil }
    return only
  }
}
