import ListModel

/// The items of all entries that are published, each as every page shows it.
///
/// An entry stands on five pages, the three of its list and those of its day and week. Its item is the same on
/// all of them, for what it links to is absolute, so it is made once.
/// Takes as much memory as the items, a fifth of what is published.
struct RenderedItems {
  /// The items of one list, one after the other.
  private struct Run {
    var bytes: [UInt8] = []
    /// Where the item of each of the list's entries ends, by the entry's place in the list.
    var ends: [Int] = []
    var first = 0
  }

  /// By the number of the list in the catalog.
  private let runs: [Run?]
  private let catalog: Catalog

  /// Renders the items of lists.
  init(of catalog: Catalog, _ lists: [PublishedList], in format: PageFormat) {
    self.catalog = catalog
    var runs = [Run?](repeating: nil, count: catalog.listCount)
    for list in lists {
      runs[list.index.number] = RenderedItems.run(list, catalog, format)
    }
    self.runs = runs
  }

  /// The item of an entry; empty for one that is not published.
  func item(of entry: EntryIndex) -> ArraySlice<UInt8> {
    guard let run = runs[catalog.listIndex(of: entry).number] else { return [] }
    let place = entry.number - run.first
    guard run.ends.indices.contains(place) else { return [] }
    return run.bytes[(place > 0 ? run.ends[place - 1] : 0)..<run.ends[place]]
  }

  private static func run(_ list: PublishedList, _ catalog: Catalog, _ format: PageFormat) -> Run {
    let entries = catalog.entries(of: list.index)
    var isPublished = [Bool](repeating: false, count: entries.count)
    for additions in list.additions {
      for entry in additions.entries { isPublished[entry.number - entries.lowerBound] = true }
    }
    var page = Page(path: "", format: format)
    var run = Run(first: entries.lowerBound)
    run.ends.reserveCapacity(entries.count)
    for number in entries {
      if isPublished[number - entries.lowerBound] {
        page.add(entry: catalog.entry(EntryIndex(number), withHistory: false), of: list.list)
      }
      run.ends.append(page.text.bytes.count)
    }
    run.bytes = page.text.bytes
    return run
  }
}
