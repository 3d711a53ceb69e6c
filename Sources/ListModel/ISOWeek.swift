/// A week of ISO 8601: from Monday to Sunday; a year's first is the one with its first Thursday.
public struct ISOWeek: Hashable, Comparable, Sendable {
  /// The year that the week counts to; near January 1 it may differ from the calendar's.
  public let year: Int
  /// 1 to 53.
  public let week: Int

  /// Creates the week that a day lies in.
  public init(of day: Day) {
    let thursday = day.advanced(by: 4 - day.weekday.rawValue)
    let year = thursday.date.year
    let first = Day(year: year, month: 1, day: 1) ?? thursday
    self.year = year
    week = (thursday.number - first.number) / 7 + 1
  }

  /// Creates a week by its number; nil if the year has no such week.
  public init?(year: Int, week: Int) {
    guard (1...9999).contains(year), (1...53).contains(week),
      let fourth = Day(year: year, month: 1, day: 4)
    else { return nil }
    let found = ISOWeek(of: fourth.advanced(by: (week - 1) * 7))
    guard found.year == year, found.week == week else { return nil }
    self = found
  }

  /// Monday to Sunday; the last week there is ends on its Friday, 9999-12-31.
  public var days: ClosedRange<Day> {
    let fourth = Day(year: year, month: 1, day: 4) ?? .earliest
    let monday = fourth.advanced(by: 1 - fourth.weekday.rawValue + (week - 1) * 7)
    return monday...monday.advanced(by: 6)
  }

  public static func < (left: ISOWeek, right: ISOWeek) -> Bool {
    (left.year, left.week) < (right.year, right.week)
  }
}

extension ISOWeek: CustomStringConvertible {
  /// `2022-W06`.
  public var description: String { "\(padded(year, to: 4))-W\(padded(week, to: 2))" }
}
