import ListModel

/// The counts of all facet values without a query.
///
/// A sync computes them, so that a start need not scan the entries. As a section, in u32: the
/// numbers of categories and days, then the entries of each category, of each distinct day and
/// without one, and the bulk entries of these days. The index owns the memory.
struct WholeCounts {
  let categories: NumberView<UInt32>
  let days: NumberView<UInt32>
  let bulk: NumberView<UInt32>

  /// Reads the section of an image; nil if it does not fit this many categories and days.
  init?(_ image: CatalogImage, categoryCount: Int, dayCount: Int) {
    let section = image.section(.wholeCounts)
    let numbers = NumberView<UInt32>(section)
    guard numbers.number(at: 0, or: .max) == categoryCount,
      numbers.number(at: 1, or: .max) == dayCount,
      numbers.count == 2 + categoryCount + 2 * (dayCount + 1)
    else { return nil }
    func column(_ start: Int, _ count: Int) -> NumberView<UInt32> {
      NumberView(UnsafeRawBufferPointer(rebasing: section[start * 4..<(start + count) * 4]))
    }
    categories = column(2, categoryCount)
    days = column(2 + categoryCount, dayCount + 1)
    bulk = column(2 + categoryCount + dayCount + 1, dayCount + 1)
  }

  /// Counts the present entries, in one pass.
  ///
  /// - Parameter dayPlaces: for each entry the index of its day among the distinct ones.
  static func section(
    of catalog: Catalog, dayPlaces: [UInt32], dayCount: Int
  ) -> SearchSection {
    var categories = [UInt32](repeating: 0, count: catalog.categories.count)
    var days = [UInt32](repeating: 0, count: dayCount + 1)
    var bulk = days
    for (entry, place) in dayPlaces.enumerated() where !catalog.isRemoved(EntryIndex(entry)) {
      let category = Int(catalog.entryCategories[entry] ?? .max)
      if category < categories.count { categories[category] += 1 }
      days[Int(place)] += 1
      if catalog.isBulkAddition(EntryIndex(entry)) { bulk[Int(place)] += 1 }
    }
    let head = [UInt32(categories.count), UInt32(dayCount)]
    return (.wholeCounts, [.words(head + categories + days + bulk)])
  }
}
