import Settings

/// The settings that a layout depends on, apart from the size of the screen.
struct LayoutPreferences: Equatable {
  /// The position of the detail.
  enum DetailPosition: String {
    case auto, right, below, hidden
  }

  var detail = DetailPosition.auto
  /// The screen width below which only one pane is shown at a time.
  var narrowBelow = 60
  /// The screen width from which the detail has its own column.
  var wideFrom = 140
  /// The lines below the panes: the status line and, if shown, the hints.
  var footerRows = 2
  /// Whether only one pane is shown at a time on any screen, so that a screen reader reads lines in
  /// one go.
  var isSingle = false

  private let settings: SettingValues

  init(_ settings: SettingValues = SettingValues()) {
    self.settings = settings
    detail = DetailPosition(rawValue: settings.word(.detail)) ?? .auto
    wideFrom = settings.number(.wideFrom)
    narrowBelow = settings.number(.narrowBelow)
    footerRows = settings.isOn(.hints) ? 2 : 1
    isSingle = settings.isOn(.plain)
  }

  /// Returns the width of the panes on the left on a screen this wide.
  func facetColumns(of columns: Int) -> Int {
    let least = settings.number(.facetLeast)
    let most = max(least, settings.number(.facetMost))
    let wanted = settings.extent(.facetWidth, of: columns) ?? 0
    let bounded = min(max(wanted, least), most, columns / 2)
    return columns >= 100 ? bounded : min(bounded, 22 + max(0, columns - 60) / 10)
  }

  /// Returns the width of a detail to the right of the entries, given the total width.
  func detailColumns(of columns: Int) -> Int {
    let least = settings.number(.detailLeast)
    let most = max(least, settings.number(.detailMost))
    let wanted = settings.extent(.detailWidth, of: columns) ?? columns * 2 / 5
    // Narrower entries would have no room for their titles.
    return min(min(max(wanted, least), most), max(1, columns - 24))
  }

  /// Returns the height of a detail below the entries, of this total, on a screen of this width.
  func detailRows(of rows: Int, width: Int) -> Int {
    let usual = width >= 100 ? rows * 2 / 5 : min(9, max(7, rows / 3))
    let wanted = settings.extent(.detailHeight, of: rows) ?? usual
    return min(max(wanted, 2), max(2, rows - 3))
  }
}
