package import Settings

/// Writes settings as a configuration file.
package enum ConfigurationTemplate {
  /// Returns the whole file of the defaults, every line commented out.
  package static func text() -> String {
    var text = """
      # The configuration of awl. Every line is optional; remove the # to change a setting.
      # awl config check finds mistakes, and :reload reads the file again.

      """
    for group in SettingGroup.allCases {
      text += "\n# \(group.rawValue)\n"
      for entry in SettingTable.entries where entry.group == group {
        text += "\n# \(entry.help):\n# \(entry.type.expectation).\n"
        text += "#\(entry.name) = \(toml(entry.standard, of: entry))\n"
      }
    }
    return text + keysAndOpeners
  }

  /// Returns a setting's value as TOML.
  package static func toml(_ value: SettingValue, of entry: SettingEntry) -> String {
    switch value {
    case .text(let words) where entry.type.isSelection:
      "[" + words.split(separator: " ").map { quoted(String($0)) }.joined(separator: ", ") + "]"
    case .text(let words) where entry.setting == .theme && words.utf8.contains(UInt8(ascii: "=")):
      "{ "
        + words.split(separator: " ").map { word in
          let parts = word.split(separator: "=", maxSplits: 1)
          return "\(parts[0]) = \(quoted(parts.count > 1 ? String(parts[1]) : ""))"
        }.joined(separator: ", ") + " }"
    case .flag(let value): String(value)
    case .integer(let value): String(value)
    case .text(let value): quoted(value)
    }
  }

  /// Returns a basic string of TOML.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\u{0}"..<" ", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static let keysAndOpeners = """

    # Keys: a command's name, a list of names that run in order, or "unbind". The tables keys.entries,
    # keys.facets, keys.detail, keys.page and keys.pick apply to one view only.
    #[keys.global]
    #"g n" = "go-new"
    #"X" = ["bookmark", "move-down"]
    #"Q" = "unbind"

    # Openers: the first one that matches a link opens it, and O lists all that match. The program is
    # run without a shell; {url}, {title} and {list} must be separate arguments.
    #[[openers]]
    #name = "mpv"
    #host = ["youtube.com", "youtu.be"]
    #run = ["mpv", "{url}"]
    #query = "stars:>1k"
    #ask = false
    #terminal = false

    # Your own commands, to bind to keys or type after a colon. mode is silent, terminal or output.
    #[commands.archive]
    #run = ["monolith", "-o", "/tmp/page.html", "{url}"]
    #mode = "output"
    #help = "Save a copy of the page"

    # Rules: the style of the titles of entries that match a query.
    #[rules]
    #"is:paper" = { fg = "magenta" }
    #"stars:>10k" = { fg = "#ffd700", bold = true }

    """
}
