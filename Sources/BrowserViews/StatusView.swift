package import Browser
import ListSearch
import TerminalEvents
import ListModel
import ListSearch
package import TerminalScreen

extension ScreenView {
  /// Draws the line being typed into the visible frame; returns its row.
  package func drawTypedLine(_ state: BrowserState, on canvas: inout Canvas) -> Int {
    let row = canvas.rows - state.layoutFooterRows
    canvas.clear(Rect(row: row, column: 0, rows: 1, columns: canvas.columns))
    adapted(to: state).drawStatus(state, on: &canvas)
    return row
  }

  /// Draws the line above the last: the typed or current filter, the matches, and the last message.
  func drawStatus(_ state: BrowserState, on canvas: inout Canvas) {
    let row = canvas.rows - state.layoutFooterRows
    let place = state.place
    let progress = progress(state, columns: canvas.columns)
    let markedCount = state.places.reduce(0) { $0 + $1.markedCount }
    let marked = markedCount == 0 ? "" : "\(grouped(markedCount)) marked  "
    let error = errorWithoutHints(state)
    let found: SafeText =
      error ?? state.page.map { page in
        // The number of the match matters while searching for it.
        if case .find? = state.prompt?.purpose, let message = state.message {
          return SafeText(message.text)
        }
        return SafeText(counted(page.contents.entries.count, "entry", "entries"))
      }
      ?? "\(keysWithoutHints(state))\(progress)\(marked)\(grouped(place.result.rows.count))/\(grouped(place.result.total))"
    let foundColumn = max(canvas.columns / 3, canvas.columns - found.width - 1)
    canvas.draw(
      found, row: row, column: foundColumn, style: error == nil ? theme.faint : theme.error)
    let room = max(0, foundColumn - 2)
    if let question = state.question {
      draw(question, row: row, room: room, on: &canvas)
      return
    }
    if let prompt = state.prompt {
      draw(prompt, row: row, room: room, on: &canvas)
      return
    }
    if case .help(let help) = state.overlay {
      draw(help, state, row: row, room: canvas.columns - 2, on: &canvas)
      return
    }
    var column = 1
    if let page = state.page {
      if !page.search.isEmpty {
        column += canvas.draw(
          SafeText("/\(page.search)"), row: row, column: 1, limit: room, style: theme.match)
        column += 2
      }
    } else if !place.filter.isEmpty {
      column += canvas.draw(
        SafeText("/\(place.filter)"), row: row, column: 1, limit: room, style: theme.match)
      column += 2
    }
    guard let message = state.message, column < room else { return }
    let limit = room - column + 1
    canvas.draw(
      SafeText(message.text), row: row, column: column, limit: limit,
      style: message.kind == .error ? theme.error : theme.information)
  }

  /// Returns the error of the filter, if no hint line shows it.
  private func errorWithoutHints(_ state: BrowserState) -> SafeText? {
    guard state.layoutFooterRows == 1, state.page == nil, let error = state.place.filterError,
      state.prompt != nil || !state.place.filter.isEmpty
    else { return nil }
    return SafeText(error.suggestion.map { "\(error.message): \($0)" } ?? error.message)
  }

  /// Returns the count and pending keys, if no hint line shows them.
  private func keysWithoutHints(_ state: BrowserState) -> String {
    guard state.layoutFooterRows == 1 else { return "" }
    let keys = state.pendingKeys.isEmpty ? "" : KeySequence(state.pendingKeys).description
    let words = (state.count.map { "\($0)" } ?? "") + keys
    return words.isEmpty ? "" : words + "…  "
  }

  /// Returns the progress of background work, with rate and time left if there is room.
  private func progress(_ state: BrowserState, columns: Int) -> String {
    if let command = state.runningCommand ?? state.silentCommands.last {
      return "running \(command)  "
    }
    guard let work = state.work else { return state.syncProgress == nil ? "" : "syncing  " }
    guard columns >= 100, let rate = work.rate else { return work.summary + "  " }
    return "\(work.summary), \(rate)  "
  }

  private func draw(_ question: Question, row: Int, room: Int, on canvas: inout Canvas) {
    let used = canvas.draw(
      SafeText("\(question.text) (y/n) "), row: row, column: 1, limit: room, style: theme.key)
    canvas.cursor = Canvas.Position(row: row, column: 1 + used)
  }

  /// Draws the filter of the help, and the complete description of the selected command, which its
  /// row may truncate.
  private func draw(
    _ help: HelpList, _ state: BrowserState, row: Int, room: Int, on canvas: inout Canvas
  ) {
    canvas.clear(Rect(row: row, column: 0, rows: 1, columns: canvas.columns))
    var column = 1
    if help.isTyping || !help.filter.text.isEmpty {
      column += canvas.draw(
        SafeText("/\(help.filter.text)"), row: row, column: column, limit: room, style: theme.match)
      if help.isTyping { canvas.cursor = Canvas.Position(row: row, column: column) }
      column += 2
    }
    let rows = help.rows(state.preferences)
    guard rows.indices.contains(help.cursor), column < room else { return }
    let selected = rows[help.cursor]
    canvas.draw(
      SafeText(":\(selected.name)  \(selected.help)"), row: row, column: column,
      limit: room - column + 1, style: theme.faint)
  }

  /// Draws the line being typed, scrolled so that the cursor is visible.
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
