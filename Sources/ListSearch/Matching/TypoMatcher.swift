/// Finds words that a needle was meant to be: a text's word that begins with the needle but for a
/// few slips, each a letter too many, missing, wrong or swapped with its neighbour.
///
/// One slip is forgiven in four letters and two in eight, no more; where it is one, the first letter has
/// to be right, for short words are too alike. Needles are ASCII.
struct TypoMatcher {
  let needle: UnsafeRawBufferPointer
  let allowed: Int

  /// Nil for a needle that is too short to be forgiven anything.
  init?(needle: UnsafeRawBufferPointer) {
    allowed = min(2, needle.count / 4)
    guard allowed > 0, needle.count <= FuzzyScorer.longestNeedle,
      needle.allSatisfy({ $0 < 0x80 })
    else { return nil }
    self.needle = needle
  }

  /// The word with the fewest slips, the first of several; nil where none is near enough.
  func nearest(in text: FoldedSlice) -> (range: Range<Int>, slips: Int)? {
    guard text.count <= FuzzyScorer.longestTitle else { return nil }
    var best: (range: Range<Int>, slips: Int)?
    for start in 0..<text.count
    where isWordByte(text.bytes[start]) && text.isBoundary(start) {
      if allowed == 1, text.bytes[start] != needle[0] { continue }
      if let (end, slips) = nearestEnd(text.bytes, from: start), slips < best?.slips ?? .max {
        best = (start..<end, slips)
      }
    }
    return best
  }

  /// What the nearest word of a title is worth.
  func titlePoints(_ title: FoldedSlice) -> Int? {
    nearest(in: title).map { nearest in
      let begins = nearest.range.lowerBound == 0
      let isAll = begins && nearest.range.upperBound == title.count
      return MatchPoints.typoTitle - MatchPoints.slip * nearest.slips
        + (begins ? MatchPoints.typoEdge : 0) + (isAll ? MatchPoints.typoEdge : 0)
    }
  }

  /// Where a text that begins at an offset has to end to be nearest to the needle: by the table of
  /// the optimal string alignment distance, a column for each byte of the text.
  private func nearestEnd(
    _ text: UnsafeRawBufferPointer, from start: Int
  ) -> (end: Int, slips: Int)? {
    var twoBack: [Int] = []
    var column = Array(0...needle.count)
    var best: (end: Int, slips: Int)?
    for end in start..<min(text.count, start + needle.count + allowed) {
      var next = [column[0] + 1]
      for place in needle.indices {
        var least = min(
          column[place] + (needle[place] == text[end] ? 0 : 1), column[place + 1] + 1,
          next[place] + 1)
        if place > 0, end > start, needle[place] == text[end - 1], needle[place - 1] == text[end] {
          least = min(least, twoBack[place - 1] + 1)
        }
        next.append(least)
      }
      (twoBack, column) = (column, next)
      if column[needle.count] <= min(allowed, best?.slips ?? .max) {
        best = (end + 1, column[needle.count])
      }
    }
    return best
  }
}
