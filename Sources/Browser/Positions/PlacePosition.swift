import ListModel
import ListSearch

/// The contents of a place and its cursor, by names that are valid across catalogs.
package struct PlacePosition: Equatable, Sendable {
  package var kind: Place.Kind
  package var filter = ""
  package var list = FacetValue.all
  package var category = FacetValue.all
  package var tag = FacetValue.all
  package var date = FacetValue.all
  package var dateMode = DateMode.day
  package var focus = Pane.entries
  package var entry: EntryKey?
  /// The row of the cursor, in case the entry is gone, and the first row on the screen.
  package var row = 0
  package var top = 0

  package init(_ kind: Place.Kind) { self.kind = kind }

  /// Returns whether both are at the same entry of the same choices, wherever that is on the
  /// screen.
  func isSame(as other: PlacePosition) -> Bool {
    hasSameChoice(as: other) && entry == other.entry
  }

  /// Returns whether both show the same entries.
  func hasSameChoice(as other: PlacePosition) -> Bool {
    kind == other.kind && filter.utf8.elementsEqual(other.filter.utf8) && list == other.list
      && category == other.category && tag == other.tag && date == other.date
  }
}

extension Place {
  /// The current position in this place.
  package var position: PlacePosition {
    var position = PlacePosition(kind)
    position.filter = filter
    position.list = value(of: lists.chosen)
    position.category = value(of: categories.chosen)
    position.tag = value(of: tags.chosen)
    position.date = value(of: dates.chosen)
    position.dateMode = dateMode
    position.focus = focus
    position.entry = (entries.anchor ?? selected).map { EntryKey(of: $0, in: catalog) }
    position.row = entries.cursor
    position.top = entries.top
    return position
  }

  /// Goes to a position; if a value is gone from the catalog, goes to its parent.
  ///
  /// Costs a pass over the entries of the chosen list, or over the days of all entries.
  mutating func go(to position: PlacePosition, today: Day) {
    let isShown = hasResult && !isAwaitingResult && self.position.hasSameChoice(as: position)
    setFilter(LineEditor.oneLine(position.filter), today: today)
    dateMode = position.dateMode
    lists.choose(key(of: position.list) ?? .all)
    if let subject = subjectOfChosenList, !openLists.contains(subject) { lists.toggle(subject) }
    chooseCategory(position.category)
    tags.choose(key(of: position.tag) ?? .all)
    chooseDate(position.date)
    entries.anchor = position.entry.flatMap { catalog.entry(of: $0) }
    entries.restore(cursor: max(0, position.row), top: max(0, position.top))
    focus = panes.contains(position.focus) ? position.focus : .entries
    detailTop = 0
    // No search will deliver the rows with the entry.
    if isShown { entries.follow(result.rows) }
  }

  /// Returns the name of a facet's value that outlives the catalog.
  func value(of key: FacetKey) -> FacetValue {
    switch key {
    case .list(let list): .list(catalog.listPaths[list.number])
    case .subject(let path): .subject(path.headings)
    case .category(let path): .category(path.headings)
    case .tag(let tag): .tag(String(decoding: tag, as: UTF8.self))
    case .untagged: .tag("")
    default: key.dateName.map { .date($0) } ?? .all
    }
  }

  /// Returns the value of a name; nil if the catalog has none.
  func key(of value: FacetValue) -> FacetKey? {
    switch value {
    case .all: .all
    case .list(let path): catalog.index(of: ListID(path)).map { .list($0) }
    case .subject(let headings):
      listTree.values.value(of: .subject(CategoryPath(headings))).map {
        listTree.values[$0].key
      }
    case .category(let headings):
      categoryTree.values.value(of: .category(CategoryPath(headings))).map {
        categoryTree.values[$0].key
      }
    case .date(let name): FacetKey(date: name)
    case .tag(let name) where name.isEmpty: hasTagsPane ? .untagged : nil
    case .tag(let name):
      marks?.tags.entries(tagged: Array(name.utf8)).isEmpty == false
        ? .tag(Array(name.utf8)) : nil
    }
  }
}

extension Place {
  private var subjectOfChosenList: FacetKey? {
    if case .list(let list) = lists.chosen { listTree.subject(of: list) } else { nil }
  }

  /// Chooses the innermost heading of a path that the chosen lists still have.
  private mutating func chooseCategory(_ value: FacetValue) {
    categories.choose(.all)
    guard case .category(var headings) = value else { return }
    while !headings.isEmpty {
      if let key = key(of: .category(headings)), hasEntries(under: CategoryPath(headings)) {
        categories.choose(key)
        break
      }
      headings.removeLast()
    }
    for depth in 1..<max(1, headings.count) {
      let above = FacetKey.category(CategoryPath(Array(headings.prefix(depth))))
      if !openCategories.contains(above) { categories.toggle(above) }
    }
  }

  /// Chooses a row of the dates pane, or the innermost above it that still has an entry.
  private mutating func chooseDate(_ value: FacetValue) {
    dates.choose(.all)
    guard let key = key(of: value), key != .all else { return }
    let rows = [key] + key.datesAbove(in: dateMode)
    guard let index = rows.firstIndex(where: hasEntries) else { return }
    dates.choose(rows[index])
    for above in rows[index...].dropFirst() where !openDates.contains(above) {
      dates.toggle(above)
    }
  }

  /// Returns whether the only chosen list has an entry under a heading; of several lists, any
  /// counts.
  private func hasEntries(under path: CategoryPath) -> Bool {
    guard case .list(let list) = lists.chosen else { return true }
    let categories = categoryTree.categories(under: path)
    return catalog.entries(of: list).contains { number in
      categories.contains(CategoryIndex(Int(catalog.entryCategories[number] ?? 0)))
    }
  }

  private func hasEntries(on row: FacetKey) -> Bool {
    var numbers = 0..<catalog.count
    if case .list(let list) = lists.chosen { numbers = catalog.entries(of: list) }
    guard let days = row.days else {
      return numbers.contains { catalog.day(of: EntryIndex($0)) == nil }
    }
    return numbers.contains { catalog.day(of: EntryIndex($0)).map(days.contains) ?? false }
  }
}
