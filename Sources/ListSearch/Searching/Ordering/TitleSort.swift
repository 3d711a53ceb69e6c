import ListModel

/// Sorts entries by folded title, eight bytes at a time, and of equals the newest first.
///
/// A counting sort by the first two bytes makes buckets, which the threads sort one by one; runs of
/// equal keys are then sorted by their next eight bytes. A title is read once per eight bytes that it
/// shares with another, and comparisons stay in the processor's caches (a multikey quicksort by
/// words: Bentley and Sedgewick, "Fast algorithms for sorting and searching strings", 1997).
struct TitleSort {
  let titles: FoldedColumn
  let work: BlockWork

  private struct Item {
    var key: UInt64
    /// Its index among all entries, newest first.
    let rank: UInt32
    let entry: UInt32

    static func isBefore(_ left: Item, _ right: Item) -> Bool {
      left.key == right.key ? left.rank < right.rank : left.key < right.key
    }
  }

  private typealias Items = UnsafeMutableBufferPointer<Item>

  /// Returns the entries of a column sorted by title; the column has the newest first.
  func sorted(_ newestFirst: NumberView<UInt32>) -> [UInt32] {
    let keys = keys()
    let starts = bucketStarts(newestFirst, keys)
    let items = Items.allocate(capacity: newestFirst.count)
    defer { items.deallocate() }
    fillBuckets(newestFirst, keys, starts, items)
    // Many parts, since some buckets are far larger than others.
    let parts = work.partCount * 8
    work.forEachPart(parts) { part in
      let (start, end) = (newestFirst.count * part / parts, newestFirst.count * (part + 1) / parts)
      var bucket = starts.partitioningIndex { $0 >= start }
      while bucket < starts.count - 1, starts[bucket] < end {
        sort(Items(rebasing: items[starts[bucket]..<starts[bucket + 1]]), from: 0)
        bucket += 1
      }
    }
    return items.map(\.entry)
  }

  /// Returns the first eight bytes of each title.
  private func keys() -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: titles.count) { keys, filled in
      let all = keys
      _ = work.inParts(of: titles.count) { _, range in
        for entry in range { all[entry] = key(entry, from: 0) }
      }
      filled = titles.count
    }
  }

  /// Returns eight bytes of a title as a number, with zeros after its end.
  private func key(_ entry: Int, from offset: Int) -> UInt64 {
    let title = titles[entry]
    var key: UInt64 = 0
    for place in offset..<offset + 8 {
      key = key << 8 | (place < title.count ? UInt64(title[place]) : 0)
    }
    return key
  }

  private func bucket(_ entry: UInt32, _ keys: [UInt64]) -> Int {
    Int(entry) < keys.count ? Int(keys[Int(entry)] >> 48) : 0
  }

  /// Returns the start of each bucket, and the end of the last.
  private func bucketStarts(_ newestFirst: NumberView<UInt32>, _ keys: [UInt64]) -> [Int] {
    var starts = [Int](repeating: 0, count: 1 << 16 + 1)
    for place in 0..<newestFirst.count {
      starts[bucket(newestFirst.number(at: place, or: 0), keys) + 1] += 1
    }
    for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
    return starts
  }

  private func fillBuckets(
    _ newestFirst: NumberView<UInt32>, _ keys: [UInt64], _ starts: [Int], _ items: Items
  ) {
    var ends = starts
    for place in 0..<newestFirst.count {
      let entry = newestFirst.number(at: place, or: 0)
      let bucket = bucket(entry, keys)
      let item = Item(
        key: Int(entry) < keys.count ? keys[Int(entry)] : 0,
        rank: UInt32(truncatingIfNeeded: place), entry: entry)
      items.initializeElement(at: ends[bucket], to: item)
      ends[bucket] += 1
    }
  }

  /// Sorts items whose titles are equal up to an offset, where their keys begin.
  private func sort(_ items: Items, from offset: Int) {
    var pending = [(items: items, offset: offset)]
    while let (equals, offset) = pending.popLast() {
      var items = equals
      items.sort(by: Item.isBefore)
      var start = 0
      while start < items.count {
        var end = start + 1
        while end < items.count, items[end].key == items[start].key { end += 1 }
        let run = Items(rebasing: items[start..<end])
        if run.count > 1, takeNextBytes(run, from: offset + 8) { pending.append((run, offset + 8)) }
        start = end
      }
    }
  }

  /// Replaces the keys by those at an offset; false if no title is that long.
  private func takeNextBytes(_ items: Items, from offset: Int) -> Bool {
    guard items.contains(where: { titles[Int($0.entry)].count > offset }) else { return false }
    for place in items.indices { items[place].key = key(Int(items[place].entry), from: offset) }
    return true
  }
}
