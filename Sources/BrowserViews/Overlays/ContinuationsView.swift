import Browser
import TerminalEvents
import TerminalScreen

extension ScreenView {
  /// Draws the keys that can follow the pressed ones, in a box above the status line.
  func drawContinuations(_ state: BrowserState, on canvas: inout Canvas) {
    guard state.showsContinuations,
      case .prefix(let continuations) = state.keymapInForce.match(state.pendingKeys)
    else { return }
    let rows = continuations.map { continuation in
      (
        keys: SafeText(continuation.keys),
        help: SafeText(help(of: continuation.command, state))
      )
    }
    let keyColumns = rows.map(\.keys.width).max() ?? 0
    let helpColumns = rows.map(\.help.width).max() ?? 0
    let box = box(
      columns: keyColumns + helpColumns + 5, rows: rows.count + 2,
      above: state.layoutFooterRows, on: canvas)
    guard box.rows > 2 else { return }
    canvas.clear(box)
    canvas.frame(box, borders: lines, style: theme.border)
    let title = SafeText(" \(KeySequence(state.pendingKeys).description) ")
    canvas.draw(
      title, row: box.row, column: box.column + 2, limit: box.columns - 4,
      style: theme.focusedTitle)
    let inside = box.inset(1)
    for (index, row) in rows.prefix(inside.rows).enumerated() {
      let line = inside.line(index)
      canvas.draw(row.keys, row: line.row, column: line.column + 1, style: theme.key)
      canvas.draw(
        row.help, row: line.row, column: line.column + keyColumns + 2,
        limit: max(0, line.columns - keyColumns - 3))
    }
  }

  private func help(of command: BoundCommand, _ state: BrowserState) -> String {
    switch command {
    case .builtIn(let command): CommandTable.entry(of: command)?.help ?? ""
    case .custom(let name): state.preferences.customCommands.first { $0.name == name }?.help ?? name
    }
  }

  /// Returns a box at the right end of the last rows above the status line.
  private func box(columns: Int, rows: Int, above footer: Int, on canvas: Canvas) -> Rect {
    let columns = min(canvas.columns, columns)
    let rows = min(canvas.rows - 1 - footer, rows)
    return Rect(
      row: canvas.rows - footer - rows, column: canvas.columns - columns, rows: rows,
      columns: columns)
  }
}
