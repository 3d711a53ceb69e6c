import ListModel

/// A list as its pages show it: the entries that are in it, by day.
struct PublishedList {
  /// The entries of a day, in the order of the list; nil for those without a known day.
  struct Additions {
    var day: Day?
    var entries: [EntryIndex]
  }

  let index: ListIndex
  let list: AwesomeList
  /// `content/owner/name/`.
  let folder: String
  /// Newest first, then those without a day.
  let additions: [Additions]
  /// The removed and restored entries, by day.
  let changes: [Day: [News]]

  /// Costs a pass over the entries of the list.
  init(_ index: ListIndex, of catalog: Catalog, only chosen: Set<EntryIndex>?) {
    self.index = index
    list = catalog.list(index)
    folder = PagePath.folder(of: list.id)
    var byDay: [Day?: [EntryIndex]] = [:]
    for number in catalog.entries(of: index) {
      let entry = EntryIndex(number)
      guard !catalog.isRemoved(entry), chosen?.contains(entry) ?? true else { continue }
      byDay[catalog.day(of: entry), default: []].append(entry)
    }
    additions = byDay.map { Additions(day: $0.key, entries: $0.value) }.sorted {
      guard let left = $0.day, let right = $1.day else { return $0.day != nil }
      return left > right
    }
    let news = catalog.isTracked(index) ? catalog.news(of: index, since: .earliest) : []
    changes = Dictionary(
      grouping: news.filter { $0.kind != .added && chosen?.contains($0.entry) ?? true }, by: \.day)
  }

  /// Returns the path of the page of a kind.
  func path(of kind: ListPageKind) -> String { folder + kind.folder + "README.md" }
}

/// The three pages of a list.
enum ListPageKind: CaseIterable {
  case daily, weekly, overview

  /// Below the folder of the list.
  var folder: String {
    switch self {
    case .daily: ""
    case .weekly: "week/"
    case .overview: "readme/"
    }
  }

  var name: String {
    switch self {
    case .daily: "Daily"
    case .weekly: "Weekly"
    case .overview: "Overview"
    }
  }
}
