import Browser
import TerminalScreen

extension ScreenView {
  /// Draws the menu of openers over the panes; returns the positions of its rows.
  func drawOpeners(
    _ menu: OpenerMenu, _ state: BrowserState, on canvas: inout Canvas
  ) -> MenuMetrics {
    let names = menu.choices.map { SafeText($0.name) }
    let columns = min(canvas.columns - 2, max(24, (names.map(\.width).max() ?? 0) + 4))
    let rows = min(canvas.rows - 1 - state.layoutFooterRows, names.count + 2)
    let box = Rect(
      row: (canvas.rows - rows) / 2, column: (canvas.columns - columns) / 2, rows: rows,
      columns: columns)
    canvas.clear(box)
    canvas.frame(box, borders: lines, style: theme.border)
    canvas.draw(" Open with ", row: box.row, column: box.column + 2, style: theme.focusedTitle)
    let inside = box.inset(1)
    let top = scrolled(top: 0, cursor: menu.cursor, rows: inside.rows, count: names.count)
    let shown = top..<max(top, min(names.count, top + inside.rows))
    for index in shown {
      let line = inside.line(index - top)
      canvas.draw(names[index], row: line.row, column: line.column + 1, limit: line.columns - 2)
      if index == menu.cursor {
        canvas.overlay(theme.cursor, on: line)
        canvas.cursor = Canvas.Position(row: line.row, column: line.column)
      }
    }
    return MenuMetrics(area: Area(inside), items: Array(shown))
  }
}

extension Area {
  /// Creates an area of the screen from a rectangle of the canvas.
  init(_ rect: Rect) {
    self.init(column: rect.column, row: rect.row, columns: rect.columns, rows: rect.rows)
  }
}
