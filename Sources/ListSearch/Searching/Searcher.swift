public import ListModel

/// Answers queries over one catalog.
///
/// Making one folds the catalog's texts once. A search may run on any thread, and several at a time.
public struct Searcher: Sendable {
  public let catalog: Catalog
  private let index: SearchIndex

  /// Gets a catalog ready for searching.
  public init(_ catalog: Catalog) {
    self.catalog = catalog
    index = SearchIndex(catalog)
  }

  /// What a request finds; nil if it was cancelled.
  ///
  /// A term of the query that is not understood is left out. `previous` is a result of the same
  /// catalog, whose matches are looked through alone where the query does no more than narrow them; the
  /// result is the same without. `isCancelled` is asked every few thousand entries.
  public func search(
    _ request: SearchRequest, narrowing previous: SearchResult? = nil,
    isCancelled: @Sendable () -> Bool = { false }
  ) -> SearchResult? {
    let query = Query.parse(request.query, today: request.today)
    let matcher = EntryMatcher(query, catalog: catalog, index: index, marks: request.marks)
    var tally = FacetTally(catalog, request)
    var points: [Int: Int] = [:]
    for entry in 0..<catalog.count {
      if entry & 4095 == 0, isCancelled() { return nil }
      guard let found = matcher.points(entry) else {
        tally.countRest(entry)
        continue
      }
      if tally.count(entry) { points[entry] = found }
    }
    let order = query.order ?? request.order
    let sorted = sortedEntries(points, order, isEmpty: query.isEmpty)
    let isReversed = query.order == nil ? request.reversed : query.isOrderReversed
    let rows =
      request.list == nil
      ? unique(isReversed ? sorted.reversed() : sorted) : (isReversed ? sorted.reversed() : sorted)
    return SearchResult(
      rows: rows.map { EntryIndex($0) }, total: tally.total,
      listCounts: tally.listCounts, categoryCounts: tally.categoryCounts,
      dayCounts: tally.days, undatedCount: tally.undatedCount)
  }

  private func sortedEntries(_ points: [Int: Int], _ order: SortOrder, isEmpty: Bool) -> [Int] {
    let newest = (0..<catalog.newestFirst.count).compactMap { catalog.newestFirst[$0] }.map {
      Int($0)
    }
    .filter { points[$0] != nil }
    switch order {
    case .date: return newest
    case .list: return points.keys.sorted()
    case .relevance where isEmpty: return points.keys.sorted()
    case .relevance:
      return stable(newest) { (points[$0] ?? 0) > (points[$1] ?? 0) }
    case .stars:
      return stable(newest) { (catalog.entryStars[$0] ?? -1) > (catalog.entryStars[$1] ?? -1) }
    case .name:
      return stable(newest) { left, right in
        index.titles.withSlice(left) { left in
          index.titles.withSlice(right) { left.bytes.lexicographicallyPrecedes($0.bytes) }
        }
      }
    }
  }

  private func stable(_ entries: [Int], _ precedes: (Int, Int) -> Bool) -> [Int] {
    entries.enumerated().sorted {
      precedes($0.element, $1.element)
        || !precedes($1.element, $0.element) && $0.offset < $1.offset
    }.map(\.element)
  }

  private func unique(_ entries: [Int]) -> [Int] {
    var seen: Set<UInt32> = []
    return entries.filter { seen.insert(catalog.sameLinkFirst[$0] ?? UInt32($0)).inserted }
  }
}
