import ListModel

/// Writes the daily page, the weekly page and the overview of a list.
struct ListPages {
  let catalog: Catalog
  let list: PublishedList
  /// Whether feeds lie beside the daily page.
  let hasFeeds: Bool

  /// A page above this size begins with links to its years.
  static let yearLinksSize = 200_000

  func file(of kind: ListPageKind) -> PublishedFile {
    var body = MarkdownPage(path: list.path(of: kind))
    switch kind {
    case .daily: addDays(to: &body)
    case .weekly: addWeeks(to: &body)
    case .overview: addOverview(to: &body)
    }
    var page = MarkdownPage(path: body.path)
    addHeader(of: kind, to: &page)
    if body.text.bytes.count > ListPages.yearLinksSize, kind != .overview { addYears(to: &page) }
    page.text.add(body.text.bytes)
    return page.file
  }
}

extension ListPages {
  private func addHeader(of kind: ListPageKind, to page: inout MarkdownPage) {
    let facts = list.list
    switch kind {
    case .daily, .weekly: page.add(heading: 1, "Track \(facts.title) Updates \(kind.name)")
    case .overview: page.add(heading: 1, "\(facts.title) Overview")
    }
    page.add(paragraph: facts.description)
    page.addLink("🏠 Home", toPage: kind == .weekly ? "content/week/README.md" : "README.md")
    if hasFeeds {
      page.text.add(" · ")
      page.addLink("🔥 Feed", toPage: list.folder + "atom.xml")
    }
    page.text.add(" · ")
    if let source = facts.source.flatMap({ PublishedLink($0, of: facts) }) {
      page.text.addLink("😺 \(facts.id.path)", to: source.uri)
    } else {
      page.addLink("😺 \(facts.id.path)", toPage: list.path(of: .daily))
    }
    if let stars = facts.stars { page.text.add(" · ⭐ \(stars.published)") }
    if let subject = facts.subject {
      page.text.add(" · 🏷️ ")
      page.text.add(markdown: subject)
    }
    page.text.add("\n\n[ ")
    for other in ListPageKind.allCases {
      if other != .daily { page.text.add(" / ") }
      if other == kind {
        page.text.add(other.name)
      } else {
        page.addLink(other.name, toPage: list.path(of: other))
      }
    }
    page.text.add(" ]\n\n")
  }

  /// Links to the first addition of each year, for a page that is too long to scroll.
  private func addYears(to page: inout MarkdownPage) {
    var years: [Int] = []
    for day in list.additions.compactMap(\.day) where years.last != day.date.year {
      years.append(day.date.year)
    }
    page.text.add("Years:")
    for year in years { page.text.add(" [\(year)](#\(anchor(ofYear: year)))") }
    page.text.add("\n\n")
  }

  /// The anchor of the first heading of a year, as GitHub derives it from the heading's text.
  private func anchor(ofYear year: Int) -> String {
    let day = list.additions.lazy.compactMap(\.day).first { $0.date.year == year }
    let title = day.map { DateTitle.of($0) } ?? ""
    return String(
      decoding: title.utf8.compactMap { byte -> UInt8? in
        if byte == 0x20 { return UInt8(ascii: "-") }
        return byte == UInt8(ascii: ",") ? nil : asciiLowercased(byte)
      }, as: UTF8.self)
  }

  private func addDays(to page: inout MarkdownPage) {
    for additions in list.additions {
      if let day = additions.day {
        page.add(heading: 2, DateTitle.of(day), linkingTo: CalendarPage.path(of: day))
      } else {
        page.add(heading: 2, DateTitle.undated)
      }
      add(additions.entries, level: 3, to: &page)
      if let day = additions.day { addChanges(of: day, to: &page) }
    }
  }

  private func addWeeks(to page: inout MarkdownPage) {
    var rest = list.additions[...]
    while let first = rest.first {
      let week = first.day.map { ISOWeek(of: $0) }
      let own = rest.prefix { $0.day.map { ISOWeek(of: $0) } == week }
      rest = rest.dropFirst(own.count)
      if let week {
        page.add(heading: 2, DateTitle.of(week), linkingTo: CalendarPage.path(of: week))
      } else {
        page.add(heading: 2, DateTitle.undated)
      }
      add(own.flatMap(\.entries), level: 3, to: &page)
    }
  }

  /// What left the list and what came back on a day: a line of titles each, which is no entry to
  /// whoever reads the page.
  private func addChanges(of day: Day, to page: inout MarkdownPage) {
    for (kind, label) in [(ChangeKind.removed, "Removed"), (.restored, "Restored")] {
      let titles = (list.changes[day] ?? []).filter { $0.kind == kind }
        .map { catalog.titles[$0.entry.number] }
      guard !titles.isEmpty else { continue }
      page.add(paragraph: "\(label): \(titles.joined(separator: ", "))")
    }
  }

  /// The list by its own headings, each with the entries that stand under it.
  private func addOverview(to page: inout MarkdownPage) {
    page.text.add("---\n\n")
    page.add(heading: 1, list.list.title)
    var last: [String] = []
    let all = list.additions.flatMap(\.entries).sorted { $0.number < $1.number }
    for (category, entries) in catalog.byCategory(all) {
      let headings = category.headings
      let shared = zip(headings, last).prefix { $0.utf8.elementsEqual($1.utf8) }.count
      for depth in shared..<max(shared, headings.count) {
        page.add(heading: min(depth + 2, 6), headings[depth])
      }
      last = headings
      add(items: entries, to: &page)
    }
  }

  private func add(_ entries: [EntryIndex], level: Int, to page: inout MarkdownPage) {
    for (category, entries) in catalog.byCategory(entries) {
      page.add(category: category, level: level)
      add(items: entries, to: &page)
    }
  }

  private func add(items entries: [EntryIndex], to page: inout MarkdownPage) {
    for entry in entries {
      page.text.add(item: catalog.entry(entry, withHistory: false), of: list.list)
    }
    page.text.add("\n")
  }
}

extension Catalog {
  /// Entries by category, in the order of the first entry of each; those without a category come
  /// first, since a page would put what follows a heading under it.
  func byCategory(_ entries: [EntryIndex]) -> [(CategoryPath, [EntryIndex])] {
    var places: [UInt32: Int] = [:]
    var groups: [(CategoryPath, [EntryIndex])] = []
    for entry in entries {
      let number = entryCategories[entry.number] ?? 0
      if let place = places[number] {
        groups[place].1.append(entry)
      } else {
        places[number] = groups.count
        groups.append((category(of: entry), [entry]))
      }
    }
    let bare = groups.filter { $0.0.headings.isEmpty }
    return bare.isEmpty ? groups : bare + groups.filter { !$0.0.headings.isEmpty }
  }
}
