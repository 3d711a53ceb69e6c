import ListModel

/// Writes the page of a day or an ISO 8601 week over all lists.
struct CalendarPage {
  /// Which days the page is about.
  enum Period: Hashable, Comparable, Sendable {
    case day(Day)
    case week(ISOWeek)

    var path: String {
      switch self {
      case .day(let day): CalendarPage.path(of: day)
      case .week(let week): CalendarPage.path(of: week)
      }
    }

    var title: String {
      switch self {
      case .day(let day): DateTitle.of(day)
      case .week(let week): DateTitle.of(week)
      }
    }
  }

  let period: Period
  /// The nearest periods that have additions, on either side.
  let older: Period?
  let newer: Period?

  /// `content/2022/02/11/README.md`.
  static func path(of day: Day) -> String {
    let (year, month, date) = day.date
    return "content/\(year)/\(twoDigits(month))/\(twoDigits(date))/README.md"
  }

  /// `content/2022/6/README.md`.
  static func path(of week: ISOWeek) -> String { "content/\(week.year)/\(week.week)/README.md" }

  /// Returns the page with the additions of each list.
  func page(
    _ additions: [(list: PublishedList, entries: [EntryIndex])], of catalog: Catalog,
    _ items: ItemStore, in format: PageFormat
  ) -> Page {
    var page = Page(path: period.path, format: format)
    page.title = "Awesome List Updates on \(period.title)"
    page.add(heading: 1, page.title)
    let count = additions.reduce(0) { $0 + $1.entries.count }
    page.add(paragraph: summary(entries: count, lists: additions.count))
    page.addParagraph { page in
      page.addLink("🏠 Home", toPage: "README.md")
      if let older {
        page.add(words: " · ")
        page.addLink("Older: \(older.title)", toPage: older.path)
      }
      if let newer {
        page.add(words: " · ")
        page.addLink("Newer: \(newer.title)", toPage: newer.path)
      }
    }
    page.add(additions, of: catalog, items, level: 2)
    return page
  }
}

/// `12 entries in 1 list`.
func summary(entries: Int, lists: Int) -> String {
  "\(entries) \(entries == 1 ? "entry" : "entries") in \(lists) \(lists == 1 ? "list" : "lists")"
}

extension Page {
  /// Appends numbered headings of lists with their additions, the lists on `level` and the
  /// categories below it.
  mutating func add(
    _ additions: [(list: PublishedList, entries: [EntryIndex])], of catalog: Catalog,
    _ items: ItemStore, level: Int
  ) {
    for (number, (list, entries)) in additions.enumerated() {
      let title = "\(number + 1). \(list.list.title)"
      add(heading: level, title, linkingTo: list.path(of: .daily))
      for (category, entries) in catalog.byCategory(entries) {
        add(category: items.headings.heading(of: category), level: level + 1)
        addList { items.add(entries, of: list, to: &$0) }
      }
    }
  }
}
