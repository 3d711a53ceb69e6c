import ListModel

/// Counts matches for each facet value, and what there is under the chosen facets.
struct FacetTally {
  private let catalog: Catalog
  private let request: SearchRequest
  private(set) var listCounts: [Int]
  private(set) var categoryCounts: [Int]
  private(set) var undatedCount = 0
  private var dayCounts: [Int: Int] = [:]
  private var links: Set<UInt32> = []
  private var chosen = 0

  init(_ catalog: Catalog, _ request: SearchRequest) {
    self.catalog = catalog
    self.request = request
    listCounts = Array(repeating: 0, count: catalog.listCount)
    categoryCounts = Array(repeating: 0, count: catalog.categories.count)
  }

  /// Rows there are under the chosen facets whatever the query.
  var total: Int { request.list == nil ? links.count : chosen }

  /// Newest first.
  var days: [DayCount] {
    dayCounts.sorted { $0.key > $1.key }.map { DayCount(day: Day(number: $0.key), count: $0.value) }
  }

  /// Whether an entry lies under all chosen facets.
  func isChosen(_ entry: Int) -> Bool { inside(entry) == (true, true, true) }

  /// Counts an entry.
  mutating func take(_ entry: Int, isMatch: Bool) {
    let inside = inside(entry)
    if inside == (true, true, true) { countChosen(entry) }
    guard isMatch else { return }
    let list = Int(catalog.entryLists[entry] ?? 0)
    let category = Int(catalog.entryCategories[entry] ?? 0)
    if inside.category, inside.date, list < listCounts.count { listCounts[list] += 1 }
    if inside.list, inside.date, category < categoryCounts.count { categoryCounts[category] += 1 }
    guard inside.list, inside.category else { return }
    if let day = catalog.day(of: EntryIndex(entry)) {
      dayCounts[day.number, default: 0] += 1
    } else {
      undatedCount += 1
    }
  }

  private mutating func countChosen(_ entry: Int) {
    chosen += 1
    if request.list == nil { links.insert(catalog.sameLinkFirst[entry] ?? UInt32(entry)) }
  }

  private func inside(_ entry: Int) -> (list: Bool, category: Bool, date: Bool) {
    let list = request.list.map { $0.number == Int(catalog.entryLists[entry] ?? 0) } ?? true
    let category =
      request.categories.map {
        $0.contains(CategoryIndex(Int(catalog.entryCategories[entry] ?? 0)))
      } ?? true
    let day = catalog.day(of: EntryIndex(entry))
    let date =
      switch request.dates {
      case nil: true
      case .undated: day == nil
      case .days(let days): day.map { days.contains($0) } ?? false
      }
    return (list, category, date)
  }
}
