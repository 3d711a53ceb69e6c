import ListModel

/// The days of an `added:` term: dates with the given precision, and ages.
struct AddedDates {
  let today: Day

  func days(_ text: String) -> ClosedRange<Day>? {
    guard let term = RangeTerm(text, operand: { point($0) }) else { return nil }
    // A younger age is a later day.
    switch term {
    case .exactly(.age(let day)), .atMost(.age(let day)): return range(from: day, to: nil)
    case .below(.age(let day)): return range(from: day.advanced(by: 1), to: nil)
    case .atLeast(.age(let day)): return range(from: nil, to: day)
    case .above(.age(let day)): return range(from: nil, to: day.advanced(by: -1))
    case .exactly(let point): return point.days
    case .above(let point): return range(from: point.days.upperBound.advanced(by: 1), to: nil)
    case .atLeast(let point): return range(from: point.days.lowerBound, to: nil)
    case .below(let point): return range(from: nil, to: point.days.lowerBound.advanced(by: -1))
    case .atMost(let point): return range(from: nil, to: point.days.upperBound)
    case .between(let from, let to):
      return range(from: from?.days.lowerBound, to: to?.days.upperBound)
    }
  }

  private enum Point {
    /// A year, month, week or day.
    case date(ClosedRange<Day>)
    /// The day that is so long ago.
    case age(Day)

    var days: ClosedRange<Day> {
      switch self {
      case .date(let days): days
      case .age(let day): day...day
      }
    }
  }

  private func point(_ text: Substring) -> Point? {
    let bytes = Array(text.utf8)
    if bytes.elementsEqual("today".utf8) { return .date(today...today) }
    if bytes.elementsEqual("yesterday".utf8) {
      return .date(today.advanced(by: -1)...today.advanced(by: -1))
    }
    if let age = age(bytes) { return .age(age) }
    return (calendarDays(bytes) ?? weekDays(bytes)).map { .date($0) }
  }

  private func age(_ bytes: [UInt8]) -> Day? {
    guard let unit = bytes.last, let count = Int(ascii: bytes.dropLast()), count <= 9_999 else {
      return nil
    }
    switch unit {
    case UInt8(ascii: "d"): return today.advanced(by: -count)
    case UInt8(ascii: "w"): return today.advanced(by: -7 * count)
    case UInt8(ascii: "m"): return monthsAgo(count)
    case UInt8(ascii: "y"): return monthsAgo(12 * count)
    default: return nil
    }
  }

  /// Returns the same day of an earlier month, or that month's last; the first day of all before
  /// year 1.
  private func monthsAgo(_ count: Int) -> Day {
    let (year, month, day) = today.date
    let months = year * 12 + month - 1 - count
    let length = Day.length(ofMonth: months % 12 + 1, year: months / 12)
    return Day(year: months / 12, month: months % 12 + 1, day: min(day, length))
      ?? .earliest
  }
}

/// The days of a `week:` term.
struct WeekDates {
  func days(_ text: String) -> ClosedRange<Day>? {
    guard let term = RangeTerm(text, operand: { weekDays(Array($0.utf8)) }) else { return nil }
    switch term {
    case .exactly(let week): return week
    case .above(let week): return range(from: week.upperBound.advanced(by: 1), to: nil)
    case .atLeast(let week): return range(from: week.lowerBound, to: nil)
    case .below(let week): return range(from: nil, to: week.lowerBound.advanced(by: -1))
    case .atMost(let week): return range(from: nil, to: week.upperBound)
    case .between(let from, let to): return range(from: from?.lowerBound, to: to?.upperBound)
    }
  }
}

private func range(from low: Day?, to high: Day?) -> ClosedRange<Day>? {
  let (low, high) = (low ?? .earliest, high ?? .latest)
  return low <= high ? low...high : nil
}

/// Returns the days of `2021`, `2021-05` or `2021-05-14`.
private func calendarDays(_ bytes: [UInt8]) -> ClosedRange<Day>? {
  let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  guard (1...3).contains(parts.count), parts[0].count == 4, let year = Int(ascii: parts[0]),
    parts.dropFirst().allSatisfy({ (1...2).contains($0.count) })
  else { return nil }
  let month = parts.count > 1 ? Int(ascii: parts[1]) : nil
  let day = parts.count > 2 ? Int(ascii: parts[2]) : nil
  guard (parts.count < 2 || month != nil), (parts.count < 3 || day != nil),
    (1...12).contains(month ?? 1)
  else { return nil }
  let lastMonth = month ?? 12
  guard let first = Day(year: year, month: month ?? 1, day: day ?? 1),
    let last = Day(
      year: year, month: lastMonth, day: day ?? Day.length(ofMonth: lastMonth, year: year))
  else { return nil }
  return first...last
}

/// Returns the days of `2022-W06` or `2022W6`, in small letters.
private func weekDays(_ bytes: [UInt8]) -> ClosedRange<Day>? {
  guard bytes.count >= 6, let year = Int(ascii: bytes[0..<4]) else { return nil }
  var rest = bytes[4...]
  if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
  guard rest.first == UInt8(ascii: "w"), rest.count <= 3, let week = Int(ascii: rest.dropFirst())
  else { return nil }
  return ISOWeek(year: year, week: week)?.days
}
