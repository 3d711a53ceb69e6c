/// The score of a match, by its place.
///
/// The order is the ranking's: exact title, title prefix, word start, substring in the title,
/// fuzzy in the title, category, URL, description; within each, a whole word scores more than part
/// of one.
enum MatchPoints {
  static let exactTitle = 240
  static let titlePrefixWord = 205
  static let titlePrefix = 195
  static let titleWord = 185
  static let titleWordStart = 170
  static let title = 130
  /// A fuzzy match; the best one scores `fuzzySpread` more.
  static let fuzzyTitle = 70
  static let fuzzySpread = 50
  static let categoryWord = 60
  static let category = 50
  static let urlWord = 44
  static let url = 36
  static let descriptionWord = 30
  static let descriptionWordStart = 24
  static let description = 16
  /// Added if the words of a query are all of the title, in any order.
  static let wholeTitle = 35
  /// A typo in a word of the title, and of the category; each edit costs `editPenalty`.
  static let typoTitle = 12
  static let typoCategory = 10
  static let editPenalty = 4
  /// Added if the misspelt word begins the title, and again if it ends it.
  static let typoEdge = 1

  /// Returns the score of a word by its place in a title that does not begin with it.
  @inline(__always)
  static func ofTitle(_ tier: MatchTier) -> Int {
    switch tier {
    case .nowhere: 0
    case .inside: title
    case .atWordStart: titleWordStart
    case .asWord: titleWord
    }
  }

  /// Returns the score of a word in a query of several: only the first word can begin a title, and
  /// a title that begins with part of a word scores no more than one that has it elsewhere.
  static func amongOthers(_ points: Int, isFirst: Bool) -> Int {
    switch points {
    case titlePrefixWord where !isFirst: titleWord
    case titlePrefix: titleWordStart
    default: points
    }
  }

  /// The divisor of the score of several words if one of them is scattered over the title, so that
  /// all entries with whole words come first: the best sum for n words is less than 16 times the
  /// lowest, 16 n.
  static let scatteredDivisor = 16

  /// Returns whether points are those of letters scattered over a title.
  static func isFuzzy(_ points: Int) -> Bool {
    (fuzzyTitle...(fuzzyTitle + fuzzySpread)).contains(points)
  }
}
