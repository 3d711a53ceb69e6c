import Browser
import TerminalScreen

extension ScreenView {
  /// Draws all commands with their keys in place of the panes.
  func drawHelp(_ help: HelpList, _ state: BrowserState, on canvas: inout Canvas) {
    let area = overlayArea(state, on: canvas)
    let rows = help.rows(state.preferences)
    drawTitle(
      "Commands", count: "\(rows.count)", of: area, isFocused: true, on: &canvas)
    let content = area.content
    if rows.isEmpty {
      canvas.draw(
        "No command has that: Esc shows all", row: content.row, column: 3, style: theme.faint)
    }
    for index in help.top..<max(help.top, min(rows.count, help.top + content.rows)) {
      let line = content.line(index - help.top)
      let isFirst = index == help.top || rows[index - 1].heading != rows[index].heading
      draw(rows[index], line, showsHeading: isFirst, on: &canvas)
      if index == help.cursor {
        canvas.overlay(theme.cursor, on: line)
        if !help.isTyping { canvas.cursor = Canvas.Position(row: line.row, column: 0) }
      }
    }
  }

  private func draw(
    _ row: HelpRow, _ line: Rect, showsHeading: Bool, on canvas: inout Canvas
  ) {
    let keys = SafeText(row.keys.joined(separator: "  "))
    let showsNames = line.columns >= 110
    var column = line.column + 1
    if line.columns >= 70 {
      if showsHeading {
        canvas.draw(
          SafeText(row.heading), row: line.row, column: column, style: theme.label)
      }
      column += 15
    }
    canvas.draw(keys, row: line.row, column: column, limit: 14, style: theme.key)
    column += 16
    if showsNames {
      canvas.draw(SafeText(":" + row.name), row: line.row, column: column, style: theme.faint)
      column += 25
    }
    let room = max(0, line.endColumn - column - 1)
    canvas.draw(
      SafeText(row.help), row: line.row, column: column, limit: room)
  }
}
