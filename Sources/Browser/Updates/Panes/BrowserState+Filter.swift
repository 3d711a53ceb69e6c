import ListModel

extension BrowserState {
  mutating func startFilter() {
    promptOrigin = location
    let entries = place.entries
    let origin = FilterOrigin(
      filter: place.filter, anchor: entries.anchor, cursor: entries.cursor, top: entries.top,
      focus: place.focus)
    prompt = Prompt(.filter(origin: origin), text: place.filter)
  }

  /// Applies the typed filter at once.
  mutating func filterChanged() {
    findChanged()
    if let prompt, case .rows = prompt.purpose { place.narrowRows(to: prompt.line.text) }
    guard let prompt, case .filter = prompt.purpose else { return }
    place.setFilter(prompt.line.text, today: today)
  }

  /// Starts narrowing the rows of the facet pane that has the focus, or had it last.
  mutating func startNarrowing() {
    let facets = place.panes.filter(\.isFacet)
    let pane = place.focus.isFacet ? place.focus : place.lastFacet
    guard let pane = facets.contains(pane) ? pane : facets.first else {
      message = Message(.information, "there is no pane whose rows f could narrow")
      return
    }
    promptOrigin = location
    prompt = Prompt(.rows(origin: place.focus))
    focus(pane)
    place.startNarrowing(pane)
  }

  /// Goes to the row of the cursor and shows all rows again.
  mutating func acceptRow() -> [BrowserEffect] {
    guard place.rowFilter?.rows.isEmpty == false else {
      message = Message(.information, "no row has that: Esc shows all")
      return []
    }
    prompt = nil
    _ = place.acceptRow()
    if let origin = promptOrigin, !origin.place.hasSameChoice(as: place.position) {
      jumps.record(origin)
    }
    (promptOrigin, walkedFacet) = (nil, place.focus)
    return []
  }

  /// Adds the filter to the history and returns to the entries.
  mutating func acceptFilter() -> [BrowserEffect] {
    remember(place.filter, in: \.filterHistory)
    prompt = nil
    if let origin = promptOrigin, !origin.place.hasSameChoice(as: place.position) {
      jumps.record(origin)
    }
    (promptOrigin, walkedFacet) = (nil, nil)
    focus(.entries)
    return place.filter.isEmpty ? [] : [.remember(filter: place.filter)]
  }

  /// Cancels the filter and restores the previous state.
  mutating func cancelFilter(_ origin: FilterOrigin) {
    prompt = nil
    place.setFilter(origin.filter, today: today)
    place.entries.anchor = origin.anchor
    place.entries.restore(cursor: origin.cursor, top: origin.top)
    focus(origin.focus)
  }

  mutating func remember(_ line: String, in history: WritableKeyPath<BrowserState, [String]>) {
    guard !line.isEmpty else { return }
    self[keyPath: history].removeAll { $0.utf8.elementsEqual(line.utf8) }
    self[keyPath: history].append(line)
    // More than anybody scrolls back through, and few enough for a file.
    let most = 200
    if self[keyPath: history].count > most { self[keyPath: history].removeFirst() }
  }
}
