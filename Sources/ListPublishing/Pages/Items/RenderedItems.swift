import ListModel
import Synchronization

/// The rendered items of a list's entries, shared by all pages.
///
/// An entry is on five pages, the three of its list and those of its day and week. Its item is the
/// same on all of them, because its links are absolute, so it is rendered once.
struct RenderedItems: Sendable {
  private let bytes: [UInt8]
  /// The end of each entry's item, by the entry's index in the list.
  private let ends: [Int]
  private let first: Int

  /// Renders the items of the entries that are published; others have an empty one.
  init(of list: PublishedList, in catalog: Catalog, as format: PageFormat) {
    let entries = catalog.entries(of: list.index)
    var isPublished = [Bool](repeating: false, count: entries.count)
    for additions in list.additions {
      for entry in additions.entries { isPublished[entry.number - entries.lowerBound] = true }
    }
    var page = Page(path: "", format: format)
    var ends: [Int] = []
    ends.reserveCapacity(entries.count)
    for number in entries {
      if isPublished[number - entries.lowerBound] {
        page.add(entry: catalog.entry(EntryIndex(number), withHistory: false), of: list.list)
      }
      ends.append(page.text.bytes.count)
    }
    self.ends = ends
    first = entries.lowerBound
    bytes = page.text.bytes
  }

  /// Returns the item of an entry; empty for one that is not published.
  func item(of entry: EntryIndex) -> ArraySlice<UInt8> {
    let place = entry.number - first
    guard ends.indices.contains(place) else { return [] }
    return bytes[(place > 0 ? ends[place - 1] : 0)..<ends[place]]
  }
}

/// The items of all lists whose pages were generated so far; thread-safe.
///
/// Takes as much memory as the items, a fifth of the published size.
final class ItemStore: Sendable {
  /// The headings of categories, which pages share as well.
  let headings: CategoryHeadings
  private let catalog: Catalog
  private let format: PageFormat
  private let lists = Mutex<[Int: RenderedItems]>([:])

  init(of catalog: Catalog, as format: PageFormat) {
    self.catalog = catalog
    self.format = format
    headings = CategoryHeadings(of: catalog, as: format)
  }

  /// Returns the items of a list, rendered on first use.
  func items(of list: PublishedList) -> RenderedItems {
    if let known = lists.withLock({ $0[list.index.number] }) { return known }
    let made = RenderedItems(of: list, in: catalog, as: format)
    lists.withLock { $0[list.index.number] = made }
    return made
  }

  /// Appends the items of some entries of a list.
  ///
  /// Those of a list whose pages are not generated are rendered individually: they may be few.
  func add(_ entries: [EntryIndex], of list: PublishedList, to page: inout Page) {
    if let items = lists.withLock({ $0[list.index.number] }) {
      for entry in entries { page.text.add(items.item(of: entry)) }
    } else {
      for entry in entries {
        page.add(entry: catalog.entry(entry, withHistory: false), of: list.list)
      }
    }
  }
}
