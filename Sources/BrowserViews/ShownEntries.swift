import Browser
import ListModel
import Settings

/// What the rows of the entries pane show, taken out of the state once for all of them.
///
/// A place holds some forty references: rows that asked for it one by one would spend more on
/// counting these than on drawing.
struct ShownEntries {
  let catalog: Catalog
  let matches: MatchFinder
  /// Whether rows show how long ago their day was instead of the day.
  let showsAges: Bool
  let today: Day
  private let bookmarks: Bookmarks
  /// What is new; nothing where other entries than those of the library are shown.
  private let news: NewEntries
  private let fates: [EntryIndex: BookmarkFate]
  private let selection: Selection
  private let rangeRows: ClosedRange<Int>?
  /// Whether one row stands for the same link in several lists.
  private let joinsLists: Bool

  init(_ state: BrowserState) {
    catalog = state.place.catalog
    matches = MatchFinder(state)
    showsAges = state.preferences.settings.word(.dateFormat) == "age"
    today = state.today
    bookmarks = state.bookmarks
    news = state.place.kind.isOfLibrary ? state.news : NewEntries()
    fates = state.place.fates
    selection = state.place.selection
    rangeRows = state.place.rangeRows
    var joinsLists = state.place.kind.isOfLibrary && catalog.listCount > 1
    if case .list = state.place.lists.chosen { joinsLists = false }
    self.joinsLists = joinsLists
  }

  /// In how many lists the link stands that is one row here.
  func listCount(of entry: EntryIndex) -> Int {
    joinsLists ? catalog.listsWithLink(of: entry).count : 1
  }

  /// What became of a bookmark's entry in its list; nil where nothing did.
  func fate(of entry: EntryIndex) -> BookmarkFate? { fates[entry] }

  /// Whether the entry of a row is marked or within the range that is open.
  func isMarked(_ entry: EntryIndex, row: Int) -> Bool {
    rangeRows?.contains(row) == true || selection.contains(entry, in: catalog)
  }

  /// Whether an entry, or one of another list with its link that has no row of its own, is new.
  func isNew(_ entry: EntryIndex) -> Bool {
    guard !news.isEmpty else { return false }
    return news.contains(entry)
      || joinsLists && catalog.entriesWithLink(of: entry).contains(where: news.contains)
  }

  func bookmark(of entry: EntryIndex) -> Bookmark? {
    guard bookmarks.count > 0 else { return nil }
    let url = catalog.urls[entry.number]
    return url.isEmpty ? nil : bookmarks[LinkKey(url)]
  }
}
