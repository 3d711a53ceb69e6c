import Browser
import ListModel
import ListSearch
import TerminalScreen

extension ScreenView {
  /// Draws the visible entries, one per row, or only the given rows.
  func drawEntries(
    _ state: BrowserState, _ area: Area, rows some: [Int]? = nil, on canvas: inout Canvas
  ) {
    let place = state.place
    let isFocused = place.focus == .entries
    let rows = place.result.rows
    let position: SafeText? =
      rows.isEmpty ? nil : "\(grouped(place.entries.cursor + 1))/\(grouped(rows.count))"
    drawTitle("Entries", count: position, of: area, isFocused: isFocused, on: &canvas)
    let content = area.content
    if rows.isEmpty { drawNothing(state, content, on: &canvas) }
    let entries = ShownEntries(state)
    let top = place.entries.top
    let shown = top..<max(top, min(rows.count, top + content.rows))
    for index in some?.filter(shown.contains) ?? Array(shown) {
      let line = content.line(index - top)
      let isCursor = index == place.entries.cursor
      // Colours under a reversed row would show as patches of background.
      let view =
        isCursor && isFocused ? ScreenView(theme: .plain, borders: borders, hasRules: false) : self
      let isMarked = entries.isMarked(rows[index], row: index)
      guard !isPlain else {
        drawPlain(rows[index], of: entries, isMarked: isMarked, line, on: &canvas)
        if isCursor { markCursor(on: line, isFocused: isFocused, state, on: &canvas) }
        continue
      }
      view.draw(rows[index], of: entries, line, on: &canvas)
      if isMarked {
        canvas.draw("*", row: line.row, column: line.column, style: view.theme.bookmark)
      }
      guard isCursor else { continue }
      if isFocused {
        markCursor(on: line, isFocused: true, state, on: &canvas)
      } else {
        canvas.overlay(theme.restingCursor, on: line)
        guard !isMarked else { continue }
        canvas.draw(borders == .unicode ? "›" : ">", row: line.row, column: line.column)
      }
    }
  }

  /// Marks the row that commands act on.
  private func markCursor(
    on line: Rect, isFocused: Bool, _ state: BrowserState, on canvas: inout Canvas
  ) {
    guard isFocused else { return }
    canvas.overlay(theme.cursor, on: line)
    guard state.prompt == nil else { return }
    canvas.cursor = Canvas.Position(row: line.row, column: line.column)
  }

  /// Draws why the pane is empty, and what to do about it.
  private func drawNothing(_ state: BrowserState, _ content: Rect, on canvas: inout Canvas) {
    let place = state.place
    let text: SafeText
    if !place.hasResult {
      text = "…"
    } else if let reason = reasonForNothing(place) {
      text = SafeText(reason)
    } else if place.isNarrowed {
      text =
        place.filter.isEmpty ? "Nothing here: Esc shows all" : "No match: Esc clears the filter"
    } else {
      switch place.kind {
      case .bookmarks: text = "No bookmarks yet: b bookmarks an entry"
      case .later: text = "Nothing to read later: s on an entry puts it here"
      case .new: text = "Nothing is new since the last visit: gc shows what has changed"
      case .changes: text = "Nothing has changed since the last visit"
      case .library, .tutorial: text = "No entries"
      }
    }
    let room = max(1, content.columns - 5)
    for (index, line) in text.measured(
      ambiguousColumns: canvas.ambiguousColumns
    ).wrapped(to: room).prefix(content.rows).enumerated() {
      canvas.draw(
        line, row: content.row + index, column: content.column + 4, limit: room,
        style: theme.faint)
    }
  }

  /// Returns why a list has no entries at all; nil if it has some.
  private func reasonForNothing(_ place: Place) -> String? {
    guard let list = place.onlyList, place.filter.isEmpty,
      place.catalog.presentCount(of: list) == 0
    else { return nil }
    return place.catalog.origin(of: list)?.failure ?? "There is no entry in this list yet"
  }
}
