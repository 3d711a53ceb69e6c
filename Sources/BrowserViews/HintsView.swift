import Browser
import ListModel
import ListSearch
import Settings
import TerminalScreen

extension ScreenView {
  /// Draws the last line: the error of the filter, the continuations of a key, or the main keys of
  /// the focused pane.
  func drawHints(_ state: BrowserState, on canvas: inout Canvas) {
    guard state.layoutFooterRows > 1 else { return }
    let row = canvas.rows - 1
    if state.page == nil, let error = state.place.filterError,
      state.prompt != nil || !state.place.filter.isEmpty
    {
      draw(error, state, row: row, on: &canvas)
      return
    }
    let hints = hints(state).map { (key: SafeText($0.0), words: SafeText($0.1)) }
    // The help key comes before all others.
    let help =
      state.prompt == nil && state.overlay == nil && state.pendingKeys.isEmpty
      ? hints.last { $0.words.text.utf8.elementsEqual("help".utf8) } : nil
    var room = canvas.columns - 1
    if let help { room -= width(of: help) }
    var column = 1
    for hint in hints where hint.key.text != help?.key.text {
      // A truncated hint would be misleading.
      guard column + width(of: hint) - 2 < room else { break }
      column = draw(hint, row: row, column: column, on: &canvas)
    }
    if let help { _ = draw(help, row: row, column: column, on: &canvas) }
  }

  private typealias Hint = (key: SafeText, words: SafeText)

  private func width(of hint: Hint) -> Int { hint.key.width + hint.words.width + 3 }

  private func draw(_ hint: Hint, row: Int, column: Int, on canvas: inout Canvas) -> Int {
    canvas.draw(hint.key, row: row, column: column, style: theme.key)
    canvas.draw(hint.words, row: row, column: column + hint.key.width + 1, style: theme.faint)
    return column + width(of: hint)
  }

  private func hints(_ state: BrowserState) -> [(String, String)] {
    if state.question != nil { return [("y", "yes"), ("n", "no")] }
    if let prompt = state.prompt { return hints(prompt, isPicking: state.picking != nil) }
    switch state.overlay {
    case .help: return [("Enter", "run"), ("/", "filter"), ("j k", "move"), ("q", "back")]
    case .messages: return [("j k", "move"), ("y y", "copy"), ("q", "back")]
    case .openers: return [("Enter", "open"), ("j k", "move"), ("q", "back")]
    case .output: return [("j k", "move"), ("h l", "left, right"), ("q", "back")]
    case .filters:
      return [("Enter", "apply"), ("d", "drop"), ("u", "undo"), ("j k", "move"), ("q", "back")]
    case nil: break
    }
    if !state.pendingKeys.isEmpty,
      case .prefix(let continuations) = state.keymapInForce.match(state.pendingKeys)
    {
      return continuations.map { ($0.keys, $0.command.name) }
    }
    let count = state.count.map { [("\($0)", "then a command")] } ?? []
    return count
      + commands(for: state).compactMap { command in
        guard let key = state.keymapInForce.key(of: command),
          let hint = CommandTable.entry(of: command)?.hint
        else { return nil }
        return (
          key,
          command == .close
            && (state.places.count > 1 || state.page != nil || state.returnsToPage) ? "back" : hint
        )
      }
  }

  private func hints(_ prompt: Prompt, isPicking: Bool) -> [(String, String)] {
    switch prompt.purpose {
    case .filter where isPicking:
      [
        ("Enter", "pick"), ("Tab", "mark"), ("Up Down", "move"), ("C-p", "history"),
        ("Esc", "cancel"),
      ]
    case .filter where prompt.line.text.isEmpty:
      [
        ("'a", "exact"), ("^a a$", "start, end"), ("!a", "not"), ("a | b", "either"),
        ("stars:>1k", "fields: Tab"), ("C-p", "history"), ("Esc", "cancel"),
      ]
    case .filter:
      [
        ("Enter", "apply"), ("Tab", "complete"), ("Up Down", "move"), ("C-p", "history"),
        ("Esc", "cancel"),
      ]
    case .command:
      [("Enter", "run"), ("Tab", "complete"), ("Up Down", "history"), ("Esc", "cancel")]
    case .find: [("Enter", "stay"), ("Esc", "cancel")]
    case .rows: [("Enter", "go there"), ("Up Down", "move"), ("Esc", "all rows")]
    case .tags:
      [("Enter", "save"), ("Tab", "complete"), ("a b, c", "tags with blanks"), ("Esc", "cancel")]
    case .note: [("Enter", "save"), ("Esc", "cancel")]
    case .pipe: [("Enter", "run"), ("!", "first: in the terminal"), ("Esc", "cancel")]
    }
  }

  private func commands(for state: BrowserState) -> [Command] {
    if let page = state.page {
      return page.focus == .contents
        ? [.into, .contents, .help, .close]
        : [.nextLink, .open, .into, .hints, .find, .nextSection, .help, .close]
    }
    if state.picking != nil { return [.pick, .markDown, .filter, .help, .close] }
    if !state.place.selection.isEmpty {
      return [.mark, .open, .bookmark, .tags, .copyURL, .clear, .help, .close]
    }
    let new: [Command] = state.news.isEmpty || state.place.kind == .new ? [] : [.goNew]
    let last: [Command] = [.nextPane] + new + [.goBookmarks, .help, .close]
    let clear: [Command] = state.place.isNarrowed ? [.clear] : []
    switch state.place.focus {
    case .entries: return [.open, .bookmark, .filter, .into] + clear + last
    case .detail: return [.out, .open, .bookmark, .filter] + clear + last
    case .dates: return [.filter, .narrowRows, .dateMode] + clear + last
    case .lists, .categories, .tags: return [.filter, .narrowRows] + clear + last
    }
  }

  private func draw(
    _ error: QueryError, _ state: BrowserState, row: Int, on canvas: inout Canvas
  ) {
    let typed = Array(state.place.filter.utf8.prefix(error.range.lowerBound))
    let column = min(2 + SafeText(bytes: typed).width, max(1, canvas.columns - 20))
    let words = error.suggestion.map { "\(error.message): \($0)" } ?? error.message
    let used = canvas.draw("^ ", row: row, column: column, style: theme.error)
    canvas.draw(
      SafeText(words), row: row, column: column + used,
      limit: max(0, canvas.columns - column - used - 1), style: theme.error)
  }
}
