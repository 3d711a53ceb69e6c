import ListModel

/// Dates as the headings of pages have them.
enum DateTitle {
  /// The heading above entries without a known day.
  static let undated = "Undated"

  /// `Feb 11, 2022`.
  static func of(_ day: Day) -> String {
    let (year, month, date) = day.date
    return "\(monthName(month)) \(twoDigits(date)), \(year)"
  }

  /// `Feb 07 - Feb 13, 2022`: Monday to Sunday, with the year of the week's end.
  static func of(_ week: ISOWeek) -> String {
    let (_, month, date) = week.days.lowerBound.date
    return "\(monthName(month)) \(twoDigits(date)) - \(of(week.days.upperBound))"
  }
}
