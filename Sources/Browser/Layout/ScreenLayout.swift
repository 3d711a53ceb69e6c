package import TerminalEvents

/// A rectangle of the screen, in cells.
package struct Area: Equatable, Sendable {
  package var column: Int
  package var row: Int
  package var columns: Int
  package var rows: Int

  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = columns
    self.rows = rows
  }
}

/// The layout of a screen of some size: a header line, the panes, and one or two lines below them.
///
/// Each pane's first row is its title. Columns of panes are separated by one column.
package struct ScreenLayout: Equatable, Sendable {
  /// How many panes a size has room for.
  package enum Arrangement: Equatable, Sendable {
    /// Facets, entries and detail side by side.
    case columns
    /// Facets on the left, entries above the detail.
    case stacked
    /// Only the focused pane.
    case single
    /// Too small for anything but a line that says so.
    case tooSmall
  }

  package let size: Size
  package let arrangement: Arrangement
  /// The panes that are on the screen.
  package let areas: PaneAreas

  package static let smallest = (columns: 24, rows: 6)

  /// - Parameters:
  ///   - facets: the facet panes in their order, and how many rows each would fill.
  ///   - focus: the pane to show if there is room for only one.
  init(
    size: Size, facets: [(pane: Pane, rows: Int)], focus: Pane, isZoomed: Bool,
    preferences: LayoutPreferences = LayoutPreferences()
  ) {
    self.size = size
    var areas = PaneAreas()
    let body = Area(
      column: 0, row: 1, columns: size.columns, rows: size.rows - 1 - preferences.footerRows)
    if Self.isTooSmall(size) {
      arrangement = .tooSmall
    } else if size.columns < preferences.narrowBelow || size.rows < 16 || isZoomed
      || preferences.isSingle
    {
      arrangement = .single
      areas[focus] = body
    } else {
      let detail = Self.detailPosition(size, focus, preferences)
      arrangement = detail == .right ? .columns : .stacked
      var (left, rest) = (body, body)
      if !facets.isEmpty {
        left.columns = preferences.facetColumns(of: size.columns)
        rest.column = left.columns + 1
        rest.columns -= left.columns + 1
        Self.share(left, among: facets, in: &areas)
      }
      switch detail {
      case .right: Self.putSideBySide(rest, preferences, in: &areas)
      case .hidden: areas[.entries] = rest
      case .below, .auto: Self.stack(rest, width: size.columns, preferences, in: &areas)
      }
    }
    self.areas = areas
  }

  /// Returns whether a size has no room for any pane.
  static func isTooSmall(_ size: Size) -> Bool {
    size.columns < smallest.columns || size.rows < smallest.rows
  }

  /// Returns the number of rows for a pane's content, below its title.
  package func contentRows(_ pane: Pane) -> Int {
    max(0, (areas[pane]?.rows ?? 0) - 1)
  }
}

extension ScreenLayout {
  /// Returns the position of the detail on a screen; a hidden one is shown while it has the focus.
  private static func detailPosition(
    _ size: Size, _ focus: Pane, _ preferences: LayoutPreferences
  ) -> LayoutPreferences.DetailPosition {
    let usual: LayoutPreferences.DetailPosition =
      size.columns >= preferences.wideFrom ? .right : .below
    switch preferences.detail {
    case .auto: return usual
    case .hidden: return focus == .detail ? usual : .hidden
    // Fewer than about thirty columns each is too narrow for both entries and detail.
    case .right: return size.columns >= 90 ? .right : .below
    case .below: return .below
    }
  }

  private static func putSideBySide(
    _ rest: Area, _ preferences: LayoutPreferences, in areas: inout PaneAreas
  ) {
    let detail = preferences.detailColumns(of: rest.columns)
    var (left, right) = (rest, rest)
    left.columns = rest.columns - detail - 1
    right.column = rest.column + left.columns + 1
    right.columns = detail
    areas[.entries] = left
    areas[.detail] = right
  }

  private static func stack(
    _ rest: Area, width: Int, _ preferences: LayoutPreferences, in areas: inout PaneAreas
  ) {
    let detailRows = preferences.detailRows(of: rest.rows, width: width)
    var (above, below) = (rest, rest)
    above.rows = rest.rows - detailRows
    below.row = rest.row + above.rows
    below.rows = detailRows
    areas[.entries] = above
    areas[.detail] = below
  }

  /// Divides a column among the facets: each gets the rows it fills, and the rest is divided
  /// equally.
  private static func share(
    _ column: Area, among facets: [(pane: Pane, rows: Int)], in areas: inout PaneAreas
  ) {
    var heights = [Int?](repeating: nil, count: facets.count)
    var left = column.rows
    var open = facets.count
    while open > 0 {
      let share = left / open
      let content = facets.indices.filter { heights[$0] == nil && facets[$0].rows < share - 1 }
      guard !content.isEmpty, content.count < open else { break }
      for index in content {
        heights[index] = facets[index].rows + 1
        left -= facets[index].rows + 1
      }
      open -= content.count
    }
    var row = column.row
    for (index, facet) in facets.enumerated() {
      var area = column
      area.row = row
      area.rows = heights[index] ?? left / open
      areas[facet.pane] = area
      row += area.rows
      guard heights[index] == nil else { continue }
      left -= area.rows
      open -= 1
    }
  }
}
