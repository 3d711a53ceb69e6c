import Synchronization

/// The orders that no query changes and no column holds, made when they are first asked for.
final class FixedOrders: Sendable {
  private let names = Mutex<[UInt32]?>(nil)
  private let stars = Mutex<[UInt32]?>(nil)

  /// All entries by folded title, and of equals the newest first.
  ///
  /// Sorts once.
  func byName(_ index: SearchIndex) -> [UInt32] {
    names.withLock { known in
      if let known { return known }
      let order = stable(index) { entry in
        // The first letters as a number decide nearly always.
        let title = index.titles[entry]
        return (0..<8).reduce(UInt64(0)) {
          $0 << 8 | ($1 < title.count ? UInt64(title[$1]) : 0)
        }
      } precedes: {
        index.titles[$0].bytes.lexicographicallyPrecedes(index.titles[$1].bytes)
      }
      known = order
      return order
    }
  }

  /// All entries by stars, most first and those without a count last, and of equals the newest first.
  ///
  /// Sorts once.
  func byStars(_ index: SearchIndex) -> [UInt32] {
    stars.withLock { known in
      if let known { return known }
      let order = stable(index) {
        UInt64(Int64(Int32.max) - Int64(index.entryStars.count(of: $0)))
      } precedes: { _, _ in
        false
      }
      known = order
      return order
    }
  }

  private func stable(
    _ index: SearchIndex, key: (Int) -> UInt64, precedes: (Int, Int) -> Bool
  ) -> [UInt32] {
    var entries: [(key: UInt64, place: UInt32, entry: UInt32)] = []
    entries.reserveCapacity(index.count)
    for place in 0..<index.newestFirst.count {
      let entry = index.newestFirst.number(at: place, or: 0)
      entries.append((key(Int(entry)), UInt32(truncatingIfNeeded: place), entry))
    }
    entries.sort { left, right in
      if left.key != right.key { return left.key < right.key }
      if precedes(Int(left.entry), Int(right.entry)) { return true }
      return !precedes(Int(right.entry), Int(left.entry)) && left.place < right.place
    }
    return entries.map(\.entry)
  }
}
