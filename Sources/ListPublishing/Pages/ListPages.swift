import ListModel

/// Writes the daily page, the weekly page and the overview of a list.
struct ListPages {
  let catalog: Catalog
  let list: PublishedList
  /// Whether there are feeds next to the daily page.
  let hasFeeds: Bool
  let format: PageFormat
  let items: RenderedItems
  private let headings: CategoryHeadings

  init(
    catalog: Catalog, list: PublishedList, hasFeeds: Bool, format: PageFormat = .markdown,
    items: ItemStore? = nil
  ) {
    self.catalog = catalog
    self.list = list
    self.hasFeeds = hasFeeds
    self.format = format
    let items = items ?? ItemStore(of: catalog, as: format)
    self.items = items.items(of: list)
    headings = items.headings
  }

  /// A page above this size begins with links to its years.
  static let yearLinksSize = 200_000

  func page(of kind: ListPageKind) -> Page {
    var body = Page(path: list.path(of: kind), format: format)
    switch kind {
    case .daily: addDays(to: &body)
    case .weekly: addWeeks(to: &body)
    case .overview: addOverview(to: &body)
    }
    var page = Page(path: body.path, format: format)
    page.title = title(of: kind)
    page.feedFolder = hasFeeds ? list.folder : nil
    addHeader(of: kind, to: &page)
    if body.text.bytes.count > ListPages.yearLinksSize, kind != .overview {
      addYears(of: kind, to: &page)
    }
    page.text.add(body.text.bytes)
    return page
  }
}

extension ListPages {
  private func title(of kind: ListPageKind) -> String {
    switch kind {
    case .daily, .weekly: "Track \(list.list.title) Updates \(kind.name)"
    case .overview: "\(list.list.title) Overview"
    }
  }

  private func addHeader(of kind: ListPageKind, to page: inout Page) {
    let facts = list.list
    page.add(heading: 1, title(of: kind))
    page.add(paragraph: facts.description)
    page.addParagraph { page in
      page.addLink("🏠 Home", toPage: kind == .weekly ? "content/week/README.md" : "README.md")
      if hasFeeds {
        page.add(words: " · ")
        page.addLink("🔥 Feed", toPage: list.folder + "atom.xml")
      }
      page.add(words: " · ")
      if let source = facts.source.flatMap({ PublishedLink($0, of: facts) }) {
        page.addLink("😺 \(facts.id.path)", to: source.uri)
      } else {
        page.addLink("😺 \(facts.id.path)", toPage: list.path(of: .daily))
      }
      if let stars = facts.stars { page.add(words: " · ⭐ \(stars.published)") }
      if let subject = facts.subject {
        page.add(words: " · 🏷️ ")
        page.add(subject)
      }
    }
    page.addParagraph { page in
      page.add(words: "[ ")
      for other in ListPageKind.allCases {
        if other != .daily { page.add(words: " / ") }
        if other == kind {
          page.add(words: other.name)
        } else {
          page.addLink(other.name, toPage: list.path(of: other))
        }
      }
      page.add(words: " ]")
    }
    if kind != .overview, format == .markdown { page.text.add("<!-- awl-publish 1 -->\n\n") }
  }

  /// Links to the first addition of each year, for a page that is too long to scroll.
  private func addYears(of kind: ListPageKind, to page: inout Page) {
    var years: [(year: Int, day: Day)] = []
    for day in list.additions.compactMap(\.day) where years.last?.year != day.date.year {
      years.append((day.date.year, day))
    }
    page.addParagraph { page in
      page.add(words: "Years:")
      for (year, day) in years {
        page.add(words: " ")
        page.addLink("\(year)", to: "#" + anchor(of: day, kind))
      }
    }
  }

  /// Returns the anchor of the heading that a day is under; in Markdown as GitHub derives it from
  /// the heading's text.
  private func anchor(of day: Day, _ kind: ListPageKind) -> String {
    let week = ISOWeek(of: day)
    guard format == .markdown else {
      return kind == .weekly ? week.description : day.description
    }
    let title = kind == .weekly ? DateTitle.of(week) : DateTitle.of(day)
    return String(
      decoding: title.utf8.compactMap { byte -> UInt8? in
        if byte == 0x20 { return UInt8(ascii: "-") }
        return byte == UInt8(ascii: ",") ? nil : asciiLowercased(byte)
      }, as: UTF8.self)
  }

