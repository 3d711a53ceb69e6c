import Synchronization

/// The orders that are independent of the query and not stored in a column, computed on first use.
final class FixedOrders: Sendable {
  private let names = Mutex<[UInt32]?>(nil)
  private let stars = Mutex<[UInt32]?>(nil)

  /// Returns all entries by folded title, and of equals the newest first; sorts once.
  func byName(_ index: SearchIndex, _ work: BlockWork) -> [UInt32] {
    names.withLock { known in
      if let known { return known }
      let order = TitleSort(titles: index.titles, work: work).sorted(index.newestFirst)
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
      let order = sorted(index) {
        UInt64(Int64(Int32.max) - Int64(index.entryStars.count(of: $0)))
      }
      known = order
      return order
    }
  }

  /// Returns all entries by a number, and of equals the newest first.
  private func sorted(_ index: SearchIndex, by key: (Int) -> UInt64) -> [UInt32] {
    var numbers = RadixSort()
    numbers.reserve(index.newestFirst.count)
    for place in 0..<index.newestFirst.count {
      let entry = index.newestFirst.number(at: place, or: 0)
      numbers.append(entry, key: key(Int(entry)))
    }
    numbers.sort()
    return numbers.values
  }
}
