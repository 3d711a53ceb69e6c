/// Scores the best way in which a needle's bytes stand in a text in their order, with gaps between.
///
/// The scheme of bonuses is fzf's: a byte that matches is worth 16, a gap costs 3 and each further
/// byte of it 1, but never more than what was won; a byte at the start of a word wins 8 (9 behind a
/// delimiter, 10 behind a blank or at the very start, 7 at a hump), twice that for the needle's first byte; a byte that follows its
/// predecessor directly wins 4, or what the first of the run won. All alignments are tried at once:
/// for each byte of the needle the best score that ends in it is kept, so that the cost is one
/// step a byte of the text and one more for each match.
struct FuzzyScorer {
  let needle: UnsafeRawBufferPointer

  static let match = 16
  static let gapStart = 3
  static let boundaryAfterBlank = 10
  static let boundaryAfterDelimiter = 9
  static let boundary = 8
  static let hump = 7
  static let consecutive = 4
  /// Nobody types a longer word to be found scattered.
  static let longestNeedle = 64
  /// A longer title is a sentence, over which any word can be scattered.
  static let longestTitle = 100

  /// Whether a score is at least half of what it could be.
  ///
  /// Below that the letters are so scattered that any long title has any short word in it.
  func isGood(_ score: Int) -> Bool { score * 2 >= Self.bestScore(length: needle.count) }

  /// What a needle is worth that starts the text and has no gap.
  static func bestScore(length: Int) -> Int {
    length * (match + boundaryAfterBlank) + boundaryAfterBlank
  }

  /// The best score; nil where the text does not have the needle's bytes in their order.
  func score(_ text: FoldedSlice) -> Int? {
    let length = needle.count
    guard length > 0, length <= Self.longestNeedle, text.count <= Self.longestTitle else {
      return nil
    }
    // For each byte of the needle: the best score that ended in it two bytes back or earlier, as it
    // would be without gaps so far (score + offset); and the one that ended at the byte before.
    var reached = [Int](repeating: .min, count: length)
    var ended = [(score: Int, bonus: Int)](repeating: (.min, 0), count: length)
    var best: Int?
    for offset in text.bytes.indices {
      let byte = text.bytes[offset]
      var bonus = -1
      for place in stride(from: length - 1, through: 0, by: -1) {
        let previous = ended[place]
        if previous.score != .min {
          reached[place] = max(reached[place], previous.score + offset - 1)
        }
        ended[place] = (.min, 0)
        guard needle[place] == byte else { continue }
        if bonus < 0 { bonus = self.bonus(text, offset) }
        if place == 0 {
          ended[0] = (Self.match + 2 * bonus, bonus)
        } else {
          ended[place] = step(
            gap: olderReached(reached[place - 1], offset), run: ended[place - 1], bonus: bonus)
        }
        if place == length - 1, ended[place].score != .min {
          best = max(best ?? 0, ended[place].score)
        }
      }
    }
    return best
  }

  /// What was won until now if the needle's next byte stands here, behind a gap.
  private func olderReached(_ reached: Int, _ offset: Int) -> Int {
    reached == .min ? .min : max(0, reached - offset - Self.gapStart + 2)
  }

  private func step(
    gap: Int, run: (score: Int, bonus: Int), bonus: Int
  ) -> (score: Int, bonus: Int) {
    let gapScore = gap == .min ? Int.min : gap + Self.match + bonus
    guard run.score != .min else { return (gapScore, bonus) }
    let runBonus = max(bonus, run.bonus, Self.consecutive)
    let runScore = run.score + Self.match + runBonus
    return runScore >= gapScore ? (runScore, max(run.bonus, bonus)) : (gapScore, bonus)
  }

  /// What a match at an offset wins by what stands before it.
  func bonus(_ text: FoldedSlice, _ offset: Int) -> Int {
    guard offset > 0 else { return Self.boundaryAfterBlank }
    let previous = text.bytes[offset - 1]
    guard isWordByte(text.bytes[offset]) else { return 0 }
    if isWordByte(previous) { return text.isHump(offset) ? Self.hump : 0 }
    switch previous {
    case UInt8(ascii: " "), UInt8(ascii: "\t"): return Self.boundaryAfterBlank
    case UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "|"):
      return Self.boundaryAfterDelimiter
    default: return Self.boundary
    }
  }
}
