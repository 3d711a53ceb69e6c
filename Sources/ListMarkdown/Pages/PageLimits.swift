/// How much of a page is read; the rest is cut and reported as an issue.
///
/// Published pages stay far below: the longest has 0.7 MB, its longest line 1.7 kB.
enum PageLimits {
  /// A page longer than this is refused.
  static let pageBytes = 16 << 20
  /// The rest of a longer line is not read.
  static let lineBytes = 64 << 10
  /// The maximum number of entries; ten times that of the longest known list.
  static let entries = 100_000
  /// The most links of one entry that are stored.
  static let linksOfEntry = 1_000
  /// The maximum number of links of all entries of a page; beyond it an entry keeps only its main
  /// link.
  static let links = 200_000
  /// The maximum length of an item's text as part of a category.
  static let categoryBytes = 120
  /// The most bytes of prose of one category, and of all categories of a page.
  static let categoryTextBytes = 2_000
  static let categoryTextsBytes = 64 << 10
  /// Issues after these are only counted.
  static let issues = 1_000
}
