package import ListModel
package import ListSearch

/// A value of a facet: the entries that choosing a row of a facet pane narrows to.
package enum FacetKey: Hashable, Sendable {
  /// The first row of each facet: nothing is narrowed.
  case all
  case list(ListIndex)
  /// All lists of a subject, as a path of one heading.
  case subject(CategoryPath)
  /// A category and all below it.
  case category(CategoryPath)
  case year(Int)
  case month(year: Int, month: Int)
  /// A day, without bulk additions.
  case day(Day)
  /// The bulk additions of a month, and of one day of it.
  case bulk(year: Int, month: Int)
  case bulkDay(Day)
  /// The year that ISO weeks belong to.
  case weekYear(Int)
  case week(ISOWeek)
  case undated
  /// A tag by its bytes: texts that only look alike are different tags.
  case tag([UInt8])
  case untagged
}

extension FacetKey {
  /// The days of a date row; nil for other rows.
  package var days: ClosedRange<Day>? {
    switch self {
    case .year(let year):
      Self.days(from: Day(year: year, month: 1, day: 1), to: Day(year: year, month: 12, day: 31))
    case .month(let year, let month), .bulk(let year, let month):
      Self.days(
        from: Day(year: year, month: month, day: 1),
        to: Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)))
    case .day(let day), .bulkDay(let day): day...day
    case .weekYear(let year):
      Self.days(
        from: ISOWeek(year: year, week: 1)?.days.lowerBound,
        to: ISOWeek(year: year + 1, week: 1)?.days.lowerBound.advanced(by: -1) ?? .latest)
    case .week(let week): week.days
    case .all, .list, .subject, .category, .undated, .tag, .untagged: nil
    }
  }

  /// The dates that a row narrows the entries to; nil for other rows.
  package var dates: DateSelection? {
    guard self != .undated else { return .undated }
    return days.map { days in
      switch self {
      case .day: .singly(days)
      case .bulk, .bulkDay: .inBulk(days)
      default: .days(days)
      }
    }
  }

  private static func days(from first: Day?, to last: Day?) -> ClosedRange<Day>? {
    guard let first, let last, first <= last else { return nil }
    return first...last
  }
}

/// One row of a facet pane.
package struct FacetRow: Equatable, Sendable {
  package let key: FacetKey
  package let label: String
  /// How many headings it is indented by.
  package let depth: Int
  /// How many entries choosing it would show.
  package internal(set) var count: Int
  /// How many of these are new to the user.
  package internal(set) var new = 0
  /// Whether the rows below it are shown; nil for a row without any.
  package let isOpen: Bool?
  /// Whether a list, or one below the row, failed at the last sync.
  package internal(set) var hasFailed = false
  /// Whether a list has no entry at all.
  package internal(set) var isEmpty = false

  /// Returns the column of the triangle that opens the row, from the left of a pane of this width.
  package func triangleColumn(in columns: Int) -> Int { 1 + min(depth * 2, columns / 2) }
}
