/// Finds words within a small edit distance of a needle: words that begin with the needle except
/// for a few edits, each an extra, missing, wrong or swapped letter.
///
/// One edit is allowed from four letters on and two from eight; with one, the first letter must
/// match, because short words are too similar. Needles are ASCII.
struct TypoMatcher {
  let needle: UnsafeRawBufferPointer
  let allowed: Int
  /// A bit for each of the needle's letters, by `bit`.
  private let letters: UInt64

  /// Nil for a needle that is too short for typos.
  init?(needle: UnsafeRawBufferPointer) {
    allowed = min(2, needle.count / 4)
    guard allowed > 0, needle.count <= FuzzyScorer.longestNeedle,
      needle.allSatisfy({ $0 < 0x80 })
    else { return nil }
    self.needle = needle
    letters = needle.reduce(0) { $0 | TypoMatcher.bit($1) }
  }

  /// The letters that no edit may remove.
  var sureLetters: [UInt8] { Array(needle.prefix(allowed == 1 ? 1 : 0)) }

  /// Returns the word with the fewest edits, the first of several; nil if none is close enough.
  func nearest(in text: FoldedSlice) -> (range: Range<Int>, edits: Int)? {
    guard text.count <= FuzzyScorer.longestTitle else { return nil }
    var best: (range: Range<Int>, edits: Int)?
    for start in 0..<text.count where text.isWordStart(start) {
      if allowed == 1, text[start] != needle[0] { continue }
      guard hasLetters(text, from: start) else { continue }
      if let (end, edits) = nearestEnd(text, from: start), edits < best?.edits ?? .max {
        best = (start..<end, edits)
      }
    }
    return best
  }

  /// Returns the score of the nearest word of a title.
  func titlePoints(_ title: FoldedSlice) -> Int? {
    nearest(in: title).map { nearest in
      let begins = nearest.range.lowerBound == 0
      let isAll = begins && nearest.range.upperBound == title.count
      return MatchPoints.typoTitle - MatchPoints.editPenalty * nearest.edits
        + (begins ? MatchPoints.typoEdge : 0) + (isAll ? MatchPoints.typoEdge : 0)
    }
  }

  @inline(__always)
  private static func bit(_ byte: UInt8) -> UInt64 { 1 << UInt64(Sign.letter(byte)) }

  /// Returns whether the needle lacks at most as many letters as edits are allowed: each edit
  /// removes at most one.
  @inline(__always)
  private func hasLetters(_ text: FoldedSlice, from start: Int) -> Bool {
    var found: UInt64 = 0
    for offset in start..<min(text.count, start &+ needle.count &+ allowed) {
      found |= TypoMatcher.bit(text[offset])
    }
    return (letters & ~found).nonzeroBitCount <= allowed
  }

  /// Returns the end of the text from an offset that is nearest to the needle.
  private func nearestEnd(_ text: FoldedSlice, from start: Int) -> (end: Int, edits: Int)? {
    let height = needle.count + 1
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 3 * 65) {
      let table = UnsafeMutableBufferPointer(rebasing: $0[..<(3 * height)])
      table.initialize(repeating: 0)
      return nearestEnd(text, from: start, table, height)
    }
  }

  /// Computes the optimal string alignment distance with three columns of the table, one for each
  /// of the last bytes of the text.
  private func nearestEnd(
    _ text: FoldedSlice, from start: Int, _ table: UnsafeMutableBufferPointer<Int32>, _ height: Int
  ) -> (end: Int, edits: Int)? {
    var (twoBack, column, next) = (0, height, 2 * height)
    for place in 0..<height { table[column + place] = Int32(truncatingIfNeeded: place) }
    var best: (end: Int, edits: Int)?
    for end in start..<min(text.count, start + needle.count + allowed) {
      table[next] = table[column] + 1
      var lowest = table[next]
      for place in needle.indices {
        var least = min(
          table[column + place] + (needle[place] == text[end] ? 0 : 1),
          min(table[column + place + 1], table[next + place]) + 1)
        if place > 0, end > start, needle[place] == text[end - 1], needle[place - 1] == text[end] {
          least = min(least, table[twoBack + place - 1] + 1)
        }
        table[next + place + 1] = least
        lowest = min(lowest, least)
      }
      (twoBack, column, next) = (column, next, twoBack)
      let edits = Int(table[column + needle.count])
      if edits <= min(allowed, best?.edits ?? .max) {
        best = (end + 1, edits)
      }
      // A swap may still undo one edit of the previous column.
      if lowest > allowed + 1 { break }
    }
    return best
  }
}
