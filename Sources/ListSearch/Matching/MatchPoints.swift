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

  /// What a word is worth by its place in a title that does not begin with it.
  @inline(__always)
  static func ofTitle(_ standing: MatchTier) -> Int {
    switch standing {
    case .nowhere: 0
    case .inside: title
    case .atWordStart: titleWordStart
    case .asWord: titleWord
    }
  }

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
