/// Which entries lead where others lead, so that the links of most entries need not be compared.
struct SameLinks: Sendable {
  /// A bit for each entry whose link another has, too.
  private let shared: [UInt64]
  /// How many different links all entries have; one without a link counts as one.
  let count: Int

  init(_ index: SearchIndex) {
    var shared = [UInt64](repeating: 0, count: index.wordCount)
    var count = 0
    for entry in 0..<index.count {
      let first = index.sameLinkFirst.number(at: entry, or: UInt32(clamping: entry))
      if Int(first) == entry { count += 1 }
      let next = index.sameLinkNext.number(at: entry, or: UInt32(clamping: entry))
      if Int(next) != entry || Int(first) != entry { shared[entry >> 6] |= 1 << UInt64(entry & 63) }
    }
    self.shared = shared
    self.count = count
  }

  /// Calls back with `isShared`, which is valid inside only.
  func withBits<Result>(_ body: (UnsafeBufferPointer<UInt64>) -> Result) -> Result {
    shared.withUnsafeBufferPointer(body)
  }
}

/// Keeps the first of the entries with one link.
struct LinkFilter {
  private let shared: UnsafeBufferPointer<UInt64>
  private let firsts: NumberView<UInt32>
  private let seen: UnsafeMutableBufferPointer<UInt64>

  init(_ shared: UnsafeBufferPointer<UInt64>, index: SearchIndex, memory: SearchMemory) {
    self.shared = shared
    firsts = index.sameLinkFirst
    seen = memory.mutable(Array(repeating: 0, count: shared.count))
  }

  /// Whether an entry is the first with its link that was asked for.
  @inline(__always)
  func isFirst(_ entry: Int) -> Bool {
    guard shared[entry >> 6] >> UInt64(entry & 63) & 1 == 1 else { return true }
    let link = Int(firsts.number(at: entry, or: UInt32(truncatingIfNeeded: entry)))
    guard link >> 6 < seen.count else { return true }
    let bit: UInt64 = 1 << UInt64(link & 63)
    if seen[link >> 6] & bit != 0 { return false }
    seen[link >> 6] |= bit
    return true
  }
}
