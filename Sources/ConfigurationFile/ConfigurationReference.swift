import Settings

/// The settings as documentation: docs/config.md.
package enum ConfigurationReference {
  /// Returns the page in Markdown; `themes` are the names of those that are compiled in.
  package static func markdown(themes: [String]) -> String {
    var text = """
      # Configuration

      awl reads `config.toml` in its configuration directory (`awl config path` prints the path). Every line is
      optional. `awl config init` writes the complete file with every setting commented out, `awl config check`
      reports errors with line and column, and `awl config show` prints the current values and their origin. An
      invalid line never stops awl: its setting keeps the default.

      In the running program `:set NAME VALUE` changes a setting, `:set NAME?` shows it, `:set NAME&` restores the
      default, and `:reload` reads the file again, as does the signal SIGUSR1 (`pkill -USR1 -x awl`). Changes made
      with `:set` last until awl exits.

      This page is generated from the table of settings by `AWL_RECORD=1 swift test --filter
      ConfigurationReferenceTests`.

      """
    for group in SettingGroup.allCases {
      text +=
        "\n## \(group.rawValue)\n\n| setting | takes | default | what it does |\n|---|---|---|---|\n"
      for entry in SettingTable.entries where entry.group == group {
        text += "| `\(entry.name)` | \(entry.type.expectation) "
        text += "| `\(ConfigurationTemplate.toml(entry.standard, of: entry))` | \(entry.help) |\n"
      }
    }
    return text + keys + self.themes(themes.map { "`\($0)`" }.joined(separator: ", ")) + programs
  }
}
