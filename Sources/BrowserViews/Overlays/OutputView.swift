import Browser
import TerminalScreen

extension ScreenView {
  /// Draws the output of a command in place of the panes, at its scroll position.
  func drawOutput(_ text: OutputText, _ state: BrowserState, on canvas: inout Canvas) {
    let area = overlayArea(state, on: canvas)
    let content = area.content
    let last = min(text.lines.count, text.top + content.rows)
    let position: SafeText? =
      text.lines.isEmpty
      ? nil : "\(grouped(text.top + 1))-\(grouped(last))/\(grouped(text.lines.count))"
    drawTitle(SafeText(text.title), count: position, of: area, isFocused: true, on: &canvas)
    if text.lines.isEmpty {
      canvas.draw("It printed nothing", row: content.row, column: 1, style: theme.faint)
    }
    for index in text.top..<max(text.top, last) {
      // Tabs are expanded; a line contains no other line end.
      guard let line = SafeText.lines(text.lines[index], limit: 10_000).first else { continue }
      canvas.draw(
        line.dropping(columns: text.column), row: content.row + index - text.top, column: 1,
        limit: content.columns - 2)
    }
    canvas.cursor = Canvas.Position(row: content.row, column: 0)
  }
}
