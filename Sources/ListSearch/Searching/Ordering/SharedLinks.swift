import ListModel

/// The links that several entries have, from the catalog's image; the index holds the memory.
struct SharedLinks {
  /// The entries of each such link on end, the newest first, the last of them marked.
  private let entries: NumberView<UInt32>

  /// Creates the shared links of a catalog; none if its image has none.
  init(_ image: CatalogImage) {
    entries = NumberView(.sharedLinks, of: image)
  }

  /// How many entries share their link with another.
  var entryCount: Int { entries.count }

  /// Calls back with each entry of a part of them, and whether it is the last with its link.
  ///
  /// A link belongs to the part in which its first entry lies.
  @inline(__always)
  func forEach(in range: Range<Int>, _ body: (_ entry: Int, _ isLast: Bool) -> Void) {
    var place = range.lowerBound
    while place > 0, place < entries.count, !isLast(place - 1) { place += 1 }
    // The links that begin in the range are gone through to their ends.
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
