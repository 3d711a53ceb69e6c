import TerminalEvents

extension BrowserState {
  /// Shows what was said in this run, the last message under the cursor.
  mutating func showMessages() {
    pendingKeys = []
    overlay = .messages(MessageMenu(cursor: max(0, messages.entries.count - 1)))
  }

  mutating func press(_ key: KeyEvent, in menu: MessageMenu) -> [BrowserEffect] {
    var menu = menu
    let page = max(1, overlayRows - 1)
    let keys = pendingKeys + [key]
    pendingKeys = []
    switch keymap.match(keys) {
    case .prefix: pendingKeys = keys
    case .command(.moveDown): menu.cursor += 1
    case .command(.moveUp): menu.cursor -= 1
    case .command(.pageDown), .command(.halfPageDown): menu.cursor += page
    case .command(.pageUp), .command(.halfPageUp): menu.cursor -= page
    case .command(.goTop): menu.cursor = 0
    case .command(.goBottom): menu.cursor = messages.entries.count - 1
    case .command(.redraw): return [.redraw]
    case .command(.quit): return [.quit]
    case .command(.copyURL): return copyMessage(menu.cursor)
    case .command(.close), .command(.clear), .command(.interrupt), .command(.out),
      .command(.messages):
      overlay = nil
      return []
    default: break
    }
    menu.cursor = min(max(0, menu.cursor), max(0, messages.entries.count - 1))
    overlay = .messages(menu)
    return []
  }

  private func copyMessage(_ row: Int) -> [BrowserEffect] {
    guard messages.entries.indices.contains(row) else { return [] }
    return [.copy(messages.entries[row].message.text, name: "the message")]
  }
}
