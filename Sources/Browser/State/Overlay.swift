/// What lies over the panes.
package enum Overlay: Equatable, Sendable {
  case help(HelpList)
  case openers(OpenerMenu)
}

/// The command table as a list that can be filtered and run.
package struct HelpList: Equatable, Sendable {
  /// What is typed after `/`; nil where nothing filters.
  package var filter = LineEditor()
  package var isTyping = false
  package var cursor = 0
  package var top = 0

  package init() {}

  /// The commands that the filter leaves, in the order of the table.
  package func commands(_ keymap: Keymap) -> [CommandEntry] {
    let words = filter.text.lowercased().split(separator: " ")
    return CommandTable.entries.filter { entry in
      if entry.group == .pick, keymap.keys(of: entry.command).isEmpty { return false }
      let text =
        "\(entry.name) \(entry.help) \(keymap.keys(of: entry.command).joined(separator: " ")) \(entry.group.rawValue)"
        .lowercased()
      return words.allSatisfy { text.contains($0) }
    }
  }
}

/// The openers to choose from for a link, or for those of all marked entries.
package struct OpenerMenu: Equatable, Sendable {
  package var urls: [String]
  package var cursor = 0
}
