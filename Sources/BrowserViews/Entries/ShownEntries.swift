import Browser
import ListModel
import ListSearch
import Settings
import TerminalScreen

/// The data of the entries pane's rows, taken out of the state once for all of them.
///
/// A place holds some forty references: rows that accessed it one by one would spend more on
/// counting these than on drawing.
struct ShownEntries {
  let catalog: Catalog
  let matches: MatchFinder
  /// What rows show beside the title, the most important first.
  let parts: [RowPart]
  /// The parts after the title, in their order.
  let partsAfterTitle: [RowPart]
  let emoji: EmojiForm
  private let rules: [(test: EntryTest, style: Style)]
  private let dateFormat: String
  private let localeDate: DatePattern?
  private let today: Day
  private let bookmarks: Bookmarks
  /// The new entries; none outside the library.
  private let news: NewEntries
  private let bookmarkStatuses: [EntryIndex: BookmarkStatus]
  private let selection: Selection
  private let rangeRows: ClosedRange<Int>?
  /// Whether one row represents the same link in several lists.
  private let joinsLists: Bool

  init(_ state: BrowserState) {
    let catalog = state.place.catalog
    self.catalog = catalog
    matches = MatchFinder(state)
    let settings = state.preferences.settings
    parts = settings.words(.row).compactMap { RowPart(rawValue: $0) }
    var suffixParts = parts.filter { $0.fixedColumns == nil }
    suffixParts.insert(
      .bookmarkStatus, at: suffixParts.firstIndex(of: .description) ?? suffixParts.endIndex)
    partsAfterTitle = suffixParts
    emoji = EmojiForm(settings)
    rules = state.preferences.rules.map {
      (EntryTest($0.query, of: catalog), Style($0))
    }
    dateFormat = settings.word(.dateFormat)
    localeDate = state.preferences.localeDate
    today = state.today
    bookmarks = state.bookmarks
    news = state.place.kind.isOfLibrary ? state.news : NewEntries()
    bookmarkStatuses = state.place.bookmarkStatuses
    selection = state.place.selection
    rangeRows = state.place.rangeRows
    var joinsLists = state.place.kind.isOfLibrary && catalog.listCount > 1
    if case .list = state.place.lists.chosen { joinsLists = false }
    self.joinsLists = joinsLists
  }

  /// The day of an entry as rows show it.
  func text(of day: Day) -> SafeText {
    switch dateFormat {
    case "age": SafeText(shortAge(of: day, today: today))
    case "locale": SafeText(localeDate?.text(of: day) ?? "\(day)")
    default: SafeText("\(day)")
    }
  }

  /// How the title of an entry looks by the reader's rules; of several that match, a later one goes
  /// over those before it.
  func ruleStyle(of entry: EntryIndex) -> Style? {
    var style: Style?
    for rule in rules {
      let isMet = rule.test.matches(entry) {
        var state = EntryTest.UserState()
        state.isNew = isNew(entry)
        if let bookmark = bookmark(of: entry) { state.take(bookmark) }
        return state
      }
      if isMet { style = (style ?? .plain).overlaid(with: rule.style) }
    }
    return style
  }

  /// In how many lists the link is that is one row here.
  func listCount(of entry: EntryIndex) -> Int {
    joinsLists ? catalog.listsWithLink(of: entry).count : 1
  }

  /// What became of a bookmark's entry in its list; nil if nothing did.
  func bookmarkStatus(of entry: EntryIndex) -> BookmarkStatus? { bookmarkStatuses[entry] }

  /// Whether an entry has left its list.
  func isRemoved(_ entry: EntryIndex) -> Bool {
    catalog.isRemoved(entry) || bookmarkStatus(of: entry)?.isRemoved == true
  }

  /// The signs that the list puts on an entry; none where rows do not show them.
  func marks(of entry: EntryIndex) -> SafeText {
    guard parts.contains(.marks) else { return "" }
    return SafeText.shown(
      catalog.marks(of: entry).lazy.filter { $0 != .struck }.map(\.symbol).joined(), emoji: emoji)
  }

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
