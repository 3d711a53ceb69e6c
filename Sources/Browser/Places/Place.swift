package import ListModel
package import ListSearch

/// A catalog that is being browsed, with all choices made in it.
///
/// The library is one place; bookmarks and read later are others with the same panes. A place keeps
/// its state while another is shown.
package struct Place: Sendable {
  /// The kind of place.
  package enum Kind: String, CaseIterable, Sendable {
    case library
    case bookmarks
    case later
    /// The entries of the library that are new since the last visit.
    case new
    /// The changes of entries since then.
    case changes
    /// Exercises for new users.
    case tutorial

    /// Whether it shows bookmarks.
    package var isOfBookmarks: Bool { self == .bookmarks || self == .later }
    /// Whether it shows entries of the library.
    package var isOfLibrary: Bool { self == .library || self == .new }
  }

  package let kind: Kind
  package private(set) var catalog: Catalog
  /// The text typed after `/`.
  package private(set) var filter = ""
  /// The current filter: the last valid one.
  package private(set) var query: Query
  /// The filter that the result belongs to; its words are highlighted.
  package private(set) var answeredQuery: Query
  /// The error in the typed filter.
  package private(set) var filterError: QueryError?
  /// The order chosen by the user; nil for the default of the filter.
  package var order: SortOrder?
  package var isReversed = false
  package var dateMode = DateMode.day
  /// The order of the lists pane.
  package private(set) var listOrder = ListOrder.name
  package private(set) var areListsReversed = false
  /// The facet panes chosen by the user, from top to bottom.
  var facetOrder: [Pane] = [.lists, .categories, .tags, .dates] {
    didSet { if !panes.contains(focus) { focus = .entries } }
  }
  /// The language of the dates pane.
  var dateNames = DateNames.english {
    didSet { if dateNames != oldValue { showFacets() } }
  }
  package var focus = Pane.entries
  /// The facet that last had the focus, to which `h` leads from the entries.
  package var lastFacet = Pane.categories

  package var lists = FacetPane()
  package var categories = FacetPane()
  package var tags = FacetPane()
  package var dates = FacetPane()
  package var entries = EntriesPane()
  /// The first row of the detail on the screen.
  package var detailTop = 0
  /// The marked entries, to be acted on together.
  package internal(set) var selection = Selection()

  package private(set) var result = SearchResult()
  /// The search whose result is pending or shown.
  package private(set) var requested: SearchRequest?
  /// Whether any search has returned yet.
  package private(set) var hasResult = false
  /// Whether the result of the last search is pending.
  package private(set) var isAwaitingResult = false
  /// The number of searches, to recognise outdated results.
  package private(set) var generation = 0
  /// Whether the catalog of the current bookmarks is still being built.
  package internal(set) var isAwaitingBookmarks = false
  /// The status of the bookmarks' entries in their lists; empty in the library.
  package private(set) var bookmarkStatuses: [EntryIndex: BookmarkStatus] = [:]

  /// The entries to show; nil for all.
  package internal(set) var scope: EntrySet?
  /// The entry of the library for each entry, if the place is derived from others.
  package internal(set) var targets: [EntryIndex] = []
  /// The new entries when the filter for them was typed: those opened since stay in view.
  private var newForFilter: EntrySet?
  /// The user's marks of the entries, once a filter needs them.
  var marks: UserMarks?
  var categoryTree: CategoryTree
  /// The rows of a facet pane that match the text typed after `f`; nil without it.
  package internal(set) var rowFilter: RowFilter?
  private(set) var listTree: ListTree
  /// The order of categories chosen by the user; nil for the default of the catalog.
  var categoryOrder: CategoryTree.Order?
  /// The newest day of all entries: its year and month are open by default.
  var newestDay: Day?

  /// Creates a place without any choices.
  ///
  /// - Parameter marks: the user's marks in a place of bookmarks.
  package init(_ kind: Kind, catalog: Catalog, marks: UserMarks? = nil, today: Day) {
    self.kind = kind
    self.marks = marks
    self.catalog = catalog
    query = Query.parse("", today: today)
    answeredQuery = query
    categoryTree = Self.categoryTree(of: catalog, in: nil)
    listTree = ListTree(catalog, order: .name)
    newestDay = Self.newestDay(of: catalog)
  }

  /// Replaces the catalog by a newer one; the selection follows by link and title.
  mutating func replace(_ catalog: Catalog) { replace(catalog, marks: nil) }

  /// Replaces the bookmarks by newer ones.
  mutating func replace(with collected: BookmarkCatalog) {
    replace(collected.catalog, marks: collected.marks)
    bookmarkStatuses = collected.bookmarkStatuses
    isAwaitingBookmarks = false
  }

  private mutating func replace(_ catalog: Catalog, marks newMarks: UserMarks?) {
    let selected = (entries.anchor ?? self.selected).map { EntryKey(of: $0, in: self.catalog) }
    entries.staysAtTop = entries.top == 0
    var list: ListID?
    if case .list(let index) = lists.chosen {
      list = self.catalog.list(index).id
      lists.choose(.all)
    }
    settleRange()
    selection = selection.moved(from: self.catalog, to: catalog)
    self.catalog = catalog
    marks = newMarks
    newForFilter = nil
    if case .tag(let tag) = tags.chosen, newMarks?.tags.entries(tagged: tag).isEmpty ?? true {
      tags.choose(.all)
    }
    categoryTree = categoryTree(of: catalog)
    listTree = ListTree(catalog, order: listOrder, isReversed: areListsReversed)
    newestDay = Self.newestDay(of: catalog)
    if let list, let index = catalog.index(of: list) { lists.choose(.list(index)) }
    requested = nil
    if !panes.contains(focus) { focus = .entries }
    guard let selected else { return }
    entries.anchor =
      catalog.entry(of: selected)
      ?? (0..<catalog.count).first {
        catalog.urls.withBytes(at: $0) { $0.elementsEqual(selected.url.utf8) }
          && catalog.titles.withBytes(at: $0) { $0.elementsEqual(selected.title.utf8) }
      }.map { EntryIndex($0) }
  }

  /// The panes of this place, in their order.
  package var panes: [Pane] { facetPanes + [.entries, .detail] }

  /// The existing facet panes, in their order.
  private var facetPanes: [Pane] {
    facetOrder.filter { pane in
      switch pane {
      case .lists: hasListsPane
      case .tags: hasTagsPane
      case .categories, .dates: true
      case .entries, .detail: false
      }
    }
  }

  /// The facet panes in their order, and how many rows each has.
  var facetRows: [(pane: Pane, rows: Int)] {
    facetPanes.map { ($0, max(facet($0)?.rows.count ?? 0, shownRows(of: $0).rows.count)) }
  }

  /// Whether there are several lists to choose from, or the only one failed, which the pane
  /// reports.
  var hasListsPane: Bool {
    catalog.listCount > 1 || catalog.listCount == 1 && catalog.hasFailed(ListIndex(0))
  }

  /// Whether it shows bookmarks, some of which have tags.
  var hasTagsPane: Bool { kind.isOfBookmarks && marks?.tags.isEmpty == false }

  /// The entry under the cursor.
  package var selected: EntryIndex? {
    result.rows.indices.contains(entries.cursor) ? result.rows[entries.cursor] : nil
  }

  /// The current order: by relevance under a filter, else by date, unless the user chose one.
  package var orderInForce: SortOrder {
    order ?? (query.isEmpty ? .date : .relevance)
  }

  /// The only list that is shown: the chosen one, or the only one of the library.
  package var onlyList: ListIndex? {
    guard kind == .library else { return nil }
    if case .list(let list) = lists.chosen { return list }
    return catalog.listCount == 1 ? ListIndex(0) : nil
  }

  /// Whether anything narrows the entries.
  package var isNarrowed: Bool {
    !filter.isEmpty || Pane.allCases.contains { (facet($0)?.chosen ?? .all) != .all }
  }
}

