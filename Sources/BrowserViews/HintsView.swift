import Browser
import TerminalScreen

extension ScreenView {
  /// Draws the last line: what is wrong with the filter, how a begun key goes on, else the keys
  /// that matter in the focused pane.
  func drawHints(_ state: BrowserState, on canvas: inout Canvas) {
    let row = canvas.rows - 1
    if let error = state.filterError {
      draw(error, state, row: row, on: &canvas)
      return
    }
    var column = 1
    for (key, words) in hints(state) {
      let text = SafeText(words)
      let name = SafeText(key)
      // A hint that would be cut says less than none.
      guard column + name.width + 1 + text.width < canvas.columns else { break }
      canvas.draw(name, row: row, column: column, style: theme.key)
      canvas.draw(text, row: row, column: column + name.width + 1, style: theme.faint)
      column += name.width + text.width + 3
    }
  }

  private func hints(_ state: BrowserState) -> [(String, String)] {
    if let prompt = state.prompt { return hints(prompt) }
    switch state.overlay {
    case .help: return [("Enter", "run"), ("/", "filter"), ("j k", "move"), ("q", "back")]
    case .openers: return [("Enter", "open"), ("j k", "move"), ("q", "back")]
    case nil: break
    }
    if case .prefix(let continuations) = state.keymap.match(state.pendingKeys),
      !state.pendingKeys.isEmpty
    {
      return continuations.map { ($0.keys, $0.command.rawValue) }
    }
    let count = state.count.map { [("\($0)", "then a command")] } ?? []
    return count
      + commands(for: state).compactMap { command in
        guard let key = state.keymap.keys(of: command).first,
          let hint = CommandTable.entry(of: command)?.hint
        else { return nil }
        return (key, hint)
      }
  }

  private func hints(_ prompt: Prompt) -> [(String, String)] {
    switch prompt.purpose {
    case .filter: [("Enter", "keep"), ("Esc", "give up"), ("Up Down", "move")]
    case .command:
      [("Enter", "run"), ("Tab", "complete"), ("Up Down", "history"), ("Esc", "give up")]
    case .tags, .note: [("Enter", "save"), ("Esc", "give up")]
    }
  }

  private func commands(for state: BrowserState) -> [Command] {
    let last: [Command] = [.nextPane, .goBookmarks, .help, .close]
    let clear: [Command] = state.place.isNarrowed ? [.clear] : []
    switch state.place.focus {
    case .entries: return [.open, .bookmark, .filter, .into] + clear + last
    case .detail: return [.out, .open, .bookmark, .filter] + clear + last
    case .dates: return [.filter, .dateMode] + clear + last
    case .lists, .categories: return [.filter] + clear + last
    }
  }

  private func draw(
    _ error: FilterError, _ state: BrowserState, row: Int, on canvas: inout Canvas
  ) {
    let typed = Array(state.place.filter.utf8.prefix(error.range.lowerBound))
    let column = min(2 + SafeText(bytes: typed).width, max(1, canvas.columns - 20))
    let used = canvas.draw("^ ", row: row, column: column, style: theme.error)
    canvas.draw(
      SafeText(error.text), row: row, column: column + used,
      limit: max(0, canvas.columns - column - used - 1), style: theme.error)
  }
}
