/// What lies over the panes.
package enum Overlay: Equatable, Sendable {
  case help(HelpList)
  case openers(OpenerMenu)
  case filters(FilterMenu)
  case messages(MessageMenu)
}

/// The command table as a list that can be filtered and run.
package struct HelpList: Equatable, Sendable {
  /// What is typed after `/`; nil where nothing filters.
  package var filter = LineEditor()
  package var isTyping = false
  package var cursor = 0
  package var top = 0

  /// The group with keys of its own whose view the help was opened in; nil for the panes.
  private let view: CommandGroup?

  package init(in view: CommandGroup? = nil) { self.view = view }

  /// The commands that the filter leaves: those of the view first, then in the order of the table.
  package func commands(in keymaps: Keymaps) -> [CommandEntry] {
    let words = filter.text.lowercased().split(separator: " ")
    let entries = CommandTable.entries.filter { entry in
      if entry.group == .pick, view != .pick { return false }
      let keys = keys(of: entry, in: keymaps).joined(separator: " ")
      let text = "\(entry.name) \(entry.help) \(keys) \(entry.group.rawValue)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
    guard view == .page else { return entries }
    return entries.filter { $0.group == .page } + entries.filter { $0.group != .page }
  }

  /// The keys to show for a command: those of its own view where it has one, else those in force.
  package func keys(of entry: CommandEntry, in keymaps: Keymaps) -> [String] {
    let group = entry.group.hasOwnKeys ? entry.group : view
    let context: KeyContext =
      switch group {
      case .page: .page
      case .pick: .pick
      default: .global
      }
    return keymaps[context].keys(of: entry.command)
  }
}

/// The openers to choose from for a link, or for those of all marked entries.
package struct OpenerMenu: Equatable, Sendable {
  package var urls: [String]
  package var cursor = 0
}
