import Browser
import ListSearch
import TerminalScreen

extension ScreenView {
  /// Draws the line above the last: what is typed or in force, matches, and the last message.
  func drawStatus(_ state: BrowserState, on canvas: inout Canvas) {
    let row = canvas.rows - 2
    let place = state.place
    let found: SafeText = "\(grouped(place.result.rows.count))/\(grouped(place.result.total))"
    let foundColumn = canvas.columns - found.width - 1
    canvas.draw(found, row: row, column: foundColumn, style: theme.faint)
    let room = max(0, foundColumn - 2)
    if let prompt = state.prompt {
      draw(prompt, row: row, room: room, on: &canvas)
      return
    }
    var column = 1
    if case .help(let help) = state.overlay, help.isTyping || !help.filter.text.isEmpty {
      let typed = SafeText("/\(help.filter.text)")
      column += canvas.draw(typed, row: row, column: 1, limit: room)
      if help.isTyping { canvas.cursor = Canvas.Position(row: row, column: column) }
      column += 2
    } else if !place.filter.isEmpty {
      column += canvas.draw(
        SafeText("/\(place.filter)"), row: row, column: 1, limit: room, style: theme.match)
      column += 2
    }
    guard let message = state.message, column < room else { return }
    let limit = room - column + 1
    canvas.draw(
      SafeText(message.text).truncated(to: limit), row: row, column: column, limit: limit,
      style: message.kind == .error ? theme.error : theme.information)
  }

  /// Draws the line that is typed, scrolled so that the cursor is on the screen.
  private func draw(_ prompt: Prompt, row: Int, room: Int, on canvas: inout Canvas) {
    let label = SafeText(prompt.label)
    canvas.draw(label, row: row, column: 1, limit: room, style: theme.key)
    let start = 1 + label.width
    let width = max(1, room - label.width - 1)
    var before = prompt.line.textBeforeCursor
    var cut = 0
    while SafeText(before).width > width, !before.isEmpty {
      before.unicodeScalars.removeFirst()
      cut += 1
    }
    var shown = prompt.line.text
    shown.unicodeScalars.removeFirst(cut)
    canvas.draw(
      SafeText(shown), row: row, column: start, limit: width)
    canvas.cursor = Canvas.Position(row: row, column: start + SafeText(before).width)
  }
}
