import ListModel

/// The star counts of entries: their own, or else those on other pages; the index owns the memory.
struct StarColumn {
  private let own: NumberView<Int32>
  private let others: NumberView<Int32>
  private let otherRows: SparseRows

  init(_ image: CatalogImage) {
    own = NumberView(.entryStars, of: image)
    others = NumberView(.knownStars, of: image)
    otherRows = SparseRows(.knownStarsRows, of: image)
  }

  /// Returns the count of an entry; -1 for one without.
  @inline(__always)
  func count(of entry: Int) -> Int32 {
    let count = own.number(at: entry, or: -1)
    if count >= 0 { return count }
    guard let row = otherRows.row(of: entry) else { return -1 }
    return max(-1, others.number(at: row, or: -1))
  }
}
