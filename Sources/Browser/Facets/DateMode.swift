import ListModel

/// How the dates pane groups days.
package enum DateMode: String, CaseIterable, Sendable {
  /// Year, month, day.
  case day
  /// ISO year, ISO week.
  case week
  case month
  case year

  /// The grouping after this one, for `w`.
  var next: DateMode {
    switch self {
    case .day: .week
    case .week: .month
    case .month: .year
    case .year: .day
    }
  }

  /// Returns the keys under which a day is grouped, outermost first.
  func path(of day: Day) -> [FacetKey] {
    let (year, month, _) = day.date
    switch self {
    case .day: return [.year(year), .month(year: year, month: month), .day(day)]
    case .week:
      let week = ISOWeek(of: day)
      return [.weekYear(week.year), .week(week)]
    case .month: return [.month(year: year, month: month)]
    case .year: return [.year(year)]
    }
  }

  /// Whether a row of the first level opens to others.
  var hasInnerRows: Bool { self == .day || self == .week }

  /// Returns the first day of the innermost group of a day: its month, week or year.
  func start(of day: Day) -> Day {
    let (year, month, _) = day.date
    return switch self {
    case .day, .month: Day(year: year, month: month, day: 1) ?? day
    case .week: ISOWeek(of: day).days.lowerBound
    case .year: Day(year: year, month: 1, day: 1) ?? day
    }
  }
}
