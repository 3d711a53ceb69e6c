package import ListModel

/// The names of months and weekdays in a language, and how they are combined with numbers.
package struct DateNames: Equatable, Sendable {
  private let months: [String]
  private let shortMonths: [String]
  private let weekdays: [String]
  private let shortWeekdays: [String]
  /// A month of a year, a weekday with a day, a day of a month: `M Y`, `W D`, `M D`.
  private let patterns: [String]

  /// English, which needs no table.
  package static let english = DateNames(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    patterns: ["M Y", "W D", "M D"])

  private init(
    months: [String], shortMonths: [String], weekdays: [String], shortWeekdays: [String],
    patterns: [String]
  ) {
    (self.months, self.shortMonths) = (months, shortMonths)
    (self.weekdays, self.shortWeekdays) = (weekdays, shortWeekdays)
    self.patterns = patterns
  }

  /// Reads the names of a language from a table.
  ///
  /// Each paragraph has a line with the language's code, one each for the months, the short months,
  /// the weekdays from Monday and the short weekdays, and one with three patterns separated by `|`.
  ///
  /// Nil for a language that is missing or incomplete.
  package init?(language: String, in table: String) {
    let lines = table.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.utf8.elementsEqual(language.utf8) }),
      start + 5 < lines.count
    else { return nil }
    let names = lines[start + 1...start + 4].map { $0.split(separator: " ").map(String.init) }
    let patterns = lines[start + 5].split(separator: "|").map(String.init)
    guard names.map(\.count) == [12, 12, 7, 7], patterns.count == 3 else { return nil }
    self.init(
      months: names[0], shortMonths: names[1], weekdays: names[2], shortWeekdays: names[3],
      patterns: patterns)
  }

  /// Returns the name of a month, 1 to 12.
  package func month(_ month: Int) -> String { name(month, in: months) }

  /// Returns a month of a year: `March 2024`.
  package func month(_ month: Int, of year: Int) -> String {
    filled(patterns[0], month: self.month(month), year: String(year))
  }

  /// Returns the same with at most four letters of the month: `Mar 2024`.
  package func shortMonth(_ month: Int, of year: Int) -> String {
    filled(patterns[0], month: String(name(month, in: shortMonths).prefix(4)), year: String(year))
  }

  /// Returns the name of a day's weekday.
  package func weekday(of day: Day) -> String { name(day.weekday.rawValue, in: weekdays) }

  /// Returns a day of a known month, with its short weekday: `Mon 4`.
  package func dayInMonth(_ day: Day) -> String {
    filled(
      patterns[1], day: String(day.date.day),
      weekday: name(day.weekday.rawValue, in: shortWeekdays))
  }

  /// Returns a range of days: `Mar 4–10`, `Feb 26–Mar 3`.
  package func span(_ days: ClosedRange<Day>) -> String {
    let (first, last) = (days.lowerBound.date, days.upperBound.date)
    guard first.month != last.month else {
      return dayOfMonth("\(first.day)–\(last.day)", first.month)
    }
    return dayOfMonth(String(first.day), first.month) + "–"
      + dayOfMonth(String(last.day), last.month)
  }

  private func dayOfMonth(_ day: String, _ month: Int) -> String {
    filled(patterns[2], day: day, month: name(month, in: shortMonths))
  }

  /// Returns the name for a number counted from 1.
  private func name(_ number: Int, in names: [String]) -> String {
    names.indices.contains(number - 1) ? names[number - 1] : String(number)
  }

  private func filled(
    _ pattern: String, day: String = "", weekday: String = "", month: String = "",
    year: String = ""
  ) -> String {
    pattern.unicodeScalars.map { letter in
      switch letter {
      case "D": day
      case "W": weekday
      case "M": month
      case "Y": year
      default: String(letter)
      }
    }.joined()
  }
}
