import ListModel

/// The scores of all entries for a word with one more letter, computed before that letter is typed.
///
/// For each letter and digit there is a row of four bits for each entry: a `LetterTier`. The rows
/// of 4,096 entries are adjacent, 72 KiB, so that they fit in the second-level cache while being
/// filled. Takes 18 bytes per entry. Sendable, because it is immutable once built.
final class NextLetters: @unchecked Sendable {
  /// The word before the letter.
  let word: LastWord
  /// Whether URLs and descriptions count as well as titles.
  let isOfAllTexts: Bool
  /// The entries that were searched; nil for all.
  let scope: EntrySet?
  /// The catalog that it was built for.
  let image: CatalogImage
  /// The number of 64-entry words that it covers: all, unless the next letter came too soon.
  private(set) var wordCount = 0

  private let wholeCount: Int
  private let rows: UnsafeMutableBufferPointer<UInt8>
  private let memory: SearchMemory

  /// Whether it covers all entries.
  var isWhole: Bool { wordCount == wholeCount }

  /// How many words of 64 entries have their rows together.
  static let blockSize = 64
  private static let rowBytes = blockSize * 32

  /// Allocates the table for the entries of an index.
  init(
    _ word: LastWord, isOfAllTexts: Bool, scope: EntrySet?, image: CatalogImage, wordCount: Int,
    memory: SearchMemory
  ) {
    self.word = word
    self.isOfAllTexts = isOfAllTexts
    self.scope = scope
    self.image = image
    self.memory = memory
    wholeCount = wordCount
    let blocks = (wordCount + Self.blockSize - 1) / Self.blockSize
    rows = memory.unset(UInt8.self, count: blocks * Sign.otherRows * Self.rowBytes)
  }

  /// Fills the rows of a block, which follows on those that were filled.
  func fill(_ words: Range<Int>, _ body: (_ rows: UnsafeMutableBufferPointer<UInt8>) -> Void) {
    let size = Sign.otherRows * Self.rowBytes
    let start = words.lowerBound / Self.blockSize * size
    let block = UnsafeMutableBufferPointer(rebasing: rows[start..<start + size])
    block.update(repeating: 0)
    body(block)
    wordCount = words.upperBound
  }

  /// Records in a block's rows how an entry matches a letter, if that is better than the recorded
  /// match.
  @inline(__always)
  static func note(
    _ tier: LetterTier, _ letter: UInt8, _ entry: Int,
    _ rows: UnsafeMutableBufferPointer<UInt8>
  ) {
    let place = Int(letter) &* rowBytes &+ (entry & (blockSize << 6 &- 1)) >> 1
    let shift = UInt8(truncatingIfNeeded: entry & 1) &* 4
    let pair = rows[place]
    guard pair >> shift & 15 < tier.rawValue else { return }
    rows[place] = pair & ~(15 << shift) | tier.rawValue << shift
  }

  /// Returns the tiers of 64 entries for a letter: two in a byte, the first in its lower half.
  @inline(__always)
  func tiers(_ letter: UInt8, at word: Int) -> UnsafeRawBufferPointer {
    let block = word / Self.blockSize
    let start =
      (block &* Sign.otherRows &+ Int(letter)) &* Self.rowBytes
      &+ (word & (Self.blockSize - 1)) &* 32
    return UnsafeRawBufferPointer(UnsafeMutableBufferPointer(rebasing: rows[start..<start + 32]))
  }
}

/// The kind of an entry's match, the best last, which determines its score.
enum LetterTier: UInt8 {
  case nowhere
  case description, descriptionWordStart, descriptionWord
  case url, urlWord
  case title, titleWordStart, titleWord, titlePrefix, titlePrefixWord, exactTitle

  /// The points of each tier, by its number.
  static let points = (UInt8.min..<16).map { number in
    UInt16(
      truncatingIfNeeded: LetterTier(rawValue: number).map { tier in
        switch tier {
        case .nowhere: 0
        case .description: MatchPoints.description
        case .descriptionWordStart: MatchPoints.descriptionWordStart
        case .descriptionWord: MatchPoints.descriptionWord
        case .url: MatchPoints.url
        case .urlWord: MatchPoints.urlWord
        case .title: MatchPoints.title
        case .titleWordStart: MatchPoints.titleWordStart
        case .titleWord: MatchPoints.titleWord
        case .titlePrefix: MatchPoints.titlePrefix
        case .titlePrefixWord: MatchPoints.titlePrefixWord
        case .exactTitle: MatchPoints.exactTitle
        }
      } ?? 0)
  }
}
