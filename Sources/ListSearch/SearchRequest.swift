public import ListModel

/// What the browser wants to see: a query under the facets that are chosen, in an order.
public struct SearchRequest: Equatable, Sendable {
  /// What was typed after `/`, as it stands.
  public var query: String
  /// Only entries of this list.
  public var list: ListIndex?
  /// Only entries of one of these categories; nil for every category.
  public var categories: Set<CategoryIndex>?
  /// Only entries of these dates.
  public var dates: DateSelection?
  public var order: SortOrder
  /// Whether the order is turned round.
  public var reversed: Bool

  /// All entries, newest first, unless told.
  public init(
    query: String = "", list: ListIndex? = nil, categories: Set<CategoryIndex>? = nil,
    dates: DateSelection? = nil, order: SortOrder = .date, reversed: Bool = false
  ) {
    self.query = query
    self.list = list
    self.categories = categories
    self.dates = dates
    self.order = order
    self.reversed = reversed
  }
}

/// Which dates are chosen.
public enum DateSelection: Hashable, Sendable {
  /// Entries added on one of these days.
  case days(ClosedRange<Day>)
  /// Entries whose day is not known.
  case undated
}

/// In which order entries are shown.
public enum SortOrder: String, CaseIterable, Sendable {
  /// Newest first, then list order.
  case date
  /// By title, A to Z.
  case name
  /// Most stars first.
  case stars
  /// Best match first; list order without a query.
  case relevance
  /// As the lists have them.
  case list
}
