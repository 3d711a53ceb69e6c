public import ListModel

/// Answers queries over one catalog.
///
/// Making one folds the catalog's texts once. A search may run on any thread, and several at a time.
public struct Searcher: Sendable {
  public let catalog: Catalog
  private let index: SearchIndex

  /// Typos are forgiven where fewer entries than these match as they should.
  static let fewMatches = 5

  /// Gets a catalog ready for searching.
  public init(_ catalog: Catalog) {
    self.catalog = catalog
    index = SearchIndex(catalog)
  }

  /// What a request finds; nil if it was cancelled.
  ///
  /// A term of the query that is not understood is left out. `previous` is a result of the same
  /// catalog, whose matches alone are looked through where the query narrows them; what is found is
  /// the same without. `isCancelled` is asked every few thousand entries, on any thread.
  public func search(
    _ request: SearchRequest, narrowing previous: SearchResult? = nil,
    isCancelled: @Sendable () -> Bool = { false }
  ) -> SearchResult? {
    let query = Query.parse(request.query, today: request.today)
    let matcher = EntryMatcher(query, catalog: catalog, index: index, marks: request.marks)
    let candidates = previous?.trace.flatMap {
      $0.image === catalog.image && query.narrows($0.query) ? $0.possible : nil
    }
    var matches = Matches(count: catalog.count)
    var possible = EntrySet()
    for entry in 0..<catalog.count {
      if entry & 4095 == 0, isCancelled() { return nil }
      guard candidates?.contains(EntryIndex(entry)) ?? true else { continue }
      guard let points = matcher.points(entry) else { continue }
      possible.insert(EntryIndex(entry))
      if points >= 0 { matches.add(entry, points: points) }
    }
    let clean = matches.entries
    if clean.count < Self.fewMatches, query.canHaveTypos {
      for entry in 0..<catalog.count where !clean.contains(EntryIndex(entry)) {
        if entry & 4095 == 0, isCancelled() { return nil }
        if let points = matcher.points(entry, forgivingTypos: true), points >= 0 {
          matches.addTypo(entry, points: points)
        }
      }
    }
    var tally = FacetTally(catalog, request)
    for entry in 0..<catalog.count { tally.take(entry, isMatch: matches.contains(entry)) }
    let ordering = Ordering(catalog: catalog, index: index, query: query, request: request)
    let rows = ordering.rows(of: matches.filtered { tally.isChosen($0) })
    return SearchResult(
      rows: rows.clean + rows.typos, typoCount: rows.typos.count, total: tally.total,
      listCounts: tally.listCounts, categoryCounts: tally.categoryCounts,
      dayCounts: tally.days, undatedCount: tally.undatedCount,
      trace: SearchTrace(query: query, possible: possible, image: catalog.image))
  }
}

extension Query {
  /// Whether any of its words may be misspelt.
  var canHaveTypos: Bool {
    clauses.flatMap(\.terms).contains {
      guard !$0.isNegated, case .text(let pattern, _) = $0.condition, pattern.isFuzzy else {
        return false
      }
      return pattern.folded.withUnsafeBytes { TypoMatcher(needle: $0) != nil }
    }
  }
}
