/// What a match is worth, by where it was found.
///
/// The order is the ranking's: exact title, title prefix, word start, substring in the title, fuzzy
/// in the title, category, URL, description; in each of them a whole word is worth more than part of one.
/// The points of all words of a query are added up. The steps are wide where one place says much
/// more than the next: a word inside the title outweighs two in the description.
enum MatchPoints {
  static let exactTitle = 240
  static let titlePrefixWord = 205
  static let titlePrefix = 195
  static let titleWord = 185
  static let titleWordStart = 170
  static let title = 130
  /// Letters in their order that are no good match, but may become one when more is typed.
  static let tooScattered = -1
  /// A fuzzy match; the best is worth `fuzzySpread` more.
  static let fuzzyTitle = 70
  static let fuzzySpread = 50
  static let categoryWord = 60
  static let category = 50
  static let urlWord = 44
  static let url = 36
  static let descriptionWord = 30
  static let descriptionWordStart = 24
  static let description = 16
  /// Added where the words of a query are all that the title has, in whatever order.
  static let wholeTitle = 35
  /// A misspelt word of the title, and of the category; each slip takes `slip` off.
  static let typoTitle = 12
  static let typoCategory = 10
  static let slip = 4
  /// Added where the misspelt word begins the title, and again where it ends it, too.
  static let typoEdge = 1

  /// What a word's points are in a query of several: only the first word is one that a title begins
  /// with, and a title that begins with part of a word is no better than one that has it elsewhere.
  static func amongOthers(_ points: Int, isFirst: Bool) -> Int {
    switch points {
    case titlePrefixWord where !isFirst: titleWord
    case titlePrefix: titleWordStart
    default: points
    }
  }

  /// What the sum of several words' points is divided by if one of them is scattered over the title,
  /// so that all entries which have the words as they are come before: the best sum for n words is
  /// under 16 times the poorest, 16 n.
  static let scatteredDivisor = 16

  /// Whether points are those of letters scattered over a title.
  static func isFuzzy(_ points: Int) -> Bool {
    (fuzzyTitle...(fuzzyTitle + fuzzySpread)).contains(points)
  }
}

/// A folded text and where words begin inside its runs of letters and digits.
struct FoldedSlice {
  let bytes: UnsafeRawBufferPointer
  /// A bit for each byte of the column that the text lies in; see HumpFinder.
  let humps: UnsafeRawBufferPointer
  /// Where the text begins in its column.
  let start: Int

  /// A text whose humps are not known.
  init(_ bytes: UnsafeRawBufferPointer) {
    self.init(bytes, humps: UnsafeRawBufferPointer(start: nil, count: 0), start: 0)
  }

  init(_ bytes: UnsafeRawBufferPointer, humps: UnsafeRawBufferPointer, start: Int) {
    self.bytes = bytes
    self.humps = humps
    self.start = start
  }

  var count: Int { bytes.count }

  /// Whether a word begins at an offset that lies in the text, seen from the byte before it.
  @inline(__always)
  func isBoundary(_ offset: Int) -> Bool {
    guard offset > 0, offset < bytes.count else { return true }
    return !isWordByte(bytes[offset - 1]) || !isWordByte(bytes[offset]) || isHump(offset)
  }

  @inline(__always)
  func isHump(_ offset: Int) -> Bool {
    let bit = start + offset
    return bit >> 3 < humps.count && humps[bit >> 3] >> UInt8(bit & 7) & 1 == 1
  }
}
