public import ListModel

/// What a search found, with the counts of every facet value.
///
/// Each facet's counts are those under the query and the other facets, so that they tell what
/// choosing a value would show. They count entries, while a link that is in several lists is
/// one row and one of the total, unless a list is chosen.
public struct SearchResult: Sendable {
  /// The entries that match, in the order asked for.
  public var rows: SearchRows
  /// How many of the rows, the last ones, match only if typos are forgiven.
  public var typoCount: Int
  /// How many rows there are under the chosen facets without the query.
  public var total: Int
  /// Matches in each list, by its number.
  public var listCounts: [Int]
  /// Matches in each category, by its number.
  public var categoryCounts: [Int]
  /// Matches of each day that has any, newest first.
  public var dayCounts: [DayCount]
  /// Matches whose day is not known.
  public var undatedCount: Int
  /// How many of the matches are new to the user, in each list and category, and without a day;
  /// empty and 0 where the request names none.
  public var newCounts = NewCounts()
  /// Matches of each tag, by its number among those of the request's marks.
  public var tagCounts: [Int]
  /// Matches with any tag; 0 if the request knows no tags.
  public var taggedCount: Int
  /// Matches without a tag; 0 if the request knows no tags.
  public var untaggedCount: Int
  /// The trace that a search for a longer query may start from.
  var trace: SearchTrace?

  /// Creates a result that is put together elsewhere, or an empty one.
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
  /// Returns whether both show the same; how they were found makes no difference.
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
  /// Those whose day is not known.
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
  /// The entries that were looked through; nil for all.
  let scope: EntrySet?
  /// Those that have the words as is, whatever the facets: a bit for each entry.
  let exact: [UInt64]
  let exactCount: Int
  /// What the query's word is worth; nil if it is none, has few entries or was followed by others.
  var word: KnownWord?
  /// Holds the catalog's bytes, whose identity shows whether two results are of the same catalog.
  let image: CatalogImage

  init(query: Query, scope: EntrySet?, exact: [UInt64], image: CatalogImage) {
    self.query = query
    self.scope = scope
    self.exact = exact
    self.image = image
    exactCount = exact.reduce(0) { $0 + $1.nonzeroBitCount }
  }
}