extension Place {
  /// The chosen lists; nil if all are shown.
  package var chosenLists: Set<ListIndex>? {
    switch lists.chosen {
    case .list(let list): [list]
    case .subject(let subject): listTree.lists(of: subject)
    default: nil
    }
  }

  /// Returns the search for the current choices; nil if its result is already shown or pending.
  ///
  /// - Parameter new: the new entries; they are counted if they belong to this catalog.
  mutating func nextSearch(
    today: Day, bookmarks: Bookmarks, new: EntrySet = EntrySet()
  ) -> SearchRequest? {
    // An empty catalog that is about to be replaced would be reported as having no entries.
    guard !isAwaitingBookmarks || hasResult else { return nil }
    var request = SearchRequest(
      query: query.text, order: orderInForce, reversed: isReversed, today: today)
    if query.asksForUserMarks || hasTagsPane { request.marks = userMarks(bookmarks) }
    request.scope = scope
    // Each change is a row, even several of one entry.
    request.mergesLinks = kind != .changes
    if kind.isOfLibrary {
      request.new = new
      if query.asksForNew {
        newForFilter = newForFilter ?? new
        request.marks.new = newForFilter ?? new
      }
    }
    if case .list(let list) = lists.chosen {
      request.list = list
    } else {
      request.lists = chosenLists
    }
    if case .category(let path) = categories.chosen {
      request.categories = categoryTree.categories(under: path)
    }
    request.tagged = chosenTagged
    request.dates = dates.chosen.dates
    guard request != requested else { return nil }
    // The range covers rows on the screen, which will change.
    settleRange()
    requested = request
    isAwaitingResult = true
    generation += 1
    return request
  }

