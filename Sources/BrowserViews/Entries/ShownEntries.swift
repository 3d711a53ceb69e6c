import Browser
import ListModel
import ListSearch
import Settings
import TerminalScreen

/// The data for drawing the entries pane, copied from the state once for all rows.
///
/// A place has about forty references: rows that accessed it individually would spend more time on
/// reference counting than on drawing.
struct ShownEntries {
  let catalog: Catalog
  let matches: MatchFinder
  /// The parts of a row beside the title, the most important first.
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

  /// Returns the day of an entry as rows show it.
  func text(of day: Day) -> SafeText {
    switch dateFormat {
    case "age": SafeText(shortAge(of: day, today: today))
    case "locale": SafeText(localeDate?.text(of: day) ?? "\(day)")
    default: SafeText("\(day)")
    }
  }

  /// Returns the style of an entry's title by the user's rules; later rules override earlier ones.
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

  /// Returns the number of lists with the link of a row.
  func listCount(of entry: EntryIndex) -> Int {
    joinsLists ? catalog.listsWithLink(of: entry).count : 1
  }

  /// Returns the status of a bookmark's entry in its list; nil if nothing happened.
  func bookmarkStatus(of entry: EntryIndex) -> BookmarkStatus? { bookmarkStatuses[entry] }

  /// Returns whether an entry was removed from its list.
  func isRemoved(_ entry: EntryIndex) -> Bool {
    catalog.isRemoved(entry) || bookmarkStatus(of: entry)?.isRemoved == true
  }

  /// Returns the list's marks of an entry; empty if rows do not show them.
  func marks(of entry: EntryIndex) -> SafeText {
    guard parts.contains(.marks) else { return "" }
    var symbols = ""
    for mark in catalog.marks(of: entry) where mark != .struck { symbols += mark.symbol }
    return symbols.isEmpty ? "" : SafeText.shown(symbols, emoji: emoji)
  }

  /// Returns whether the entry of a row is marked or within the open range.
  func isMarked(_ entry: EntryIndex, row: Int) -> Bool {
    rangeRows?.contains(row) == true || selection.contains(entry, in: catalog)
  }

  /// Returns whether an entry is new, or one in another list with its link and no row of its own.
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
