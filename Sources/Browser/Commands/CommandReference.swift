/// The command table as documentation: docs/keys.md and the keys of the man page.
package enum CommandReference {
  /// Returns the table in Markdown, with a section for each group.
  package static func markdown(_ keymap: Keymap = .standard) -> String {
    var text = """
      # Keys and commands

      Every command can be run by its keys, from the help (`?`), or by its name after `:`. A number
      before the keys, or after the name, is a count: `5j`, `10G`, `3o`, `:move-down 5`. This page is
      generated from the command table: `AWL_RECORD=1 swift test --filter CommandReferenceTests`
      updates it.

      """
    for group in CommandGroup.allCases {
      let keymap = Keymap.inForce(in: group) ?? keymap
      text += "\n## \(group.rawValue)\n\n| keys | command | what it does |\n|---|---|---|\n"
      for entry in CommandTable.entries where entry.group == group {
        let keys = keymap.keys(of: entry.command).map { "`\($0)`" }.joined(separator: " ")
        text += "| \(keys) | `:\(entry.name)` | \(entry.help) |\n"
      }
    }
    return text
  }

  /// Returns the table in roff, for the man page's section on keys.
  package static func manual(_ keymap: Keymap = .standard) -> String {
    var text = ""
    for group in CommandGroup.allCases {
      let keymap = Keymap.inForce(in: group) ?? keymap
      text += ".SS \(group.rawValue)\n"
      for entry in CommandTable.entries where entry.group == group {
        let keys = keymap.keys(of: entry.command).joined(separator: ", ")
        text += ".TP\n.B \(roff(keys))\n\(roff(entry.help)). (:\(roff(entry.name)))\n"
      }
    }
    return text
  }

  /// Escapes a text so that roff takes no part of it for a request or an escape.
  package static func roff(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case ".", "'": result += "\\&\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
