import ListModel

/// A UTC time in the formats of feeds, in whole seconds.
struct FeedTime: Comparable {
  /// Seconds since 1970-01-01.
  let seconds: Int

  /// Creates the time of a second since 1970-01-01; one outside the calendar becomes 1970-01-01.
  init(seconds: Int) {
    self.seconds = (-62_135_596_800...253_402_300_799).contains(seconds) ? seconds : 0
  }

  /// Noon of a day, which is the same date from UTC-12 to UTC+11.
  init(noonOf day: Day) { self.init(seconds: day.number * 86_400 + 43_200) }

  /// Creates the time of a change, to the second if its commit has a time.
  init(of change: Change) {
    if let time = change.time {
      self.init(seconds: time)
    } else {
      self.init(noonOf: change.day)
    }
  }

  var day: Day { Day(unixSeconds: seconds) ?? .latest }

  /// `2026-11-27T12:00:00Z`, as RFC 3339 has it.
  var rfc3339: String { "\(day)T\(clock)Z" }

  /// `Fri, 27 Nov 2026 12:00:00 +0000`, as RFC 822 has it, with the year in four digits.
  var rfc822: String {
    let (year, month, date) = day.date
    let weekday = day.weekday.name.prefix(3)
    return "\(weekday), \(twoDigits(date)) \(monthName(month)) \(fourDigits(year)) \(clock) +0000"
  }

  private var clock: String {
    let second = seconds - day.number * 86_400
    return [second / 3_600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
  }

  static func < (left: FeedTime, right: FeedTime) -> Bool { left.seconds < right.seconds }
}

/// `Jan` to `Dec`.
func monthName(_ month: Int) -> String {
  let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  return names.indices.contains(month - 1) ? names[month - 1] : ""
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

private func fourDigits(_ year: Int) -> String {
  String(repeating: "0", count: max(0, 4 - String(year).utf8.count)) + String(year)
}
