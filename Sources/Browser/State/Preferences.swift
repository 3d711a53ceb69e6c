package import Settings

/// What the reader has set: in the configuration file, and with `:set` since.
package struct Preferences: Sendable {
  package var settings = SettingValues() {
    didSet { layout = LayoutPreferences(settings) }
  }
  /// What layouts depend on, looked up once: a layout is asked for many times a key.
  private(set) var layout = LayoutPreferences()
  package var keymaps = Keymaps()
  /// The themes that `theme` can name, beside the default one.
  package var themeNames: [String] = []

  /// The defaults.
  package init() {}
}

/// What layouts depend on beside the size of the screen.
struct LayoutPreferences: Equatable {
  /// Where the detail is.
  enum DetailPlace: String {
    case auto, right, below, hidden
  }

  var detail = DetailPlace.auto
  /// The columns of the panes at the left, on a screen of 100 columns or more.
  var facetColumns = 28
  /// The columns from which the detail has a column of its own.
  var wideFrom = 140
  /// The columns below which one pane is shown at a time.
  var narrowBelow = 60

  init() {}

  init(_ settings: SettingValues) {
    detail = DetailPlace(rawValue: settings.word(.detail)) ?? .auto
    facetColumns = settings.number(.facetWidth)
    wideFrom = settings.number(.wideFrom)
    narrowBelow = settings.number(.narrowBelow)
  }
}
