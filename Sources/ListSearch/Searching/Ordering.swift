import ListModel

/// Puts matches in the order that is asked for.
///
/// The orders by date, name and stars are columns of the catalog or made once; a pass over such a
/// column takes what matches out of it. By relevance a counting sort follows, which keeps that order
/// among equals.
struct Ordering {
  private let index: SearchIndex
  private let orders: FixedOrders
  private let order: SortOrder
  private let isReversed: Bool

  init(index: SearchIndex, orders: FixedOrders, query: Query, request: SearchRequest) {
    self.index = index
    self.orders = orders
    let asked = query.order ?? request.order
    order = asked == .relevance && query.isEmpty ? .list : asked
    isReversed = query.order == nil ? request.reversed : query.isOrderReversed
  }

  /// The entries of a bit set in order, the first with each link alone where `links` says so.
  func rows(
    _ entries: UnsafeMutableBufferPointer<UInt64>,
    points: UnsafeMutableBufferPointer<UInt16>, links: LinkFilter?
  ) -> [UInt32] {
    let count = bitCount(entries, in: 0..<entries.count << 6)
    guard count > 0 else { return [] }
    var rows = inFixedOrder(entries, count: count)
    if order == .relevance { rows = ranked(rows, points) }
    if isReversed { rows.reverse() }
    guard let links else { return rows }
    rows.removeAll { !links.isFirst(Int($0)) }
    return rows
  }

  private func inFixedOrder(
    _ entries: UnsafeMutableBufferPointer<UInt64>, count: Int
  ) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: count) { rows, filled in
      func take(_ entry: Int) {
        guard entry >> 6 < entries.count,
          entries[entry >> 6] >> UInt64(entry & 63) & 1 == 1, filled < count
        else { return }
        rows.initializeElement(at: filled, to: UInt32(truncatingIfNeeded: entry))
        filled += 1
      }
      switch order {
      case .list: forEachBit(entries, take)
      case .name: for entry in orders.byName(index) { take(Int(entry)) }
      case .stars: for entry in orders.byStars(index) { take(Int(entry)) }
      case .date, .relevance:
        for place in 0..<index.newestFirst.count {
          take(Int(index.newestFirst.number(at: place, or: .max)))
        }
      }
    }
  }

  @inline(__always)
  private func forEachBit(
    _ entries: UnsafeMutableBufferPointer<UInt64>, _ body: (Int) -> Void
  ) {
    for word in entries.indices {
      var left = entries[word]
      while left != 0 {
        body(word << 6 | left.trailingZeroBitCount)
        left &= left &- 1
      }
    }
  }

  /// The most points first.
  private func ranked(
    _ rows: [UInt32], _ points: UnsafeMutableBufferPointer<UInt16>
  ) -> [UInt32] {
    let most = rows.reduce(0) { max($0, Int(points[Int($1)])) }
    // Where the rows of each number of points begin, the highest number being the first.
    var starts = [Int](repeating: 0, count: most + 2)
    for row in rows { starts[most - Int(points[Int(row)]) + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    return [UInt32](unsafeUninitializedCapacity: rows.count) { ranked, filled in
      for row in rows {
        let place = most - Int(points[Int(row)])
        ranked.initializeElement(at: starts[place], to: row)
        starts[place] += 1
      }
      filled = rows.count
    }
  }
}
