import ListModel
import ListSearch
import PageLayout
import Settings
import TerminalEvents

extension BrowserState {
  /// Handles a mouse event, as far as the setting `mouse` allows.
  mutating func use(_ mouse: MouseEvent, at time: EventTime) -> [BrowserEffect] {
    let use = preferences.settings.word(.mouse)
    guard use != "off", question == nil, !ScreenLayout.isTooSmall(size) else { return [] }
    if case .wheel(let steps) = mouse.action {
      turnWheel(steps, at: mouse)
      return []
    }
    guard use == "full" else {
      if mouse.action == .press {
        message = Message(
          .information,
          "the mouse scrolls: :set mouse full has it select, off leaves it to the terminal"
        )
      }
      return []
    }
    switch mouse.action {
    case .press: return press(mouse, at: time)
    case .drag: drag(mouse)
    case .release: release()
    case .wheel: break
    }
    return []
  }

  /// The number of rows that a wheel step scrolls, as in most programs.
  private static let rowsPerStep = 3

  private mutating func turnWheel(_ steps: Int, at mouse: MouseEvent) {
    let rows = steps * Self.rowsPerStep
    if overlay != nil {
      turnWheelOverOverlay(rows)
      return
    }
    if page != nil {
      scrollPage(by: rows, at: mouse)
      return
    }
    switch pane(at: mouse) {
    case .entries: scrollEntries(by: rows)
    case .detail: scrollDetail(by: rows)
    case .lists, .categories, .tags, .dates: scrollFacet(by: rows, at: mouse)
    case nil: break
    }
  }

  /// Moves the cursor of an overlay's list, which scrolls only with its cursor, regardless of key
  /// bindings.
  private mutating func turnWheelOverOverlay(_ rows: Int) {
    pendingKeys = []
    func moved(_ cursor: Int, of count: Int) -> Int {
      min(max(0, cursor + rows), max(0, count - 1))
    }
    switch overlay {
    case .help(var help):
      help.cursor = moved(help.cursor, of: help.rows(preferences).count)
      overlay = .help(help)
    case .filters(var menu):
      menu.cursor = moved(menu.cursor, of: savedFilters?.all.count ?? 0)
      overlay = .filters(menu)
    case .openers(var menu):
      menu.cursor = moved(menu.cursor, of: menu.choices.count)
      overlay = .openers(menu)
    case .messages(var menu):
      menu.cursor = moved(menu.cursor, of: messages.entries.count)
      overlay = .messages(menu)
    case .output(var text):
      text.top += rows
      overlay = .output(text)
    case nil: break
    }
  }

  /// Returns the pane under the pointer.
  private func pane(at mouse: MouseEvent) -> Pane? {
    Pane.allCases.first { layout.areas[$0]?.contains(mouse) == true }
  }

  /// Scrolls the entries; the cursor stays on its entry while that is visible.
  private mutating func scrollEntries(by rows: Int) {
    let height = layout.contentRows(.entries)
    let last = max(0, place.result.rows.count - height)
    let top = min(max(0, place.entries.top + rows), last)
    let margin = min(preferences.settings.number(.scrollOff), max(0, height - 1) / 2)
    let first = top + (top == 0 ? 0 : margin)
    let end = top + height - 1 - (top == last ? 0 : margin)
    place.entries.top = top
    let cursor = min(max(place.entries.cursor, first), max(first, end))
    if cursor != place.entries.cursor { goToEntry(row: cursor) }
  }

  private mutating func scrollFacet(by rows: Int, at mouse: MouseEvent) {
    let layout = layout
    switch pane(at: mouse) {
    case .lists: place.lists.scroll(by: rows, height: layout.contentRows(.lists))
    case .categories: place.categories.scroll(by: rows, height: layout.contentRows(.categories))
    case .tags: place.tags.scroll(by: rows, height: layout.contentRows(.tags))
    case .dates: place.dates.scroll(by: rows, height: layout.contentRows(.dates))
    default: break
    }
  }

  private mutating func scrollPage(by rows: Int, at mouse: MouseEvent) {
    let frame = pageFrame
    guard var page else { return }
    if page.showsChanges {
      page.changesTop += rows
    } else if page.focus == .contents, frame.contents?.contains(mouse) ?? true {
      page.row += rows
    } else {
      page.scroll(by: rows, rows: frame.rows)
    }
    self.page = page
  }
}

// MARK: - Clicks

extension BrowserState {
  private mutating func press(_ mouse: MouseEvent, at time: EventTime) -> [BrowserEffect] {
    guard prompt == nil else { return [] }
    if overlay != nil { return pressInOverlay(mouse, at: time) }
    message = nil
    pendingKeys = []
    if page != nil { return pressInPage(mouse, at: time) }
    heldBorder = border(at: mouse)
    guard heldBorder == nil || heldBorder == .detailRow, let pane = pane(at: mouse),
      let area = layout.areas[pane]
    else {
      return []
    }
    let row = mouse.row - area.row - 1
    return notingJump { state in
      state.focus(pane)
      guard row >= 0 else { return [] }
      switch pane {
      case .entries: return state.pressEntry(row: row, mouse, at: time)
      case .detail: return []
      case .lists, .categories, .tags, .dates:
        return state.pressFacet(pane, row: row, mouse, area, at: time)
      }
    }
  }

