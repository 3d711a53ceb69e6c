public import ListModel

/// A search request: a query under the chosen facets, in an order.
public struct SearchRequest: Equatable, Sendable {
  /// The text typed after `/`.
  public var query: String
  /// Only entries of this list; nil for all lists.
  public var list: ListIndex?
  /// Whether a link that several lists have is one row, if no list is chosen.
  public var mergesLinks: Bool
  /// Only entries of these lists, such as all of a subject; nil for all lists.
  public var lists: Set<ListIndex>?
  /// Only entries of one of these categories; nil for every category.
  public var categories: Set<CategoryIndex>?
  /// Only entries of this set, such as those with a tag; nil for every entry.
  public var tagged: EntrySet?
  /// Only entries of these dates.
  public var dates: DateSelection?
  /// The order, unless the query names one with `sort:`.
  public var order: SortOrder
  /// Whether the order is reversed.
  public var reversed: Bool
  /// The entries that are new to the user, which are also counted for each facet value.
  public var new = EntrySet()
  /// Only these entries; nil for all.
  public var scope: EntrySet?
  /// The marks for `is:kept` and the like.
  public var marks: UserMarks
  /// The day from which `added:<2w` counts back; required for such terms.
  public var today: Day

  /// Creates a request for all entries, newest first, unless given.
  public init(
    query: String = "", list: ListIndex? = nil, lists: Set<ListIndex>? = nil,
    categories: Set<CategoryIndex>? = nil,
    dates: DateSelection? = nil, order: SortOrder = .date, reversed: Bool = false,
    marks: UserMarks = UserMarks(), mergesLinks: Bool = true, today: Day
  ) {
    self.query = query
    self.list = list
    self.mergesLinks = mergesLinks
    self.lists = lists
    self.categories = categories
    tagged = nil
    self.dates = dates
    self.order = order
    self.reversed = reversed
    self.marks = marks
    self.today = today
  }
}

extension SearchRequest {
  /// Whether a link is one row however many entries have it.
  var isByLink: Bool { list == nil && mergesLinks }

  /// Whether no facet is chosen and no entry excluded, whatever the query.
  var isOfAll: Bool {
    list == nil && lists == nil && categories == nil && tagged == nil && dates == nil
      && scope == nil
  }

  /// Whether nothing narrows it and the order is the default.
  var isWide: Bool { isOfAll && query.isEmpty && order == .date && !reversed }
}

/// Which dates are chosen.
public enum DateSelection: Hashable, Sendable {
  /// Entries added on one of these days.
  case days(ClosedRange<Day>)
  /// Of those the ones that were not added in bulk.
  case singly(ClosedRange<Day>)
  /// Of those the ones that were added in bulk.
  case inBulk(ClosedRange<Day>)
  /// Entries without a known day.
  case undated
}

/// In which order entries are shown.
public enum SortOrder: String, CaseIterable, Sendable {
  /// Newest first, then list order.
  case date
  /// By title, A to Z, as folded text.
  case name
  /// Most stars first, then newest; entries without a count come last.
  case stars
  /// Best match first, then newest; list order without a query.
  case relevance
  /// As the lists have them.
  case list
}
