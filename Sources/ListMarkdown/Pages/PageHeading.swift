import ListModel

/// A heading of a track page's frame: a day, or a week.
enum PageHeading {
  case day(Day)
  case week(ISOWeek, shown: String)

  /// Reads `[Feb 11, 2022](/content/2022/02/11/README.md)` and
  /// `[Feb 07 - Feb 13, 2022](/content/2022/6/README.md)`.
  ///
  /// The link counts: it has the date in numbers, and the ranges that weeks are shown with are
  /// those of another week in half of the years.
  init?(_ heading: HeadingText) {
    guard heading.level == 2, let link = heading.text.links.first,
      heading.text.links.count == 1, link.range == 0..<heading.text.text.count,
      let numbers = PageHeading.numbers(in: link.url)
    else { return nil }
    if numbers.count == 3, let day = Day(year: numbers[0], month: numbers[1], day: numbers[2]) {
      self = .day(day)
    } else if numbers.count == 2, let week = ISOWeek(year: numbers[0], week: numbers[1]) {
      self = .week(week, shown: heading.part)
    } else {
      return nil
    }
  }

  private static func numbers(in url: [UInt8]) -> [Int]? {
    let parts = url.split(separator: UInt8(ascii: "/"))
    guard parts.count == 4 || parts.count == 5, parts[0].elementsEqual("content".utf8) else {
      return nil
    }
    let numbers = parts[1..<parts.count - 1].compactMap { Int(ascii: $0) }
    return numbers.count == parts.count - 2 ? numbers : nil
  }
}
