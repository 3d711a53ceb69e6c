import Browser
import ListModel
import Settings
import TerminalScreen

/// The detail of an entry, laid out as rows.
struct DetailText {
  /// A row: a label if it begins a field, and the text after it.
  struct Row {
    var indent = 0
    var label: SafeText?
    var text: SafeText
    var style: Style
    var highlights: [Range<Int>] = []
    /// The link of the text.
    var url: String?
  }

  private(set) var rows: [Row] = []
  /// The rows with a match of the filter.
  private(set) var matches: [Int] = []

  private let columns: Int
  private let theme: Theme
  private let emoji: EmojiForm
  private let ambiguousColumns: Int
  /// Wide enough for the longest label.
  static let labelColumns = 10

  /// Creates a detail without rows.
  init(columns: Int, theme: Theme, settings: SettingValues) {
    self.columns = max(1, columns)
    self.theme = theme
    emoji = EmojiForm(settings)
    ambiguousColumns = settings.number(.ambiguousWidth)
  }

  /// Creates the detail of an entry.
  ///
  /// - Parameters:
  ///   - columns: the width that texts are wrapped to.
  ///   - isAiry: whether to separate the parts by empty rows.
  init(
    _ index: EntryIndex, of state: BrowserState, columns: Int, isAiry: Bool, theme: Theme,
    finder: MatchFinder
  ) {
    self.init(columns: columns, theme: theme, settings: state.preferences.settings)
    let catalog = state.place.catalog
    let entry = catalog.entry(index)
    add(entry.title, style: theme.heading, highlights: finder.ranges(inTitle: entry.title))
    if let url = entry.url {
      add(SafeText.url(url), style: theme.link, url: url)
    } else {
      add("no link", style: theme.faint)
    }
    gap(isAiry)
    let bookmark = entry.url.flatMap { state.bookmarks[LinkKey($0)] }
    // In a place of bookmarks an entry's text includes tags and note, which are among the facts.
    let isOfBookmarks = state.place.kind.isOfBookmarks
    let description = isOfBookmarks ? bookmark?.description ?? entry.description : entry.description
    if !description.isEmpty {
      add(description, style: .plain, highlights: finder.ranges(inText: description))
      gap(isAiry)
    }
    addFacts(
      entry, bookmark, state.place.bookmarkStatuses[index],
      in: catalog.list(catalog.listIndex(of: index)), state,
      finder: isOfBookmarks ? finder : nil)
    addOtherLists(index, catalog, isAiry: isAiry)
    addLinks(entry, isAiry: isAiry)
    addHistory(entry.history, isAiry: isAiry)
  }

  /// Adds the other lists with the same link, with the counts that lead there.
  private mutating func addOtherLists(_ index: EntryIndex, _ catalog: Catalog, isAiry: Bool) {
    let others = catalog.entriesWithLink(of: index).filter { $0 != index }
    guard !others.isEmpty else { return }
    gap(isAiry)
    for (number, other) in others.enumerated() {
      let list = catalog.list(catalog.listIndex(of: other))
      add(number == 0 ? "Also in" : "", "\(number + 1) \(list.title) (\(list.id.path))")
    }
  }

  private mutating func addFacts(
    _ entry: Entry, _ bookmark: Bookmark?, _ bookmarkStatus: BookmarkStatus?, in list: AwesomeList,
    _ state: BrowserState, finder: MatchFinder?
  ) {
    let isNamed = !list.title.utf8.elementsEqual(list.id.path.utf8)
    add("List", isNamed ? "\(list.title) (\(list.id.path))" : list.title)
    if state.place.kind != .changes { add("Category", entry.category.description) }
    if let day = !state.place.kind.isOfBookmarks ? entry.added : bookmark?.day {
      add(
        state.place.kind == .changes ? "Changed" : "Added",
        dated(day, state))
    }
    if let day = entry.history?.publishedDay { add("", "the published page says \(day)") }
    if let day = entry.history?.removed { add("Removed", dated(day, state)) }
    if let bookmarkStatus { addBookmarkStatus(bookmarkStatus, state) }
    if let stars = entry.stars {
      let year = entry.starsAsOf.map { " (\($0.date.year))" }
      let star = state.isPlain ? "" : "★"
      add("Stars", year.map { "\(star)\(stars)" + $0 } ?? grouped(stars.count))
    }
    for mark in entry.marks {
      let words = mark.meaning.map { state.isPlain ? $0 : "\(mark.symbol) \($0)" }
      add("Mark", words ?? mark.symbol)
    }
    if let bookmark { addBookmarkFacts(bookmark, finder: finder) }
  }

