import TerminalEvents

extension BrowserState {
  /// Shows the messages of this run, with the cursor on the last one.
  mutating func showMessages() {
    pendingKeys = []
    overlay = .messages(MessageMenu(cursor: max(0, messages.entries.count - 1)))
  }

  mutating func press(_ key: KeyEvent, in menu: MessageMenu) -> [BrowserEffect] {
    var menu = menu
    let keys = pendingKeys + [key]
    pendingKeys = []
    switch keymap.match(keys) {
    case .prefix: pendingKeys = keys
    case .command(.redraw): return [.redraw]
    case .command(.quit): return [.quit]
    case .command(.copyURL): return copyMessage(menu.cursor)
    case .command(.close), .command(.clear), .command(.interrupt), .command(.out),
      .command(.messages):
      overlay = nil
      return []
    case .command(let command):
      menu.cursor = overlayCursor(menu.cursor, by: command, of: messages.entries.count)
    default: break
    }
    overlay = .messages(menu)
    return []
  }

  private func copyMessage(_ row: Int) -> [BrowserEffect] {
    guard messages.entries.indices.contains(row) else { return [] }
    return [.copy(messages.entries[row].message.text, name: "the message")]
  }
}
