import Browser
import TerminalScreen

extension ScreenView {
  /// Draws the changes of a version in place of the page.
  func drawChanges(
    _ version: PageVersion, _ page: PageView, _ area: Area, on canvas: inout Canvas
  ) {
    drawTitle(
      "What this version changed", count: SafeText("\(version.changes.count)"), of: area,
      isFocused: page.focus == .page, on: &canvas)
    let content = area.content
    let changes = version.changes.dropFirst(page.changesTop).prefix(content.rows)
    for (row, change) in changes.enumerated() {
      canvas.draw(
        SafeText(change), row: content.row + row, column: content.column + 1,
        limit: content.columns - 2, style: change.hasPrefix("-") ? theme.faint : .plain)
    }
  }
}
