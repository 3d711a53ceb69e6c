import ListModel

/// The links shared by several entries, from the catalog's image; the index owns the memory.
struct SharedLinks {
  /// The contiguous entries of each such link, newest first, the last of them marked.
  private let entries: NumberView<UInt32>

  /// Creates the shared links of a catalog; none if its image has none.
  init(_ image: CatalogImage) {
    entries = NumberView(.sharedLinks, of: image)
  }

  /// How many entries share their link with another.
  var entryCount: Int { entries.count }

  /// Calls back with each entry of a part of them, and whether it is the last with its link.
  ///
  /// A link belongs to the part that contains its first entry.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (_ entry: Int, _ isLast: Bool) -> Void) {
    var place = range.lowerBound
    while place > 0, place < entries.count, !isLast(place - 1) { place += 1 }
    // Links that begin in the range are processed to their ends.
    while place < entries.count, place < range.upperBound || !isLast(place - 1) {
      body(Int(entries.number(at: place, or: 0) & ~lastOfSharedLink), isLast(place))
      place += 1
    }
  }

  @inline(__always)
  private func isLast(_ place: Int) -> Bool {
    entries.number(at: place, or: lastOfSharedLink) & lastOfSharedLink != 0
  }
}
