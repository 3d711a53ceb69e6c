extension Catalog {
  /// Returns the list of an identity; nil if the catalog does not hold it.
  ///
  /// Costs a pass over the names of the lists.
  public func index(of id: ListID) -> ListIndex? {
    (0..<listCount).first { number in
      listPaths.bytes(at: number).elementsEqual(id.path.utf8) {
        asciiLowercased($0) == asciiLowercased($1)
      }
    }.map { ListIndex($0) }
  }

  /// Returns whether a list could not be read at the last sync.
  public func hasFailed(_ list: ListIndex) -> Bool {
    // The failure is the last of an origin's parts.
    listOrigins.bytes(at: list.number).last.map { $0 != Separator.unit } ?? false
  }

  /// Returns how many of the entries that are in a list were added in each month that had any,
  /// oldest first.
  ///
  /// Costs a pass over the list's entries.
  public func additionsByMonth(of list: ListIndex) -> [(year: Int, month: Int, count: Int)] {
    var counts: [Int: Int] = [:]
    for number in entries(of: list) where !isRemoved(EntryIndex(number)) {
      guard let day = day(of: EntryIndex(number)) else { continue }
      let (year, month, _) = day.date
      counts[year * 12 + month - 1, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key / 12, $0.key % 12 + 1, $0.value) }
  }
}
