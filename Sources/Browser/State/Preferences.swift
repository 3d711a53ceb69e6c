package import Settings

/// The user's settings: from the configuration file, and with `:set` since.
package struct Preferences: Sendable {
  package var settings = SettingValues() {
    didSet { layout = LayoutPreferences(settings) }
  }
  /// What layouts depend on, looked up once: a layout is requested many times a key.
  private(set) var layout = LayoutPreferences()
  package var keymaps = Keymaps()
  /// The commands of the reader's own, by name.
  package var customCommands: [CustomCommand] = []
  /// How rows of entries that match a query look, in the order of the file.
  package var rules: [RowRule] = []
  /// How the reader's locale writes a day; nil if it has no short form of digits.
  package var localeDate: DatePattern?
  /// The names of months and weekdays on the screen.
  package internal(set) var dateNames = DateNames.english
  /// The value of `date-language` that they are for.
  package internal(set) var dateNamesLanguage = "en"
  /// The themes that `theme` can name, beside the default one.
  package var themeNames: [String] = []

  /// The defaults.
  package init() {}
}
