/// A row of the help.
package struct HelpRow: Equatable, Sendable {
  package let command: BoundCommand
  package let help: String
  /// The heading that it is under.
  package let heading: String
  package let keys: [String]

  package var name: String { command.name }
}

/// The command table and the custom commands, as a list that can be filtered and run.
package struct HelpList: Equatable, Sendable {
  /// The text typed after `/`; empty if nothing filters.
  package var filter = LineEditor()
  package var isTyping = false
  package var cursor = 0
  package var top = 0

  /// The group of the view in which the help was opened, if it has its own keys; nil for the panes.
  private let view: CommandGroup?

  package init(in view: CommandGroup? = nil) { self.view = view }

  /// Returns the commands that match the filter: first those of the view, then the table in its
  /// order, then custom commands.
  package func rows(_ preferences: Preferences) -> [HelpRow] {
    let words = filter.text.lowercased().split(separator: " ")
    return rowsOfAll(preferences).filter { row in
      guard !words.isEmpty else { return true }
      let keys = row.keys.joined(separator: " ")
      let text = "\(row.name) \(row.help) \(keys) \(row.heading)".lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }

  private func rowsOfAll(_ preferences: Preferences) -> [HelpRow] {
    var entries = CommandTable.entries.filter { $0.group != .pick || view == .pick }
    if view == .page {
      entries = entries.filter { $0.group == .page } + entries.filter { $0.group != .page }
    }
    let own = preferences.customCommands.map { command in
      HelpRow(
        command: .custom(command.name), help: command.help, heading: "Your own",
        keys: preferences.keymaps[view == .page ? .page : .global].keys(of: .custom(command.name)))
    }
    return entries.map { entry in
      HelpRow(
        command: .builtIn(entry.command), help: entry.help, heading: entry.group.rawValue,
        keys: keys(of: entry, in: preferences.keymaps))
    } + own
  }

  /// Returns the keys to show for a command: those of its own view if it has one, else the current
  /// ones.
  private func keys(of entry: CommandEntry, in keymaps: Keymaps) -> [String] {
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
