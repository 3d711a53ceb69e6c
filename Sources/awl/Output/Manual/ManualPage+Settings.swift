import Browser
import ConfigurationFile
import Settings

extension ManualPage {
  /// The section on config.toml, generated from the table of settings.
  static var settings: String {
    var text = """
      .SH CONFIGURATION
      config.toml in the configuration directory is written in TOML; every line is optional.
      \\fBawl config init\\fR writes the complete file, commented out, \\fBawl config check\\fR finds mistakes,
      and :set and :reload change the settings of the running screen.

      """
    for group in SettingGroup.allCases {
      text += ".SS \(group.rawValue)\n"
      for entry in SettingTable.entries where entry.group == group {
        let standard = ConfigurationTemplate.toml(entry.standard, of: entry)
        text += ".TP\n.B \(CommandReference.roff(entry.name))\n"
        text += CommandReference.roff(
          "\(entry.help). It takes \(entry.type.expectation); default \(standard).")
        text += "\n"
      }
    }
    return text + tables
  }

  private static let tables = """
    .SS Tables
    Keys are bound in the tables keys.global, keys.entries, keys.facets, keys.detail, keys.page and
    keys.pick. Tables [[openers]] define which program opens a link, [commands.NAME] define your own
    commands, and [rules] style the entries that match a query. Files themes/NAME.toml next to config.toml
    are themes. docs/config.md and the file that \\fBawl config init\\fR writes have the keys and examples.

    """
}