  private mutating func addBookmarkFacts(_ bookmark: Bookmark, finder: MatchFinder?) {
    var states: [String] = []
    if bookmark.isBookmarked { states.append("bookmarked") }
    if bookmark.later { states.append("to read later") }
    if let day = bookmark.added.day { states.append("since \(day)") }
    if let read = bookmark.read {
      states.append(["read", read.day?.description].compactMap(\.self).joined(separator: " "))
    }
    add("Kept", states.joined(separator: ", "))
    let tags = bookmark.tags.joined(separator: ", ")
    add("Tags", tags, highlights: finder?.ranges(inText: tags) ?? [])
    add("Note", bookmark.note, highlights: finder?.ranges(inText: bookmark.note) ?? [])
  }

  /// Adds the links with the counts that open them; a single link needs no list.
  private mutating func addLinks(_ entry: Entry, isAiry: Bool) {
    guard entry.links.count > 1 else { return }
    gap(isAiry)
    for (number, link) in entry.links.enumerated() {
      if !link.title.isEmpty {
        add(String(number + 1), link.title)
        add(SafeText.url(link.url), style: theme.link, indent: Self.labelColumns, url: link.url)
      } else {
        add(SafeText.url(link.url), label: String(number + 1), url: link.url)
      }
    }
  }
}

extension DetailText {
  mutating func gap(_ isAiry: Bool) {
    if isAiry, rows.last?.text.width ?? 0 > 0 { rows.append(Row(text: "", style: .plain)) }
  }

  mutating func add(_ text: String, style: Style, highlights: [Range<Int>] = []) {
    for paragraph in SafeText.shownLines(text, emoji: emoji) {
      add(paragraph, style: style, highlights: highlights)
    }
  }

  mutating func add(
    _ text: SafeText, style: Style, indent: Int = 0, highlights: [Range<Int>] = [],
    url: String? = nil
  ) {
    let text = text.measured(ambiguousColumns: ambiguousColumns)
    for line in text.wrapped(to: max(1, columns - indent)) {
      if highlights.contains(where: { line.columns(ofSource: $0) != nil }) {
        matches.append(rows.count)
      }
      rows.append(
        Row(indent: indent, text: line, style: style, highlights: highlights, url: url))
    }
  }

  private mutating func add(_ text: SafeText, label: String, url: String) {
    let start = rows.count
    add(text, style: .plain, indent: min(Self.labelColumns, columns / 2), url: url)
    if start < rows.count { rows[start].label = SafeText(label) }
  }

  mutating func add(_ label: String, _ value: String, highlights: [Range<Int>] = []) {
    guard !value.isEmpty else { return }
    let indent = min(Self.labelColumns, columns / 2)
    let start = rows.count
    for paragraph in SafeText.shownLines(value, emoji: emoji) {
      add(paragraph, style: .plain, indent: indent, highlights: highlights)
    }
    if start < rows.count { rows[start].label = SafeText(label) }
  }
}

extension DetailText {
  /// Adds the changes of an entry, newest first: day, event, author and subject.
  mutating func addHistory(_ history: EntryHistory?, isAiry: Bool) {
    guard let history else { return }
    gap(isAiry)
    for (number, change) in history.changes.reversed().enumerated() {
      add(number == 0 ? "History" : "", "\(change.day) \(change.summary)")
    }
  }
}
