/// Scores the best alignment of a needle's bytes scattered over a text.
///
/// The letters must occur in order. The first begins a word; after a gap the next one is in the
/// same word or begins a later one, and only short words (`of`, `the`) may be skipped. So `tfl`
/// matches TensorFlow Lite and `kfk` Kafka, but a sentence that happens to contain the letters does
/// not match. The best alignment counts, by fzf's scheme of bonuses: a matching byte scores 16, a
/// gap costs 3 and each further byte of it 1, but never more than the score so far; a byte at the
/// start of a word gets a bonus of 8 (9 after a delimiter, 10 after a blank or at the very start, 7
/// at a hump), twice that for the needle's first byte; a byte directly after its predecessor gets
/// 4, or the bonus of the run's first byte. For each byte of the needle the best score that ends in
/// it is stored, so the cost is the product of both lengths.
struct FuzzyScorer {
  let needle: UnsafeRawBufferPointer

  static let match = 16
  static let gapStart = 3
  static let boundaryAfterBlank = 10
  static let boundaryAfterDelimiter = 9
  static let boundary = 8
  static let hump = 7
  static let consecutive = 4
  /// Longer words are not matched scattered: nobody types them that way.
  static let longestNeedle = 64
  /// A longer title is a sentence, which nobody abbreviates.
  static let longestTitle = 100
  /// Words of up to this many letters may be skipped.
  static let shortWord = 3

  /// Returns whether a score is at least six tenths of the maximum, so that more letters are there
  /// than skipped.
  func isGood(_ score: Int) -> Bool { score * 10 >= Self.bestScore(length: needle.count) * 6 }

  /// Returns the score of a needle that starts the text and has no gap.
  static func bestScore(length: Int) -> Int {
    length * (match + boundaryAfterBlank) + boundaryAfterBlank
  }

  /// Returns the best score; nil if the needle cannot be aligned.
  func score(_ text: FoldedSlice) -> Int? {
    let length = needle.count
    guard length > 0, length <= Self.longestNeedle, text.count <= Self.longestTitle,
      let start = start(text)
    else { return nil }
    return withUnsafeTemporaryAllocation(of: FuzzyState.self, capacity: Self.longestNeedle) {
      let states = UnsafeMutableBufferPointer(rebasing: $0[..<length])
      states.initialize(repeating: FuzzyState())
      return score(text, from: start, states)
    }
  }

  /// Returns the first offset where a match may begin; nil if the needle is no subsequence from there,
  /// as in most texts that have all its letters.
  private func start(_ text: FoldedSlice) -> Int? {
    let count = text.count
    var start = 0
    while start < count,
      text[start] != needle[0] || !(text.isWordStart(start) || !isWordByte(text[start]))
    {
      start &+= 1
    }
    var (offset, place) = (start &+ 1, 1)
    while place < needle.count, offset < count {
      if text[offset] == needle[place] { place &+= 1 }
      offset &+= 1
    }
    return start < count && place == needle.count ? start : nil
  }

  private func score(
    _ text: FoldedSlice, from start: Int, _ states: UnsafeMutableBufferPointer<FuzzyState>
  ) -> Int? {
    let last = needle.count - 1
    var best: Int32 = -1
    var letters = 0
    // No place of the needle beyond this one has been reached.
    var reached = -1
    for offset in start..<text.count {
      let byte = text[offset]
      let isStart = text.isWordStart(offset)
      if isStart {
        for place in 0..<max(0, reached + 1) {
          states[place].beginWord(keepingOlder: letters <= Self.shortWord)
        }
        letters = 0
      }
      if isWordByte(byte) { letters += 1 }
      var place = min(last, reached + 1)
      while place >= 0 {
        states[place].pass(offset: Int32(truncatingIfNeeded: offset), isStart: isStart)
        if needle[place] == byte, end(place, text, offset, isStart: isStart, states) {
          reached = max(reached, place)
          if place == last { best = max(best, states[place].score) }
        }
        place -= 1
      }
    }
    return best < 0 ? nil : Int(best)
  }

  /// Aligns a byte of the needle with a matching offset; returns false if that is unreachable.
  @inline(__always)
  private func end(
    _ place: Int, _ text: FoldedSlice, _ offset: Int, isStart: Bool,
    _ states: UnsafeMutableBufferPointer<FuzzyState>
  ) -> Bool {
    let bonus = Int32(truncatingIfNeeded: bonus(text, offset))
    if place == 0 {
      guard isStart || !isWordByte(text[offset]) else { return false }
      states[0].end(score: Int32(Self.match) + 2 * bonus, bonus: bonus)
    } else {
      states[place].end(
        after: states[place - 1], offset: Int32(truncatingIfNeeded: offset), isStart: isStart,
        bonus: bonus)
    }
    return states[place].score != FuzzyState.none
  }

  /// Returns the bonus of a match at an offset, by the byte before it.
  func bonus(_ text: FoldedSlice, _ offset: Int) -> Int {
    guard offset > 0 else { return Self.boundaryAfterBlank }
    let previous = text[offset - 1]
    guard isWordByte(text[offset]) else { return 0 }
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

/// The best scores that end in one byte of a needle; sixteen bytes, so that all of them fit on the
/// stack.
private struct FuzzyState {
  static let none = Int32.min / 2

  /// Of the match that ended at the byte before.
  var score = none
  private var bonus: Int32 = 0
  /// Of those that ended two bytes back or earlier in this word: score + offset, to avoid having it
  /// lowered with each byte of the gap.
  private var inWord = none
  /// Of those in the words before from which this one may follow.
  private var before = none

  mutating func beginWord(keepingOlder: Bool) {
    before = keepingOlder ? max(before, inWord) : inWord
    inWord = Self.none
  }

  /// Moves the match at the previous byte to the earlier ones.
  mutating func pass(offset: Int32, isStart: Bool) {
    guard score != Self.none else { return }
    if isStart {
      before = max(before, score &+ offset &- 1)
    } else {
      inWord = max(inWord, score &+ offset &- 1)
    }
    score = Self.none
  }

  mutating func end(score: Int32, bonus: Int32) {
    self.score = score
    self.bonus = bonus
  }

  /// Ends at an offset; the needle's previous byte ended as given by `previous`, which has not
  /// passed the offset yet.
  mutating func end(after previous: FuzzyState, offset: Int32, isStart: Bool, bonus: Int32) {
    let older = isStart ? previous.before : previous.inWord
    if older != Self.none {
      let won = max(0, older &- offset &- Int32(FuzzyScorer.gapStart) &+ 2)
      end(score: won &+ Int32(FuzzyScorer.match) &+ bonus, bonus: bonus)
    }
    guard previous.score != Self.none else { return }
    let run =
      previous.score &+ Int32(FuzzyScorer.match)
      &+ max(bonus, previous.bonus, Int32(FuzzyScorer.consecutive))
    if run >= score { end(score: run, bonus: max(previous.bonus, bonus)) }
  }
}
