public import ListModel

/// What a search found, with the counts of every facet value.
///
/// Each facet's counts are those under the query and the other facets, so that they tell what
/// choosing a value would show.
public struct SearchResult: Equatable, Sendable {
  /// The entries that match, in the order asked for.
  public var rows: [EntryIndex]
  /// How many entries there are under the chosen facets without the query.
  public var total: Int
  /// Matches in each list, by its number.
  public var listCounts: [Int]
  /// Matches in each category, by its number.
  public var categoryCounts: [Int]
  /// Matches of each day that has any, newest first.
  public var dayCounts: [DayCount]
  /// Matches whose day is not known.
  public var undatedCount: Int

  /// A result that is put together elsewhere, or an empty one.
  public init(
    rows: [EntryIndex] = [], total: Int = 0, listCounts: [Int] = [], categoryCounts: [Int] = [],
    dayCounts: [DayCount] = [], undatedCount: Int = 0
  ) {
    self.rows = rows
    self.total = total
    self.listCounts = listCounts
    self.categoryCounts = categoryCounts
    self.dayCounts = dayCounts
    self.undatedCount = undatedCount
  }
}

/// How many entries were added on a day.
public struct DayCount: Equatable, Sendable {
  public var day: Day
  public var count: Int

  /// A count of one day.
  public init(day: Day, count: Int) {
    self.day = day
    self.count = count
  }
}
