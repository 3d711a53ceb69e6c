import TerminalEvents

extension BrowserState {
  mutating func press(_ key: KeyEvent, in help: HelpList, at moment: Moment) -> [BrowserEffect] {
    var help = help
    if help.isTyping, type(key, in: &help) {
      overlay = .help(help)
      return []
    }
    let rows = help.rows(preferences)
    let page = max(1, overlayRows - 1)
    switch keymap.match(pendingKeys + [key]) {
    case .prefix:
      pendingKeys.append(key)
      return []
    case .command(.moveDown): help.cursor += 1
    case .command(.moveUp): help.cursor -= 1
    case .command(.pageDown), .command(.halfPageDown): help.cursor += page
    case .command(.pageUp), .command(.halfPageUp): help.cursor -= page
    case .command(.goTop): help.cursor = 0
    case .command(.goBottom): help.cursor = rows.count - 1
    case .command(.filter): help.isTyping = true
    case .command(.into): return runSelected(in: help, at: moment)
    case .command(.clear) where !help.filter.text.isEmpty: help.filter = LineEditor()
    case .command(.close), .command(.clear), .command(.interrupt), .command(.help), .command(.out):
      pendingKeys = []
      overlay = nil
      return []
    default: break
    }
    pendingKeys = []
    help.cursor = min(max(0, help.cursor), max(0, help.rows(preferences).count - 1))
    overlay = .help(help)
    return []
  }

  /// Takes a key that edits the filter of the help; false for one that goes on to the list.
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

  private mutating func runSelected(in help: HelpList, at moment: Moment) -> [BrowserEffect] {
    let rows = help.rows(preferences)
    overlay = nil
    pendingKeys = []
    guard rows.indices.contains(help.cursor) else { return [] }
    return run(rows[help.cursor].command, at: moment)
  }
}
