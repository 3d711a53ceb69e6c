/// A calendar date in UTC, from 0001-01-01 to 9999-12-31, counted in days since 1970-01-01.
///
/// Every value of the type is within these bounds, so a number read from a file cannot cause a long
/// loop over days, weeks or months.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before it.
  public let number: Int

  /// 0001-01-01, the first supported day.
  public static let earliest = Day(clamping: .min)
  /// 9999-12-31, the last supported day.
  public static let latest = Day(clamping: .max)

  private static let numbers = -719_162...2_932_896

  /// Creates the day that is `number` days after 1970-01-01; nil outside the years 1 to 9999.
  @inlinable
  public init?(number: Int) {
    let day = Day(clamping: number)
    guard day.number == number else { return nil }
    self = day
  }

  /// Creates the day with a number, or the nearest supported one.
  public init(clamping number: Int) {
    self.number = min(max(number, Day.numbers.lowerBound), Day.numbers.upperBound)
  }

  /// Creates the day of a date of the Gregorian calendar; nil if there is none, as for February 30.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    // Counting the year from March puts the leap day at its end, so that a month's
    // first day is a linear function of the month (Hinnant, "chrono-compatible
    // low-level date algorithms").
    let shifted = month > 2 ? year : year - 1
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(clamping: era * 146_097 + dayOfEra - 719_468)
  }

  /// Creates the UTC day of a time, in seconds since 1970-01-01; nil outside the years 1 to 9999.
  public init?(unixSeconds: Int) {
    self.init(number: unixSeconds >= 0 ? unixSeconds / 86_400 : (unixSeconds + 1) / 86_400 - 1)
  }

  /// Reads `2022-02-11`; nil for anything else.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Int(ascii: bytes[0..<4]), let month = Int(ascii: bytes[5..<7]),
      let day = Int(ascii: bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date's parts in the Gregorian calendar.
  public var date: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    return (
      yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9,
      dayOfYear - (153 * month + 2) / 5 + 1
    )
  }

  /// The day of the week.
  public var weekday: Weekday {
    let sinceMonday = (number + 3) % 7
    return Weekday(rawValue: (sinceMonday + 7) % 7 + 1) ?? .monday
  }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// Returns how many days a month of a year has.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension Day: Strideable {
  public func distance(to other: Day) -> Int { other.number - number }

  /// Returns the day this many days later; clamped to the earliest and latest.
  public func advanced(by days: Int) -> Day {
    let (sum, overflows) = number.addingReportingOverflow(days)
    return Day(clamping: overflows ? (days < 0 ? .min : .max) : sum)
  }
}

extension Day: CustomStringConvertible {
  /// `2022-02-11`.
  public var description: String {
    let (year, month, day) = date
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// Appends the description; faster than to make it, for many days.
  public func append(to output: inout [UInt8]) {
    let (year, month, day) = date
    output.append(addingCapacity: 10) { text in
      func append(_ number: Int) {
        text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        text.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
      }
      append(year / 100)
      append(year % 100)
      text.append(UInt8(ascii: "-"))
      append(month)
      text.append(UInt8(ascii: "-"))
      append(day)
    }
  }
}

/// A day of the week, numbered as ISO 8601 does.
public enum Weekday: Int, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The English name.
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

extension Int {
  /// Creates the number that ASCII digits spell; nil for no digits, other bytes or more than 18
  /// digits.
  @inlinable
  public init?(ascii digits: some Collection<UInt8>) {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    self = value
  }
}

/// Returns the number with zeros before it, up to a width.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
