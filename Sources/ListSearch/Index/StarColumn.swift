import ListModel

/// The star counts of entries: their own, or else those on other pages; the index owns the memory.
struct StarColumn {
  private let own: NumberView<Int32>
  private let others: NumberView<Int32>

  init(_ image: CatalogImage) {
    own = NumberView(.entryStars, of: image)
    others = NumberView(.knownStars, of: image)
  }

  /// Returns the count of an entry; -1 for one without.
  @inline(__always)
  func count(of entry: Int) -> Int32 {
    let count = own.number(at: entry, or: -1)
    return count >= 0 ? count : max(-1, others.number(at: entry, or: -1))
  }
}
