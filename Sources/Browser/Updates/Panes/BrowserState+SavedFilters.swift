import ListModel
import TerminalEvents

// MARK: - Saving

extension BrowserState {
  /// Opens the command line that saves the current filter.
  mutating func askForFilterName() {
    if hasFilterToSave() { prompt = Prompt(.command, text: Command.saveFilter.rawValue + " ") }
  }

  /// Saves the current filter under a name.
  mutating func saveFilter(named name: String, at time: EventTime) -> [BrowserEffect] {
    let name = LineEditor.oneLine(name)
    guard hasFilterToSave() else { return [] }
    guard name.utf8.count <= 200 else {
      message = Message(.error, "this name is too long: 200 bytes is the limit")
      return []
    }
    let filter = SavedFilter(
      name: name, query: place.filter, added: time.now, changed: time.now)
    return [.changeFilters(.save(filter), words: .saved("filter \(name)"))]
  }

  private mutating func hasFilterToSave() -> Bool {
    guard place.filterError == nil else {
      message = Message(.error, "an invalid filter is not saved")
      return false
    }
    guard !place.filter.isEmpty else {
      message = Message(.error, "no filter to save: type / and what to look for")
      return false
    }
    return true
  }

  /// Restores a saved filter to its state before or after a change.
  func restore(
    from: SavedFilter?, to: SavedFilter?, words: SaveMessage
  ) -> [BrowserEffect] {
    let name = from?.name ?? to?.name ?? ""
    return [.changeFilters(.restore(name: name, from: from, to: to), words: words)]
  }

  /// Reports the outcome of a change to the saved filters, and makes it undoable.
  mutating func take(
    _ filters: SavedFilters, _ outcome: SavedFilterOutcome, _ words: SaveMessage
  ) -> [BrowserEffect] {
    guard outcome.isDone else {
      message = Message(.error, "the filter was changed elsewhere since, and stays so")
      return show(filters)
    }
    switch words {
    case .saved(let text):
      if outcome.before != outcome.after {
        _ = changes.record(text, .filter(before: outcome.before, after: outcome.after))
      }
      let isReplaced = outcome.before != nil && outcome.after != nil
      let more = isReplaced ? ", replacing one with that name: u restores it" : ""
      message = Message(.information, "saved: \(text)\(more)")
    case .undone(let text): message = Message(.information, "saved: undone: \(text)")
    case .redone(let text): message = Message(.information, "saved: redone: \(text)")
    }
    return show(filters)
  }
}

// MARK: - Choosing

extension BrowserState {
  /// Shows the saved filters.
  mutating func showFilters() -> [BrowserEffect] {
    guard picking == nil else {
      message = Message(.information, "awl pick --saved NAME picks among what a saved filter finds")
      return []
    }
    pendingKeys = []
    overlay = .filters(FilterMenu())
    // Marks may have changed since the matches were counted.
    matchCounts = [:]
    return savedFilters == nil ? [.readFilters] : [.readFilters] + countMatches()
  }

  /// Shows the saved filters, and requests the missing counts.
  mutating func show(_ filters: SavedFilters) -> [BrowserEffect] {
    savedFilters = filters
    guard case .filters(var menu) = overlay else { return [] }
    menu.cursor = min(max(0, menu.cursor), max(0, filters.all.count - 1))
    overlay = .filters(menu)
    return countMatches()
  }

  private func countMatches() -> [BrowserEffect] {
    // More than fit on any screen; a file may contain any number.
    let queries = (savedFilters?.all ?? []).prefix(500).map(\.query)
    let uncounted = queries.filter { matchCounts[$0] == nil }
    return uncounted.isEmpty ? [] : [.countMatches(uncounted)]
  }

  mutating func press(
    _ key: KeyEvent, in menu: FilterMenu, at time: EventTime
  ) -> [BrowserEffect] {
    var menu = menu
    let keys = pendingKeys + [key]
    pendingKeys = []
    switch Keymap.savedFilters.match(keys) {
    case .prefix: pendingKeys = keys
    case .command(.into): return applyFilter(menu.cursor)
    case .command(.dropFilter): return dropFilter(menu.cursor)
    case .command(.undo): return keep(.undo, at: time)
    case .command(.redo): return keep(.redo, at: time)
    case .command(.redraw): return [.redraw]
    case .command(.quit): return [.quit]
    case .command(.close), .command(.clear), .command(.interrupt), .command(.out),
      .command(.goFilters):
      overlay = nil
      return []
    case .command(let command):
      menu.cursor = overlayCursor(menu.cursor, by: command, of: savedFilters?.all.count ?? 0)
    default: break
    }
    overlay = .filters(menu)
    return []
  }

  /// Applies the filter to the whole library, as in the counts of the view; `C-o` leads back.
  private mutating func applyFilter(_ row: Int) -> [BrowserEffect] {
    guard let filters = savedFilters?.all, filters.indices.contains(row) else { return [] }
    overlay = nil
    return notingJump { state in
      state.page = nil
      state.openPlace(.library)
      for pane in Pane.allCases where pane.isFacet { state.place.choose(.all, in: pane) }
      state.place.setFilter(filters[row].query, today: state.today)
      state.focus(.entries)
      return [.remember(filter: filters[row].query)]
    }
  }

  private func dropFilter(_ row: Int) -> [BrowserEffect] {
    guard let filters = savedFilters?.all, filters.indices.contains(row) else { return [] }
    let name = filters[row].name
    return [.changeFilters(.drop(name: name), words: .saved("dropped filter \(name)"))]
  }
}
