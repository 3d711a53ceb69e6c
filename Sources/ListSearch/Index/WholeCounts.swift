import ListModel

/// How many entries each facet value has where nothing is asked for.
///
/// A sync counts them, so that a start need not go through the entries.
/// In a section, as u32: how many categories and days there are, then the entries of each category, of
/// each distinct day and without one, and of these days' the ones in bulk. The index keeps the memory.
struct WholeCounts {
  let categories: NumberView<UInt32>
  let days: NumberView<UInt32>
  let bulk: NumberView<UInt32>

  /// Reads the section of an image; nil if it is none of so many categories and days.
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

  /// Counts the entries that stand in their lists; a step for each.
  ///
  /// - Parameter dayPlaces: of each entry the place of its day among the distinct ones.
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
