import ListModel

/// Puts matches in the order that is asked for.
///
/// The orders by date, name and stars are columns of the catalog or made once; a pass over such a
/// column takes what matches out of it. By relevance a counting sort follows, which keeps that order
/// among equals. Each thread does a part of the column.
struct Ordering {
  private let index: SearchIndex
  private let orders: FixedOrders
  private let order: SortOrder
  private let isReversed: Bool
  /// No entry has more points.
  private let most: Int
  private let work: BlockWork
  private let memory: SearchMemory

  init(
    index: SearchIndex, orders: FixedOrders, query: Query, request: SearchRequest, work: BlockWork,
    memory: SearchMemory
  ) {
    self.index = index
    self.orders = orders
    let asked = query.order ?? request.order
    order = asked == .relevance && query.isEmpty ? .list : asked
    isReversed = query.order == nil ? request.reversed : query.isOrderReversed
    most = min(
      Int(UInt16.max), query.clauses.count * MatchPoints.exactTitle + MatchPoints.wholeTitle)
    self.work = work
    self.memory = memory
  }

  /// The entries of a bit set in order, the first with each link alone where `links` says so.
  func rows(
    _ entries: UnsafeMutableBufferPointer<UInt64>,
    points: UnsafeMutableBufferPointer<UInt16>, links: LinkFilter?
  ) -> [UInt32] {
    let count = bitCount(entries, in: 0..<entries.count << 6)
    guard count > 0 else { return [] }
    let sorted = sorted(entries, count: count, points)
    return [UInt32](unsafeUninitializedCapacity: sorted.count) { rows, filled in
      var end = 0
      for place in sorted.indices {
        let row = sorted[isReversed ? sorted.count - 1 - place : place]
        rows.initializeElement(at: end, to: row)
        end &+= links?.first(Int(row)) ?? 1
      }
      filled = end
    }
  }

  private func sorted(
    _ entries: UnsafeMutableBufferPointer<UInt64>, count: Int,
    _ points: UnsafeMutableBufferPointer<UInt16>
  ) -> UnsafeMutableBufferPointer<UInt32> {
    let parts =
      switch order {
      case .list: [inListOrder(entries, count: count)]
      case .name: orders.byName(index).withUnsafeBytes { matching(NumberView($0), entries) }
      case .stars: orders.byStars(index).withUnsafeBytes { matching(NumberView($0), entries) }
      case .date, .relevance: matching(index.newestFirst, entries)
      }
    return order == .relevance ? ranked(parts, points) : joined(parts)
  }

  private func inListOrder(
    _ entries: UnsafeMutableBufferPointer<UInt64>, count: Int
  ) -> UnsafeMutableBufferPointer<UInt32> {
    let rows = memory.unset(UInt32.self, count: count)
    var filled = 0
    for word in entries.indices {
      var left = entries[word]
      while left != 0, filled < rows.count {
        rows[filled] = UInt32(truncatingIfNeeded: word << 6 | left.trailingZeroBitCount)
        filled += 1
        left &= left &- 1
      }
    }
    return UnsafeMutableBufferPointer(rebasing: rows[..<filled])
  }

  /// What of an order is in a bit set, a buffer for each part of it.
  private func matching(
    _ column: NumberView<UInt32>, _ entries: UnsafeMutableBufferPointer<UInt64>
  ) -> [UnsafeMutableBufferPointer<UInt32>] {
    let rows = memory.unset(UInt32.self, count: column.count)
    let ends = memory.mutable([Int](repeating: 0, count: work.threads))
    let starts = work.inParts(of: column.count) { part, range in
      var filled = range.lowerBound
      for place in range {
        let row = column.number(at: place, or: .max)
        let entry = Int(row)
        guard entry >> 6 < entries.count else { continue }
        // Written in any case and kept if it matches: whether it does cannot be foreseen.
        rows[filled] = row
        filled &+= Int(entries[entry >> 6] >> UInt64(entry & 63) & 1)
      }
      ends[part] = filled
    }
    return starts.enumerated().map { part, start in
      UnsafeMutableBufferPointer(rebasing: rows[start..<ends[part]])
    }
  }

  private func joined(
    _ parts: [UnsafeMutableBufferPointer<UInt32>]
  ) -> UnsafeMutableBufferPointer<UInt32> {
    if parts.count == 1 { return parts[0] }
    let rows = memory.unset(UInt32.self, count: parts.reduce(0) { $0 + $1.count })
    var filled = 0
    for part in parts {
      _ = rows[filled...].update(fromContentsOf: part)
      filled += part.count
    }
    return rows
  }

  /// The most points first.
  private func ranked(
    _ parts: [UnsafeMutableBufferPointer<UInt32>], _ points: UnsafeMutableBufferPointer<UInt16>
  ) -> UnsafeMutableBufferPointer<UInt32> {
    let height = most + 1
    // For each part how many rows have so few points less than the most, and then where they go.
    let places = memory.mutable([Int](repeating: 0, count: parts.count * height))
    work.forEachPart(parts.count) { part in
      for row in parts[part] {
        places[part * height + most - min(most, Int(points[Int(row)]))] += 1
      }
    }
    var start = 0
    for value in 0..<height {
      for part in parts.indices {
        let count = places[part * height + value]
        places[part * height + value] = start
        start += count
      }
    }
    let rows = memory.unset(UInt32.self, count: start)
    work.forEachPart(parts.count) { part in
      for row in parts[part] {
        let value = part * height + most - min(most, Int(points[Int(row)]))
        rows[places[value]] = row
        places[value] += 1
      }
    }
    return rows
  }
}
