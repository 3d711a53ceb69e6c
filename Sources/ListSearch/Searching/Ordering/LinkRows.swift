import ListModel
import Synchronization

/// Merges the entries of one link into one row.
///
/// The part that depends only on the catalog is computed once. Sendable, because it is immutable.
final class LinkRows: Sendable {
  private let index: SearchIndex
  private let known = Mutex<(alone: [UInt64], count: Int)?>(nil)

  init(_ index: SearchIndex) {
    self.index = index
  }

  /// How many entries share their link with another.
  private var sharedCount: Int { index.sharedLinks.entryCount }

  /// Returns whether this many entries are faster asked one by one than by a pass over all shared
  /// links.
  func isFew(_ count: Int) -> Bool { count < sharedCount / 4 }

  /// How many different links all entries have; one without a link counts as one.
  var count: Int { once.count }

  /// Returns how many different links the entries of a bit set have.
  func count(_ entries: UnsafeMutableBufferPointer<UInt64>, memory: SearchMemory) -> Int {
    if isFew(bitCount(entries)) {
      let filter = LinkFilter(index, memory: memory)
      var count = 0
      forEachBit(entries) { count &+= filter.first($0) }
      return count
    }
    var count = 0
    for (word, alone) in zip(entries.indices, once.alone) {
      count += (entries[word] & alone).nonzeroBitCount
    }
    var isAny = false
    index.sharedLinks.forEach(in: 0..<sharedCount) { entry, isLast in
      if holds(entries, entry) { isAny = true }
      if isLast {
        count += isAny ? 1 : 0
        isAny = false
      }
    }
    return count
  }

  /// For each link, the first of its entries in a bit set: the one with the highest score, with
  /// equal scores the newest; reversed if the order is.
  func firsts(
    of entries: UnsafeMutableBufferPointer<UInt64>,
    points: UnsafeMutableBufferPointer<UInt16>?, isReversed: Bool, work: BlockWork,
    memory: SearchMemory
  ) -> UnsafeMutableBufferPointer<UInt64> {
    let chosen = memory.unset(UInt32.self, count: sharedCount)
    let ends = memory.zeros(Int.self, count: work.partCount)
    let starts = work.inParts(of: sharedCount) { part, range in
      let first = FirstOfLink(entries: entries, points: points, isReversed: isReversed)
      ends[part] = first.find(in: range, of: self.index.sharedLinks, chosen)
    }
    let firsts = memory.unset(UInt64.self, count: entries.count)
    for (word, alone) in zip(entries.indices, once.alone) { firsts[word] = entries[word] & alone }
    for (part, start) in starts.enumerated() {
      for entry in chosen[start..<max(start, ends[part])] {
        firsts[Int(entry) >> 6] |= 1 << UInt64(entry & 63)
      }
    }
    return firsts
  }

  /// The entries that do not share their link, as a bit set, and the number of links.
  private var once: (alone: [UInt64], count: Int) {
    known.withLock { known in
      if let known { return known }
      var alone = (0..<index.wordCount).map(index.entries)
      var count = index.count - sharedCount
      index.sharedLinks.forEach(in: 0..<sharedCount) { entry, isLast in
        if entry >> 6 < alone.count { alone[entry >> 6] &= ~(1 << UInt64(entry & 63)) }
        count += isLast ? 1 : 0
      }
      known = (alone, count)
      return (alone, count)
    }
  }
}

/// Finds the entry that represents a link.
private struct FirstOfLink {
  let entries: UnsafeMutableBufferPointer<UInt64>
  let points: UnsafeMutableBufferPointer<UInt16>?
  let isReversed: Bool

  /// Writes the rows of a part of the shared links after its start; returns their end.
  func find(
    in range: Range<Int>, of links: SharedLinks, _ found: UnsafeMutableBufferPointer<UInt32>
  ) -> Int {
    var end = range.lowerBound
    var (first, most) = (0, 0)
    links.forEach(in: range) { entry, isLast in
      // Chosen without a branch, because neither the matches nor their scores can be predicted.
      let worth = worth(entry)
      let isFirst = isReversed ? worth >= most : worth > most
      first = isFirst ? entry : first
      most = isFirst ? worth : most
      guard isLast else { return }
      if most > 0, end < found.count {
        found[end] = UInt32(truncatingIfNeeded: first)
        end += 1
      }
      most = 0
    }
    return end
  }

  /// Returns a larger number for earlier entries; 0 for an entry that does not match.
  @inline(__always)
  private func worth(_ entry: Int) -> Int {
    guard entry >> 6 < entries.count else { return 0 }
    let matches = Int(entries[entry >> 6] >> UInt64(entry & 63) & 1)
    guard let points, entry < points.count else { return matches }
    let worth = Int(points[entry])
    return matches &* (isReversed ? Int(UInt16.max) &+ 1 &- worth : worth &+ 1)
  }
}

@inline(__always)
private func holds(_ entries: UnsafeMutableBufferPointer<UInt64>, _ entry: Int) -> Bool {
  entry >> 6 < entries.count && entries[entry >> 6] >> UInt64(entry & 63) & 1 == 1
}
