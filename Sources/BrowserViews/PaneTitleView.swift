import Browser
import TerminalScreen

extension ScreenView {
  /// Draws a pane's first row: a rule with the pane's name in it, and a count at its end.
  func drawTitle(
    _ name: SafeText, count: SafeText?, of area: Area, isFocused: Bool, on canvas: inout Canvas
  ) {
    guard area.rows > 0 else { return }
    canvas.horizontalLine(
      row: area.row, columns: area.column..<area.column + area.columns, borders: lines,
      style: theme.border)
    let style = isFocused ? theme.focusedTitle : theme.title
    let room = max(0, area.columns - 4)
    let used = canvas.draw(
      name, row: area.row, column: area.column + 2, limit: room, style: style)
    pad(row: area.row, column: area.column + 1, on: &canvas)
    pad(row: area.row, column: area.column + 2 + used, on: &canvas)
    guard let count, used + count.width + 4 < room else { return }
    let column = area.column + area.columns - count.width - 2
    canvas.draw(count, row: area.row, column: column, style: style)
    pad(row: area.row, column: column - 1, on: &canvas)
    pad(row: area.row, column: column + count.width, on: &canvas)
  }

  private func pad(row: Int, column: Int, on canvas: inout Canvas) {
    canvas.clear(Rect(row: row, column: column, rows: 1, columns: 1))
  }
}
