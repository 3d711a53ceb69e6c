public import ListModel

/// The result of a search, with the counts of all facet values.
///
/// Each facet's counts are for the query and the other facets, so they predict the result of
/// choosing a value. They count entries, whereas a link in several lists is one row and counts once
/// in the total, unless a list is chosen.
public struct SearchResult: Sendable {
  /// The matching entries, in the requested order.
  public var rows: SearchRows
  /// How many of the rows, the last ones, match only if typos are forgiven.
  public var typoCount: Int
  /// The number of rows of the chosen facets without the query.
  public var total: Int
  /// Matches in each list, by its number.
  public var listCounts: [Int]
  /// Matches in each category, by its number.
  public var categoryCounts: [Int]
  /// Matches of each day that has any, newest first.
  public var dayCounts: [DayCount]
  /// Matches without a known day.
  public var undatedCount: Int
  /// How many of the matches are new to the user, in each list and category, and without a day;
  /// empty and 0 if the request has no new entries.
  public var newCounts = NewCounts()
  /// Matches of each tag, by its number among those of the request's marks.
  public var tagCounts: [Int]
  /// Matches with any tag; 0 if the request knows no tags.
  public var taggedCount: Int
  /// Matches without a tag; 0 if the request knows no tags.
  public var untaggedCount: Int
  /// The trace from which a search for a longer query may start.
  var trace: SearchTrace?

  /// Creates a result that is assembled elsewhere, or an empty one.
  public init(
    rows: SearchRows = SearchRows(), typoCount: Int = 0, total: Int = 0, listCounts: [Int] = [],
    categoryCounts: [Int] = [], dayCounts: [DayCount] = [], undatedCount: Int = 0,
    tagCounts: [Int] = [], taggedCount: Int = 0, untaggedCount: Int = 0
  ) {
    self.rows = rows
    self.typoCount = typoCount
    self.total = total
    self.listCounts = listCounts
    self.categoryCounts = categoryCounts
    self.dayCounts = dayCounts
    self.undatedCount = undatedCount
    self.tagCounts = tagCounts
    self.taggedCount = taggedCount
    self.untaggedCount = untaggedCount
  }
}

extension SearchResult: Equatable {
  /// Returns whether both have the same content, however they were found.
  public static func == (left: SearchResult, right: SearchResult) -> Bool {
    left.rows == right.rows && left.typoCount == right.typoCount && left.total == right.total
      && left.listCounts == right.listCounts && left.categoryCounts == right.categoryCounts
      && left.dayCounts == right.dayCounts && left.undatedCount == right.undatedCount
      && left.newCounts == right.newCounts
      && left.tagCounts == right.tagCounts && left.untaggedCount == right.untaggedCount
  }
}

/// How many matches are new to the user.
public struct NewCounts: Equatable, Sendable {
  /// In each list, by its number; empty for none at all.
  public var lists: [Int] = []
  /// In each category, by its number; empty for none at all.
  public var categories: [Int] = []
  /// Entries without a known day.
  public var undated = 0

  /// None is new.
  public init() {}
}

/// How many entries were added on a day.
public struct DayCount: Equatable, Sendable {
  public var day: Day
  public var count: Int
  /// How many of them were added in bulk.
  public var bulk: Int
  /// How many of them are new to the user, and how many of those were added in bulk.
  public var new: Int
  public var newInBulk: Int

  /// Creates a count of one day.
  public init(day: Day, count: Int, bulk: Int = 0, new: Int = 0, newInBulk: Int = 0) {
    self.day = day
    self.count = count
    self.bulk = bulk
    self.new = new
    self.newInBulk = newInBulk
  }
}

/// The query that a result answers and the entries that a longer one may find.
struct SearchTrace: Sendable {
  let query: Query
  /// The entries that were searched; nil for all.
  let scope: EntrySet?
  /// The entries that contain the words exactly, regardless of facets, as a bit set.
  let exact: [UInt64]
  let exactCount: Int
  /// The scores of the query's word; nil if it is not one word, matches few entries or was followed
  /// by others.
  var word: KnownWord?
  /// Retains the catalog's bytes, whose identity shows whether two results are of the same catalog.
  let image: CatalogImage

  init(query: Query, scope: EntrySet?, exact: [UInt64], image: CatalogImage) {
    self.query = query
    self.scope = scope
    self.exact = exact
    self.image = image
    exactCount = exact.reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
