import ListModel

/// A heading of a track page's frame: a day, or a week.
enum PageHeading {
  case day(Day)
  case week(ISOWeek)
  /// `Undated`: the following entries have no day.
  case undated

  /// Reads `[Feb 11, 2022](/content/2022/02/11/README.md)` and
  /// `[Feb 07 - Feb 13, 2022](/content/2022/6/README.md)`.
  ///
  /// The link counts: it has the date in numbers, and the ranges that weeks are shown with are
  /// those of another week in half of the years.
  init?(_ text: borrowing InlineText, level: Int) {
    if level == 2, text.links.isEmpty, text.text.elementsEqual("Undated".utf8) {
      self = .undated
      return
    }
    guard level == 2, let link = text.links.first, text.links.count == 1,
      link.range == 0..<text.text.count,
      let date = text.withBytes({ _, urls in PageHeading(page: urls[link.url]) })
    else { return nil }
    self = date
  }

  /// Reads the day or the week in the address of its page: its numbers are between `/content/`, or
  /// the steps out of the folder, and the file's name.
  private init?(page url: ByteSlice) {
    var rest = url
    if url.starts(with: "/content/".utf8) {
      rest = url.dropFirst("/content/".utf8.count)
    } else {
      guard url.starts(with: "../".utf8) else { return nil }
      while rest.starts(with: "../".utf8) { rest = rest.dropFirst(3) }
    }
    var numbers = (0, 0, 0)
    var count = 0
    while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      guard count < 3, let number = Int(ascii: rest[..<slash]) else { return nil }
      numbers = (numbers.1, numbers.2, number)
      count += 1
      rest = rest[(slash + 1)...]
    }
    if count == 3, let day = Day(year: numbers.0, month: numbers.1, day: numbers.2) {
      self = .day(day)
    } else if count == 2, let week = ISOWeek(year: numbers.1, week: numbers.2) {
      self = .week(week)
    } else {
      return nil
    }
  }
}
