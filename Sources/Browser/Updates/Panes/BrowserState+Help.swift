import TerminalEvents

extension BrowserState {
  mutating func press(_ key: KeyEvent, in help: HelpList, at time: EventTime) -> [BrowserEffect] {
    var help = help
    if help.isTyping, type(key, in: &help) {
      overlay = .help(help)
      return []
    }
    var moving: Command?
    switch keymap.match(pendingKeys + [key]) {
    case .prefix:
      pendingKeys.append(key)
      return []
    case .command(.filter): help.isTyping = true
    case .command(.into): return runSelected(in: help, at: time)
    case .command(.clear) where !help.filter.text.isEmpty: help.filter = LineEditor()
    case .command(.close), .command(.clear), .command(.interrupt), .command(.help), .command(.out):
      pendingKeys = []
      overlay = nil
      return []
    case .command(let command): moving = command
    default: break
    }
    pendingKeys = []
    help.cursor = overlayCursor(help.cursor, by: moving, of: help.rows(preferences).count)
    overlay = .help(help)
    return []
  }

  /// Handles a key that edits the filter of the help; returns false for a key that moves on to the
  /// list.
  private mutating func type(_ key: KeyEvent, in help: inout HelpList) -> Bool {
    switch key.key {
    case .enter, .up, .down, .pageUp, .pageDown: return false
    case .escape:
      help.filter = LineEditor()
      help.isTyping = false
    case .backspace where help.filter.text.isEmpty: help.isTyping = false
    default:
      if key == KeyEvent(.character("c"), control: true) { return false }
      _ = help.filter.edit(key)
      help.cursor = 0
    }
    return true
  }

  private mutating func runSelected(in help: HelpList, at time: EventTime) -> [BrowserEffect] {
    let rows = help.rows(preferences)
    overlay = nil
    pendingKeys = []
    guard rows.indices.contains(help.cursor) else { return [] }
    return run(rows[help.cursor].command, at: time)
  }
}
