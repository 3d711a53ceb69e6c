import ListModel

/// Sorts matches in the requested order.
struct Ordering {
  private let index: SearchIndex
  private let orders: FixedOrders
  private let order: SortOrder
  private let isReversed: Bool
  /// Nil if each entry is a row of its own.
  private let links: LinkRows?
  /// No entry has more points.
  private let most: Int
  private let work: BlockWork
  private let memory: SearchMemory

  init(
    index: SearchIndex, orders: FixedOrders, query: Query, request: SearchRequest, links: LinkRows,
    work: BlockWork, memory: SearchMemory
  ) {
    self.index = index
    self.orders = orders
    let asked = query.order ?? request.order
    order = asked == .relevance && query.isEmpty ? .list : asked
    isReversed = query.order == nil ? request.reversed : query.isOrderReversed
    most = min(
      Int(UInt16.max), query.clauses.count * MatchPoints.exactTitle + MatchPoints.wholeTitle)
    self.links = request.isByLink ? links : nil
    self.work = work
    self.memory = memory
  }

  /// Whether all entries would be in the order of the catalog's `wholeRows`.
  var isOfWhole: Bool { order == .date && !isReversed && links != nil }

  /// Returns `rows` in the form of a search result.
  func searchRows(of matches: Matches) -> (rows: SearchRows, typoCount: Int) {
    let (rows, typoCount) = rows(of: matches)
    return (SearchRows(numbers: rows), typoCount)
  }

  /// Returns the entries in order, those with typos last, with only the first of each link if
  /// requested.
  func rows(of matches: Matches) -> (rows: [UInt32], typoCount: Int) {
    let count = bitCount(matches.clean)
    let typoCount = bitCount(matches.typos)
    if typoCount == 0, let links, isByDay, !links.isFew(count) {
      let points = order == .relevance ? matches.points : nil
      let firsts = links.firsts(
        of: matches.clean, points: points, isReversed: isReversed, work: work, memory: memory)
      return (rows(firsts, count: bitCount(firsts), matches.points), 0)
    }
    let filter = links.map { _ in LinkFilter(index, memory: memory) }
    let clean = rows(matches.clean, count: count, matches.points, filter)
    let typos = rows(matches.typos, count: typoCount, matches.points, filter)
    return (typos.isEmpty ? clean : clean + typos, typos.count)
  }

  /// Whether the newest of equal rows comes first.
  private var isByDay: Bool { order == .date || order == .relevance }

  private func rows(
    _ entries: UnsafeMutableBufferPointer<UInt64>, count: Int,
    _ points: UnsafeMutableBufferPointer<UInt16>, _ links: LinkFilter? = nil
  ) -> [UInt32] {
    guard count > 0 else { return [] }
    var rows = sorted(entries, count: count, points)
    if isReversed { rows.reverse() }
    guard let links else { return rows }
    var end = 0
    for place in rows.indices {
      let row = rows[place]
      rows[end] = row
      end &+= links.first(Int(row))
    }
    rows.removeLast(rows.count - end)
    return rows
  }

  private func sorted(
    _ entries: UnsafeMutableBufferPointer<UInt64>, count: Int,
    _ points: UnsafeMutableBufferPointer<UInt16>
  ) -> [UInt32] {
    let column = ColumnOrder(entries: entries, work: work, memory: memory)
    switch order {
    case .list: return inListOrder(entries, count: count)
    case .name: return orders.byName(index, work).withUnsafeBytes { column.rows(NumberView($0)) }
    case .stars: return orders.byStars(index).withUnsafeBytes { column.rows(NumberView($0)) }
    case .date, .relevance:
      let isByPoints = order == .relevance
      if count < entries.count, index.distinctDays.count < Int(UInt16.max) {
        return few(entries, count: count, isByPoints ? points : nil)
      }
      return isByPoints
        ? column.rows(index.newestFirst, points: points, most: most)
        : column.rows(index.newestFirst)
    }
  }

  private func inListOrder(
    _ entries: UnsafeMutableBufferPointer<UInt64>, count: Int
  ) -> [UInt32] {
    var rows: [UInt32] = []
    rows.reserveCapacity(count)
    forEachBit(entries) { rows.append(UInt32(truncatingIfNeeded: $0)) }
    return rows
  }

  /// For at most this many entries comparing is faster than a pass over all entries.
  private func few(
    _ entries: UnsafeMutableBufferPointer<UInt64>, count: Int,
    _ points: UnsafeMutableBufferPointer<UInt16>?
  ) -> [UInt32] {
    var keys: [UInt64] = []
    keys.reserveCapacity(count)
    forEachBit(entries) { entry in
      let missing = points.map { UInt64(UInt16.max - $0[entry]) } ?? 0
      let day = UInt64(index.entryDistinctDays.number(at: entry, or: 0) & 0xFFFF)
      keys.append(missing << 48 | day << 32 | UInt64(UInt32(truncatingIfNeeded: entry)))
    }
    keys.sort()
    return keys.map { UInt32(truncatingIfNeeded: $0) }
  }
}
