import ListModel
import ListSearch

/// What came on a day, in bulk or not, with the rows that it counts for.
struct DatePart {
  let path: [FacetKey]
  let count: Int
  private let day: Day
  private let isBulk: Bool

  private init(_ day: Day, count: Int, isBulk: Bool, mode: DateMode) {
    self.day = day
    self.count = count
    self.isBulk = isBulk
    path = isBulk ? mode.pathInBulk(of: day) : mode.path(of: day)
  }

  /// The parts of days that come newest first, in the order of their rows.
  static func parts(of days: [DayCount], mode: DateMode) -> [DatePart] {
    var parts: [DatePart] = []
    for day in days {
      let single = mode == .day ? day.count - day.bulk : day.count
      if single > 0 { parts.append(DatePart(day.day, count: single, isBulk: false, mode: mode)) }
    }
    guard mode == .day, days.contains(where: { $0.bulk > 0 }) else { return parts }
    for day in days where day.bulk > 0 {
      parts.append(DatePart(day.day, count: day.bulk, isBulk: true, mode: mode))
    }
    return parts.sorted { $0.precedes($1) }
  }

  /// The part of a row that is there without a match, with nothing below it; nil for no date.
  init?(without chosen: FacetKey, mode: DateMode) {
    guard let days = chosen.days else { return nil }
    day = days.lowerBound
    count = 0
    if case .inBulk = chosen.dates { isBulk = true } else { isBulk = false }
    let whole = isBulk ? mode.pathInBulk(of: day) : mode.path(of: day)
    path = whole.firstIndex(of: chosen).map { Array(whole[...$0]) } ?? whole
  }

  /// Whether its row comes first: a later month, what did not come in bulk, a later day.
  func precedes(_ other: DatePart) -> Bool {
    let (year, month, _) = day.date
    let (otherYear, otherMonth, _) = other.day.date
    if (year, month) != (otherYear, otherMonth) { return (year, month) > (otherYear, otherMonth) }
    if isBulk != other.isBulk { return other.isBulk }
    return day > other.day
  }
}
