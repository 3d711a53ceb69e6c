/// The prepared information on a word with one more letter; each searching thread has one.
struct KnownLetter {
  private let letters: NextLetters
  private let letter: UInt8
  /// For two tiers in a byte the points of both, the first in the lower half.
  private let points: UnsafeBufferPointer<UInt32>
  /// For two tiers in a byte two bits that say which match, and two which match in the title.
  private let matches: UnsafeBufferPointer<UInt8>

  private static let pointsOfPairs: [UInt32] = (0..<256).map {
    let points = LetterTier.points
    return UInt32(points[$0 & 15]) | UInt32(points[$0 >> 4]) << 16
  }

  private static let matchesOfPairs: [UInt8] = (0..<256).map { pair in
    [pair & 15, pair >> 4].enumerated().reduce(into: 0) { bits, tier in
      if tier.element > 0 { bits |= 1 << UInt8(tier.offset) }
      if tier.element >= LetterTier.title.rawValue { bits |= 4 << UInt8(tier.offset) }
    }
  }

  /// Nil if the letters are of another word or of other entries.
  init?(_ letters: NextLetters, completing word: LastWord, memory: SearchMemory) {
    guard let last = word.letters.last, word.letters.dropLast().elementsEqual(letters.word.letters),
      word.others == letters.word.others, Sign.letter(last) < Sign.otherRows
    else { return nil }
    self.letters = letters
    letter = Sign.letter(last)
    points = memory.keep(Self.pointsOfPairs)
    matches = memory.keep(Self.matchesOfPairs)
  }

  /// Whether URLs and descriptions are known as well as titles.
  var isOfAllTexts: Bool { letters.isOfAllTexts }

  /// Returns whether anything is known of 64 entries.
  @inline(__always)
  func tells(of word: Int) -> Bool { word < letters.wordCount }

  /// Returns which of 64 entries match.
  @inline(__always)
  func entries(at word: Int) -> UInt64 {
    let tiers = letters.tiers(letter, at: word)
    var found: UInt64 = 0
    for pair in 0..<32 { found |= UInt64(matches[Int(tiers[pair])] & 3) << UInt64(pair &* 2) }
    return found
  }

  /// Returns the score of an entry.
  @inline(__always)
  func points(of entry: Int) -> Int {
    let pair = Int(letters.tiers(letter, at: entry >> 6)[(entry & 63) >> 1])
    return Int(points[pair] >> UInt32(entry & 1 == 0 ? 0 : 16) & 0xFFFF)
  }

  /// Returns which of 64 entries match, and which in their titles; notes the points of all of them.
  @inline(__always)
  func take(
    _ word: Int, points all: UnsafeMutableBufferPointer<UInt16>
  ) -> (found: UInt64, inTitle: UInt64) {
    let tiers = letters.tiers(letter, at: word)
    var (found, inTitle): (UInt64, UInt64) = (0, 0)
    let start = word << 6
    for pair in 0..<min(32, (all.count &- start &+ 1) >> 1) {
      let bits = matches[Int(tiers[pair])]
      let points = points[Int(tiers[pair])]
      let place = start &+ pair &* 2
      all[place] = UInt16(truncatingIfNeeded: points)
      if place &+ 1 < all.count { all[place &+ 1] = UInt16(truncatingIfNeeded: points >> 16) }
      found |= UInt64(bits & 3) << UInt64(pair &* 2)
      inTitle |= UInt64(bits >> 2) << UInt64(pair &* 2)
    }
    return (found, inTitle)
  }
}
