import Browser
import ConfigurationFile
import Settings

extension ManualPage {
  /// The section on config.toml, made of the table of settings.
  static var settings: String {
    var text = """
      .SH CONFIGURATION
      config.toml in the configuration directory is TOML; every line may be left out.
      \\fBawl config init\\fR writes all of it, commented out, \\fBawl config check\\fR finds mistakes, and
      :set and :reload change what is in force on the screen.

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
    keys.pick. Tables [[openers]] say what opens which links, [commands.NAME] are commands of your own, and
    [rules] has how entries look that match a query. Files themes/NAME.toml beside config.toml are themes.
    docs/config.md has their keys and examples, and so has the file that \\fBawl config init\\fR writes.

    """
}
