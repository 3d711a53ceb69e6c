import ListModel

/// The values of a field that begin with the typed text or contain it.
struct CompletionValues {
  let catalog: Catalog
  let tags: EntryTags
  /// Folded.
  let typed: [UInt8]

  typealias Value = (text: String, detail: String)

  /// Hosts are counted among this many of the newest entries; more would delay the key.
  private static let hostsCountedIn = 100_000

  func values(of field: QueryField) -> [Value] {
    switch field {
    case .list: ranked(lists())
    case .category: ranked(headings())
    case .tag: ranked(tagsWithCounts())
    case .host: ranked(hosts())
    case .title, .url, .text: []
    case .added: beginning(dates())
    case .week: beginning(weeks())
    case .stars: beginning([">100", ">500", ">1k", ">5k", ">10k", ">50k"])
    case .state: beginning(EntryState.allCases.map(\.rawValue))
    case .sort: beginning(SortOrder.allCases.map(\.rawValue))
    }
  }

  private func beginning(_ values: [String]) -> [Value] {
    values.filter { foldedBytes($0).starts(with: typed) }.map { ($0, "") }
  }

  /// A value with the number of its entries.
  private typealias Counted = (text: String, folded: [UInt8], count: Int)

  /// Returns the values that begin with the text, then those with a part after a slash that does,
  /// then those that contain it; in each group the most frequent first.
  private func ranked(_ values: [Counted]) -> [Value] {
    let graded: [(grade: Int, value: Counted)] = values.compactMap { value in
      if value.folded.starts(with: typed) { return (0, value) }
      let slashed = [UInt8(ascii: "/")] + typed
      if contains(value.folded, slashed) { return (1, value) }
      return contains(value.folded, typed) ? (2, value) : nil
    }
    return graded.sorted {
      ($0.grade, -$0.value.count) != ($1.grade, -$1.value.count)
        ? ($0.grade, -$0.value.count) < ($1.grade, -$1.value.count)
        : $0.value.folded.lexicographicallyPrecedes($1.value.folded)
    }.map { ($0.value.text, $0.value.count == 1 ? "1 entry" : "\($0.value.count) entries") }
  }

  private func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    text.withUnsafeBytes { text in
      part.withUnsafeBytes { part in firstRange(of: part, in: text) != nil }
    }
  }

  private func lists() -> [Counted] {
    (0..<catalog.listCount).map { number in
      let path = catalog.listPaths[number]
      return (path, foldedBytes(path), catalog.presentCount(of: ListIndex(number)))
    }
  }

  private func tagsWithCounts() -> [Counted] {
    zip(tags.names, tags.counts).map { ($0, foldedBytes($0), $1) }
  }

  private func headings() -> [Counted] {
    var counts = Array(repeating: 0, count: catalog.categories.count)
    for entry in 0..<catalog.count {
      let category = Int(catalog.entryCategories[entry] ?? 0)
      if category < counts.count { counts[category] += 1 }
    }
    var headings: [[UInt8]: (text: String, count: Int)] = [:]
    for category in counts.indices {
      for heading in catalog.category(CategoryIndex(category)).headings {
        headings[foldedBytes(heading), default: (heading, 0)].count += counts[category]
      }
    }
    return headings.map { ($0.value.text, $0.key, $0.value.count) }
  }

  private func hosts() -> [Counted] {
    var counts: [[UInt8]: Int] = [:]
    for place in 0..<min(catalog.newestFirst.count, Self.hostsCountedIn) {
      catalog.urls.withBytes(at: Int(catalog.newestFirst[place] ?? 0)) { url in
        let host = url[hostRange(in: url)]
        if !host.isEmpty { counts[host.map(asciiLowercased), default: 0] += 1 }
      }
    }
    return counts.map { (String(decoding: $0.key, as: UTF8.self), $0.key, $0.value) }
  }

  /// Ages, then the years with entries and, once a year is typed, its months.
  private func dates() -> [String] {
    let years = catalogYears()
    let year = typed.prefix(4)
    let months = years.filter { "\($0)".utf8.elementsEqual(year) }.flatMap { year in
      (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0)" }
    }
    return ["<1w", "<1m", "<1y", "today", "yesterday"] + years.map { "\($0)" } + months
  }

  /// Returns the last weeks of the catalog or, once a year is typed, those of it, newest first.
  private func weeks() -> [String] {
    guard let newest = catalogDays()?.upperBound else { return [] }
    guard let year = Int(ascii: typed.prefix(4)), typed.count >= 4 else {
      return (0..<10).map { ISOWeek(of: newest.advanced(by: -7 * $0)).description }
    }
    return (1...53).reversed().compactMap { ISOWeek(year: year, week: $0)?.description }
  }

  private func catalogYears() -> [Int] {
    guard let days = catalogDays() else { return [] }
    let (first, last) = (days.lowerBound.date.year, days.upperBound.date.year)
    return (max(first, last - 30)...last).reversed().map(\.self)
  }

  private func catalogDays() -> ClosedRange<Day>? {
    guard let newest = catalog.newestFirst[0].flatMap({ catalog.day(of: EntryIndex(Int($0))) })
    else { return nil }
    // Undated entries come last, so the oldest day is somewhere before them.
    var (low, high) = (0, catalog.newestFirst.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      let entry = EntryIndex(Int(catalog.newestFirst[middle] ?? 0))
      (low, high) = catalog.day(of: entry) == nil ? (low, middle - 1) : (middle, high)
    }
    let oldest = catalog.day(of: EntryIndex(Int(catalog.newestFirst[low] ?? 0))) ?? newest
    return min(oldest, newest)...newest
  }
}