  /// Moves the cursor of an overlay's list; a double click acts like Enter.
  private mutating func pressInOverlay(
    _ mouse: MouseEvent, at time: EventTime
  ) -> [BrowserEffect] {
    // Below the header and the title of the list.
    let row = mouse.row - 2
    switch overlay {
    case .help(var help):
      guard (0..<overlayRows).contains(row), help.top + row < help.rows(preferences).count else {
        return []
      }
      if mouse.clicks == 2 { return press(KeyEvent(.enter), at: time) }
      help.cursor = help.top + row
      overlay = .help(help)
    case .filters(var menu):
      guard (0..<overlayRows).contains(row), menu.top + row < savedFilters?.all.count ?? 0 else {
        return []
      }
      if mouse.clicks == 2 { return press(KeyEvent(.enter), at: time) }
      menu.cursor = menu.top + row
      overlay = .filters(menu)
    case .openers(var menu):
      guard let item = menuItem(at: mouse) else { return [] }
      if mouse.clicks == 2 { return choose(in: menu) }
      menu.cursor = item
      overlay = .openers(menu)
    case .messages(var menu):
      guard let item = menuItem(at: mouse) else { return [] }
      menu.cursor = item
      overlay = .messages(menu)
    case .output, nil: break
    }
    return []
  }

  /// Returns the menu item under the pointer.
  private func menuItem(at mouse: MouseEvent) -> Int? {
    guard let menu = metrics.menu, menu.area.contains(mouse) else { return nil }
    let row = mouse.row - menu.area.row
    return menu.items.indices.contains(row) ? menu.items[row] : nil
  }

  private mutating func pressEntry(
    row: Int, _ mouse: MouseEvent, at time: EventTime
  ) -> [BrowserEffect] {
    let index = place.entries.top + row
    guard place.result.rows.indices.contains(index), !place.isAwaitingResult else { return [] }
    // The first press may have scrolled, so that another row is under the pointer at the second
    // one.
    guard mouse.clicks == 2 else {
      goToEntry(row: index)
      return []
    }
    let effects = open()
    return effects + (effects.isEmpty ? [] : markOpened(at: time))
  }

  /// Chooses a row of a facet; on its triangle, opens or closes it; with a double click, goes in.
  private mutating func pressFacet(
    _ pane: Pane, row: Int, _ mouse: MouseEvent, _ area: Area, at time: EventTime
  ) -> [BrowserEffect] {
    guard let facet = place.facet(pane), facet.rows.indices.contains(facet.top + row) else {
      return []
    }
    let top = facet.top
    let pressed = facet.rows[top + row]
    let triangle = area.column + pressed.triangleColumn(in: area.columns)
    if pressed.isOpen != nil, (triangle...triangle + 1).contains(mouse.column) {
      place.toggle(pressed.key, in: pane)
    } else if mouse.clicks == 2 {
      changePane(.into)
    } else {
      place.choose(pressed.key, in: pane)
    }
    return []
  }

  private mutating func pressInPage(
    _ mouse: MouseEvent, at time: EventTime
  ) -> [BrowserEffect] {
    let frame = pageFrame
    guard var page, page.hints == nil, !page.showsChanges else { return [] }
    let row = mouse.row - frame.page.row - 1
    guard frame.page.contains(mouse), row >= 0, page.focus == .page || frame.contents != nil else {
      return []
    }
    guard mouse.clicks == 1 else { return run(.open, at: time) }
    page.focus = .page
    page.go(to: page.page.position(from: page.top, by: row))
    self.page = page
    return []
  }

  /// Returns the border under the pointer.
  private func border(at mouse: MouseEvent) -> PaneBorder? {
    let layout = layout
    guard layout.arrangement == .columns || layout.arrangement == .stacked,
      (1..<max(1, size.rows - layoutFooterRows)).contains(mouse.row)
    else { return nil }
    if let entries = layout.areas[.entries], entries.column > 0,
      mouse.column == entries.column - 1
    {
      return .facets
    }
    guard let detail = layout.areas[.detail] else { return nil }
    if layout.arrangement == .columns {
      return mouse.column == detail.column - 1 ? .detailColumn : nil
    }
    return mouse.row == detail.row && mouse.column >= detail.column ? .detailRow : nil
  }

  private mutating func drag(_ mouse: MouseEvent) {
    switch heldBorder {
    case .facets: give(mouse.column, to: .facetWidth)
    case .detailColumn: give(size.columns - mouse.column - 1, to: .detailWidth)
    case .detailRow: give(size.rows - layoutFooterRows - mouse.row, to: .detailHeight)
    case nil: break
    }
  }

  /// Resizes a pane to the nearest size that its setting accepts.
  private mutating func give(_ extent: Int, to setting: Setting) {
    guard case .extent(_, let range) = SettingTable.entry(of: setting).type else { return }
    let extent = min(max(extent, range.lowerBound), range.upperBound)
    preferences.settings.set(setting, to: .integer(extent))
    message = Message(.information, "\(setting.rawValue) \(extent)")
  }

  private mutating func release() { heldBorder = nil }
}

extension Area {
  /// Returns whether the pointer is inside.
  fileprivate func contains(_ mouse: MouseEvent) -> Bool {
    (column..<column + columns).contains(mouse.column) && (row..<row + rows).contains(mouse.row)
  }
}