  /// The entries with the chosen tag, or those without any; nil if no tag is chosen.
  private var chosenTagged: EntrySet? {
    switch tags.chosen {
    case .tag(let tag): marks?.tags.entries(tagged: tag) ?? EntrySet()
    case .untagged: marks.map { $0.tags.untagged(among: catalog.count) }
    default: nil
    }
  }

  mutating func userMarks(_ bookmarks: Bookmarks) -> UserMarks {
    if let marks { return marks }
    let marks = UserMarks(of: bookmarks, in: catalog)
    self.marks = marks
    return marks
  }

  /// Makes filters for new entries use the current ones.
  mutating func forgetNew() { newForFilter = nil }

  /// Makes the next filter for bookmarks look them up again.
  ///
  /// The marks of a place of bookmarks belong to its catalog and are replaced with it.
  mutating func forgetMarks() {
    if !kind.isOfBookmarks { marks = nil }
  }

  /// Restores an earlier state of the place with the same catalog.
  mutating func goBack(to earlier: Place) {
    let last = generation
    self = earlier
    // A pending result does not belong to the restored choices.
    generation = last + 1
    if isAwaitingResult { requested = nil }
    forgetMarks()
  }

  /// Applies a filter; an invalid one keeps the last valid filter.
  package mutating func setFilter(_ text: String, today: Day) {
    if !text.utf8.elementsEqual(filter.utf8) { newForFilter = nil }
    filter = text
    let query = Query.parse(text, today: today)
    filterError = query.error
    if query.error == nil { self.query = query }
  }

  /// Shows the result of a search; the selection stays on its entry if that is among the rows.
  mutating func show(_ result: SearchResult) {
    self.result = result
    hasResult = true
    isAwaitingResult = false
    answeredQuery = query
    entries.follow(result.rows)
    showFacets()
  }

  /// Groups the days differently; the row that contains the previous choice is chosen.
  mutating func change(to mode: DateMode) {
    let days = dates.chosen.days
    dateMode = mode
    if let days {
      let middle = days.lowerBound.advanced(
        by: (days.upperBound.number - days.lowerBound.number) / 2)
      let path = mode.path(of: middle)
      // The widest row that is not wider than the previous choice, or else the narrowest.
      let fitting = path.first { key in
        (key.days?.count ?? .max) <= days.count
      }
      dates.choose(fitting ?? path.last ?? .all)
      for key in path.dropLast() where !openDates.contains(key) && key != dates.chosen {
        dates.toggle(key)
      }
    }
    showFacets()
  }

  /// Opens or closes the row of the focused facet.
  mutating func toggle(_ key: FacetKey, in pane: Pane) {
    change(pane) { $0.toggle(key) }
    showFacets()
  }

  /// Sorts the lists pane in another order.
  mutating func sortLists(by order: ListOrder, reversed isReversed: Bool) {
    listOrder = order
    areListsReversed = isReversed
    listTree = ListTree(catalog, order: order, isReversed: isReversed)
    showFacets()
  }

  /// Goes to an entry in its list, as when the same link is looked up in another list.
  mutating func go(to entry: EntryIndex, today: Day) {
    go(to: catalog.listIndex(of: entry))
    categories.choose(.all)
    tags.choose(.all)
    dates.choose(.all)
    // The other list may have no match for it.
    filter = ""
    query = Query.parse("", today: today)
    filterError = nil
    entries.anchor = entry
  }

  /// Shows one list's entries.
  package mutating func go(to list: ListIndex) {
    // Without a lists pane its only list is all there is.
    guard hasListsPane else { return }
    lists.choose(.list(list))
    if let subject = listTree.subject(of: list), !openLists.contains(subject) {
      lists.toggle(subject)
    }
  }

  /// Returns a facet pane; nil for the entries and the detail.
  package func facet(_ pane: Pane) -> FacetPane? {
    switch pane {
    case .lists: lists
    case .categories: categories
    case .tags: tags
    case .dates: dates
    case .entries, .detail: nil
    }
  }

  /// Chooses a value of a facet.
  mutating func choose(_ key: FacetKey, in pane: Pane) {
    change(pane) { $0.choose(key) }
  }

  private mutating func change(_ pane: Pane, _ change: (inout FacetPane) -> Void) {
    switch pane {
    case .lists: change(&lists)
    case .categories: change(&categories)
    case .tags: change(&tags)
    case .dates: change(&dates)
    case .entries, .detail: break
    }
  }
}
