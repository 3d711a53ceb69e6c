import Glibc
import Synchronization

/// The orders that are independent of the query and not stored in a column, computed on first use.
final class FixedOrders: Sendable {
  private let names = Mutex<[UInt32]?>(nil)
  private let stars = Mutex<[UInt32]?>(nil)

  /// Returns all entries by folded title, and of equals the newest first.
  ///
  /// Sorts once: by the first eight bytes as a number, which usually decide, then those that are
  /// equal.
  func byName(_ index: SearchIndex) -> [UInt32] {
    names.withLock { known in
      if let known { return known }
      var (order, keys) = sorted(index) { entry in
        let title = index.titles[entry]
        return (0..<8).reduce(UInt64(0)) {
          $0 << 8 | ($1 < title.count ? UInt64(title[$1]) : 0)
        }
      }
      var start = 0
      while start < order.count {
        var end = start + 1
        while end < order.count, keys[end] == keys[start] { end += 1 }
        if end - start > 1 { sortAlike(&order[start..<end], index) }
        start = end
      }
      keys = []
      known = order
      return order
    }
  }

  /// Returns all entries by stars, most first and those without a count last, and of equals the
  /// newest first.
  ///
  /// Sorts once.
  func byStars(_ index: SearchIndex) -> [UInt32] {
    stars.withLock { known in
      if let known { return known }
      let (order, _) = sorted(index) {
        UInt64(Int64(Int32.max) - Int64(index.entryStars.count(of: $0)))
      }
      known = order
      return order
    }
  }

  /// Sorts entries whose titles begin alike; the sort is stable.
  private func sortAlike(_ entries: inout ArraySlice<UInt32>, _ index: SearchIndex) {
    let titles = entries.enumerated().map { (place: $0.offset, entry: $0.element) }
    let sorted = titles.sorted { left, right in
      let (first, second) = (index.titles[Int(left.entry)], index.titles[Int(right.entry)])
      let length = min(first.count, second.count)
      let order = length == 0 ? 0 : compare(first, second, length)
      if order != 0 { return order < 0 }
      return first.count == second.count ? left.place < right.place : first.count < second.count
    }
    for (place, title) in zip(entries.indices, sorted) { entries[place] = title.entry }
  }

  private func compare(_ first: FoldedSlice, _ second: FoldedSlice, _ length: Int) -> Int32 {
    guard let left = first.bytes.baseAddress, let right = second.bytes.baseAddress else { return 0 }
    return memcmp(left, right, length)
  }

  /// Returns all entries by a number, and of equals the newest first, with their numbers.
  private func sorted(
    _ index: SearchIndex, by key: (Int) -> UInt64
  ) -> (entries: [UInt32], keys: [UInt64]) {
    var numbers = RadixSort()
    numbers.reserve(index.newestFirst.count)
    for place in 0..<index.newestFirst.count {
      let entry = index.newestFirst.number(at: place, or: 0)
      numbers.append(entry, key: key(Int(entry)))
    }
    numbers.sort()
    return (numbers.values, numbers.keys)
  }
}
