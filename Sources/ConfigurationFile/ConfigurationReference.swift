import Settings

/// The settings as documentation: docs/config.md.
package enum ConfigurationReference {
  /// The page in Markdown; `themes` are the names of those that are compiled in.
  package static func markdown(themes: [String]) -> String {
    var text = """
      # Configuration

      awl reads `config.toml` in its configuration directory (`awl config path` prints where that is). Every
      line may be left out. `awl config init` writes the whole file with each setting commented out, `awl
      config check` reports what is wrong in it with line and column, and `awl config show` prints the values in
      force and where each comes from. A line that is wrong never stops awl: the default holds there.

      In the running program `:set NAME VALUE` sets, `:set NAME?` shows, `:set NAME&` goes back to the default,
      and `:reload` reads the file again, as does the signal SIGUSR1 (`pkill -USR1 -x awl`). What `:set` does lasts
      until awl ends.

      This page is made from the table of settings; `AWL_RECORD=1 swift test --filter
      ConfigurationReferenceTests` makes it again.

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
