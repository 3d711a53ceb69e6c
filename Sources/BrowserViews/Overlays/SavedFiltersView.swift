import Browser
import ListModel
import TerminalScreen

extension ScreenView {
  /// Draws the saved filters in place of the panes: name, query, and number of matches in the
  /// library.
  func drawFilters(_ menu: FilterMenu, _ state: BrowserState, on canvas: inout Canvas) {
    let area = overlayArea(state, on: canvas)
    let filters = state.savedFilters?.all ?? []
    drawTitle("Saved filters", count: "\(filters.count)", of: area, isFocused: true, on: &canvas)
    let content = area.content
    if filters.isEmpty, state.savedFilters != nil {
      canvas.draw(
        "None yet: / filters, and :save NAME saves the filter", row: content.row, column: 3,
        limit: content.columns - 4, style: theme.faint)
    }
    let shown = menu.top..<max(menu.top, min(filters.count, menu.top + content.rows))
    let names = filters[shown].map { SafeText($0.name) }
    let nameColumns = min(names.map(\.width).max() ?? 0, max(8, content.columns / 3))
    for (name, index) in zip(names, shown) {
      let line = content.line(index - menu.top)
      draw(filters[index], name: name, nameColumns, state, line, on: &canvas)
      if index == menu.cursor {
        canvas.overlay(theme.cursor, on: line)
        canvas.cursor = Canvas.Position(row: line.row, column: 0)
      }
    }
  }

  private func draw(
    _ filter: SavedFilter, name: SafeText, _ nameColumns: Int, _ state: BrowserState, _ line: Rect,
    on canvas: inout Canvas
  ) {
    let counts = counts(state.matchCounts[filter.query])
    let countColumn = max(0, line.endColumn - counts.width - 1)
    var column = line.column + 3
    canvas.draw(
      name, row: line.row, column: column, limit: max(0, min(nameColumns, countColumn - column - 1))
    )
    column += nameColumns + 2
    canvas.draw(
      SafeText(filter.query), row: line.row, column: column,
      limit: max(0, countColumn - column - 1),
      style: theme.faint)
    canvas.draw(counts, row: line.row, column: countColumn, style: theme.date)
  }

  /// Returns `1,204  12•`: the matches and the new ones among them; empty while they are being
  /// counted.
  private func counts(_ count: MatchCount?) -> SafeText {
    guard let count else { return "" }
    guard let matches = count.matches else { return "not understood" }
    let new = count.new.map { $0 > 0 ? "  \(grouped($0))•" : "" } ?? ""
    return SafeText(grouped(matches) + new)
  }
}
