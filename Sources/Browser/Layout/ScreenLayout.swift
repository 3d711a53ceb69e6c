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

/// Where everything stands on a screen of a size: one line of header, the panes, two lines below.
///
/// Each pane's first row is its title. Columns of panes are parted by one column.
package struct ScreenLayout: Equatable, Sendable {
  /// How much of the design a size has room for.
  package enum Arrangement: Equatable, Sendable {
    /// Facets, entries and detail side by side.
    case columns
    /// Facets at the left, entries over detail.
    case stacked
    /// The focused pane alone.
    case single
    /// Too small for anything but a line that says so.
    case tooSmall
  }

  package let size: Size
  package let arrangement: Arrangement
  /// The panes that are on the screen.
  package let areas: [Pane: Area]

  package static let smallest = (columns: 24, rows: 6)

  /// - Parameters:
  ///   - panes: the panes that there are, in their order.
  ///   - focus: the pane that is shown where only one has room.
  ///   - facetRows: how many rows each facet pane would fill.
  package init(
    size: Size, panes: [Pane], focus: Pane, isZoomed: Bool, facetRows: [Pane: Int] = [:]
  ) {
    self.size = size
    let body = Area(column: 0, row: 1, columns: size.columns, rows: size.rows - 3)
    if size.columns < Self.smallest.columns || size.rows < Self.smallest.rows {
      arrangement = .tooSmall
      areas = [:]
    } else if size.columns < 60 || size.rows < 16 || isZoomed {
      arrangement = .single
      areas = [focus: body]
    } else {
      let wide = size.columns >= 140
      arrangement = wide ? .columns : .stacked
      let facetColumns = size.columns >= 100 ? 28 : 22 + (size.columns - 60) / 10
      let facets = Self.facetAreas(
        panes.filter(\.isFacet),
        in: Area(column: 0, row: body.row, columns: facetColumns, rows: body.rows), rows: facetRows)
      let rest = Area(
        column: facetColumns + 1, row: body.row, columns: size.columns - facetColumns - 1,
        rows: body.rows)
      areas = facets.merging(wide ? Self.sideBySide(rest) : Self.stacked(rest, width: size.columns))
      {
        first, _ in first
      }
    }
  }

  /// How many rows of a pane there are for its content, below its title.
  package func contentRows(_ pane: Pane) -> Int {
    max(0, (areas[pane]?.rows ?? 0) - 1)
  }
}

extension ScreenLayout {
  private static func sideBySide(_ rest: Area) -> [Pane: Area] {
    // A line of prose is not read well beyond some 80 columns.
    let detail = min(80, rest.columns * 2 / 5)
    var (left, right) = (rest, rest)
    left.columns = rest.columns - detail - 1
    right.column = rest.column + left.columns + 1
    right.columns = detail
    return [.entries: left, .detail: right]
  }

  private static func stacked(_ rest: Area, width: Int) -> [Pane: Area] {
    let detailRows =
      width >= 100 ? rest.rows * 2 / 5 : min(9, max(7, rest.rows / 3))
    var (above, below) = (rest, rest)
    above.rows = rest.rows - detailRows
    below.row = rest.row + above.rows
    below.rows = detailRows
    return [.entries: above, .detail: below]
  }

  /// Shares a column among the facets: each gets what it fills, the rest is shared alike.
  private static func facetAreas(
    _ panes: [Pane], in column: Area, rows: [Pane: Int]
  ) -> [Pane: Area] {
    var heights: [Pane: Int] = [:]
    var left = column.rows
    var open = panes
    while !open.isEmpty {
      let share = left / open.count
      let content = open.filter { (rows[$0] ?? .max) < share - 1 }
      guard !content.isEmpty, content.count < open.count else { break }
      for pane in content {
        heights[pane] = (rows[pane] ?? 0) + 1
        left -= (rows[pane] ?? 0) + 1
      }
      open.removeAll { content.contains($0) }
    }
    for (index, pane) in open.enumerated() {
      let height = left / (open.count - index)
      heights[pane] = height
      left -= height
    }
    var areas: [Pane: Area] = [:]
    var row = column.row
    for pane in panes {
      let height = heights[pane] ?? 0
      areas[pane] = Area(column: column.column, row: row, columns: column.columns, rows: height)
      row += height
    }
    return areas
  }
}
