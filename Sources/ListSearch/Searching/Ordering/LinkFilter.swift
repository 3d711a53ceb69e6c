/// Selects the first of the entries with one link.
struct LinkFilter {
  private let firsts: NumberView<UInt32>
  private let seen: UnsafeMutableBufferPointer<UInt64>

  init(_ index: SearchIndex, memory: SearchMemory) {
    firsts = index.sameLinkFirst
    seen = memory.zeros(UInt64.self, count: index.wordCount)
  }

  /// Returns 1 for an entry that is the first one requested with its link, else 0.
  ///
  /// A number, to avoid an unpredictable branch.
  @inline(__always)
  func first(_ entry: Int) -> Int {
    let first = Int(firsts.number(at: entry, or: UInt32(truncatingIfNeeded: entry)))
    // Damaged numbers lead nowhere.
    let link = first >> 6 < seen.count ? first : entry
    let word = seen[link >> 6]
    seen[link >> 6] = word | 1 << UInt64(link & 63)
    return Int(~word >> UInt64(link & 63) & 1)
  }
}
