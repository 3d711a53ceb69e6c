import Browser
import ListModel

/// What the rows of the entries pane show, taken out of the state once for all of them.
///
/// A place holds some forty references: rows that asked for it one by one would spend more on
/// counting these than on drawing.
struct ShownEntries {
  let catalog: Catalog
  let matches: MatchFinder
  private let bookmarks: Bookmarks
  private let selection: Selection
  private let rangeRows: ClosedRange<Int>?
  /// Whether one row stands for the same link in several lists.
  private let joinsLists: Bool

  init(_ state: BrowserState) {
    catalog = state.place.catalog
    matches = MatchFinder(state)
    bookmarks = state.bookmarks
    selection = state.place.selection
    rangeRows = state.place.rangeRows
    var joinsLists = state.place.kind == .library && catalog.listCount > 1
    if case .list = state.place.lists.chosen { joinsLists = false }
    self.joinsLists = joinsLists
  }

  /// In how many lists the link stands that is one row here.
  func listCount(of entry: EntryIndex) -> Int {
    joinsLists ? catalog.listsWithLink(of: entry).count : 1
  }

  /// Whether the entry of a row is marked or within the range that is open.
  func isMarked(_ entry: EntryIndex, row: Int) -> Bool {
    rangeRows?.contains(row) == true || selection.contains(entry, in: catalog)
  }

  func bookmark(of entry: EntryIndex) -> Bookmark? {
    guard bookmarks.count > 0 else { return nil }
    let url = catalog.urls[entry.number]
    return url.isEmpty ? nil : bookmarks[LinkKey(url)]
  }
}