  private func addDays(to page: inout Page) {
    for additions in list.additions {
      if let day = additions.day {
        page.add(
          heading: 2, DateTitle.of(day), linkingTo: CalendarPage.path(of: day),
          id: day.description)
      } else {
        page.add(heading: 2, DateTitle.undated)
      }
      addBulk(additions, to: &page)
      add(additions.entries, level: 3, to: &page)
      if let day = additions.day { addChanges(of: day, to: &page) }
    }
  }

  private func addWeeks(to page: inout Page) {
    var rest = list.additions[...]
    while let first = rest.first {
      let week = first.day.map { ISOWeek(of: $0) }
      let own = rest.prefix { $0.day.map { ISOWeek(of: $0) } == week }
      rest = rest.dropFirst(own.count)
      if let week {
        page.add(
          heading: 2, DateTitle.of(week), linkingTo: CalendarPage.path(of: week),
          id: week.description)
      } else {
        page.add(heading: 2, DateTitle.undated)
      }
      add(own.flatMap(\.entries), level: 3, to: &page)
    }
  }

  /// Adds a note that many entries came at once, usually by a program or a move.
  private func addBulk(_ additions: PublishedList.Additions, to page: inout Page) {
    guard additions.day != nil else { return }
    let entries = additions.entries
    let count =
      catalog.isTracked(list.index)
      ? entries.count { catalog.isBulkAddition($0) }
      : entries.count >= FeedEvents.bulk ? entries.count : 0
    if count > 0 {
      page.addParagraph { $0.add(words: "Bulk: \(count) entries were added at once.") }
    }
  }

  /// Adds the removed and restored entries of a day: one line of titles each, which list parsers do not
  /// take for entries.
  private func addChanges(of day: Day, to page: inout Page) {
    for (kind, label) in [(ChangeKind.removed, "Removed"), (.restored, "Restored")] {
      let titles = (list.changes[day] ?? []).filter { $0.kind == kind }
        .map { catalog.titles[$0.entry.number] }
      guard !titles.isEmpty else { continue }
      page.add(paragraph: "\(label): \(titles.joined(separator: ", "))")
    }
  }

  /// Adds the list by its own headings, each with the entries that are under it.
  private func addOverview(to page: inout Page) {
    page.addRule()
    page.add(heading: 1, list.list.title)
    var last: [String] = []
    let all = list.additions.flatMap(\.entries).sorted { $0.number < $1.number }
    for (category, entries) in catalog.byCategory(all) {
      let headings = catalog.category(category).headings
      let shared = zip(headings, last).prefix { $0.utf8.elementsEqual($1.utf8) }.count
      for depth in shared..<max(shared, headings.count) {
        page.add(heading: min(depth + 2, 6), headings[depth])
      }
      last = headings
      add(items: entries, to: &page)
    }
  }

  private func add(_ entries: [EntryIndex], level: Int, to page: inout Page) {
    for (category, entries) in catalog.byCategory(entries) {
      page.add(category: headings.heading(of: category), level: level)
      add(items: entries, to: &page)
    }
  }

  private func add(items entries: [EntryIndex], to page: inout Page) {
    page.addList { page in
      for entry in entries { page.text.add(items.item(of: entry)) }
    }
  }
}

extension Catalog {
  /// Entries by category, in the order of the first entry of each; those without a category come
  /// first, because on a page they would otherwise belong to the last heading.
  func byCategory(_ entries: [EntryIndex]) -> [(CategoryIndex, [EntryIndex])] {
    func category(of entry: EntryIndex) -> Int { Int(entryCategories[entry.number] ?? 0) }
    if entries.count == 1 { return [(CategoryIndex(category(of: entries[0])), entries)] }
    var places: [Int: Int] = [:]
    var groups: [(CategoryIndex, [EntryIndex])] = []
    for entry in entries {
      let number = category(of: entry)
      if let place = places[number] {
        groups[place].1.append(entry)
      } else {
        places[number] = groups.count
        groups.append((CategoryIndex(number), [entry]))
      }
    }
    func isBare(_ category: CategoryIndex) -> Bool { categories.bytes(at: category.number).isEmpty }
    let bare = groups.filter { isBare($0.0) }
    return bare.isEmpty ? groups : bare + groups.filter { !isBare($0.0) }
  }
}
