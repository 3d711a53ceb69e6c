import ListModel

/// Puts matches in the order that is asked for.
struct Ordering {
  let catalog: Catalog
  let index: SearchIndex
  private let order: SortOrder
  private let isReversed: Bool
  private let joinsLists: Bool

  init(catalog: Catalog, index: SearchIndex, query: Query, request: SearchRequest) {
    self.catalog = catalog
    self.index = index
    let asked = query.order ?? request.order
    order = asked == .relevance && query.isEmpty ? .list : asked
    isReversed = query.order == nil ? request.reversed : query.isOrderReversed
    joinsLists = request.list == nil
  }

  /// Clean matches and those with typos, each in order.
  ///
  /// Of the entries with one link the first in
  /// the order is the row, unless a list is chosen.
  func rows(of matches: Matches) -> (clean: [EntryIndex], typos: [EntryIndex]) {
    var sorted = sorted(matches)
    if isReversed { sorted.reverse() }
    var seen: Set<UInt32> = []
    var rows: (clean: [EntryIndex], typos: [EntryIndex]) = ([], [])
    for isTypo in [false, true] {
      for entry in sorted where matches.isTypo(entry) == isTypo {
        let link = catalog.sameLinkFirst[entry] ?? UInt32(clamping: entry)
        guard !joinsLists || seen.insert(link).inserted else { continue }
        if isTypo {
          rows.typos.append(EntryIndex(entry))
        } else {
          rows.clean.append(EntryIndex(entry))
        }
      }
    }
    return rows
  }

  private func sorted(_ matches: Matches) -> [Int] {
    if order == .list { return (0..<catalog.count).filter { matches.contains($0) } }
    let newest = (0..<catalog.newestFirst.count).map { Int(catalog.newestFirst[$0] ?? 0) }
      .filter { matches.contains($0) }
    switch order {
    case .date, .list: return newest
    case .relevance: return stable(newest) { matches.points($0) > matches.points($1) }
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
}
