package import Settings

/// The user's settings: from the configuration file and `:set`.
package struct Preferences: Sendable {
  package var settings = SettingValues() {
    didSet { layout = LayoutPreferences(settings) }
  }
  /// The settings for layouts, looked up once: a layout is requested many times per key.
  private(set) var layout = LayoutPreferences()
  package var keymaps = Keymaps()
  /// The custom commands, by name.
  package var customCommands: [CustomCommand] = []
  /// The rules for the style of matching entries, in the order of the file.
  package var rules: [RowRule] = []
  /// How the user's locale writes a day; nil if it has no short numeric form.
  package var localeDate: DatePattern?
  /// The names of months and weekdays on the screen.
  package internal(set) var dateNames = DateNames.english
  /// The value of `date-language` that the names belong to.
  package internal(set) var dateNamesLanguage = "en"
  /// The themes that `theme` can name, beside the default one.
  package var themeNames: [String] = []

  /// Creates the defaults.
  package init() {}
}
