/// A grid of cells that views draw into; the terminal driver shows it.
///
/// Only `SafeText` can be drawn, so nothing from a list reaches the terminal unsanitised.
/// Everything outside the grid is clipped. A wide character is never split: if only one of its
/// columns is visible, it becomes a blank.
package struct Canvas: Hashable, Sendable {
  /// The terminal's cursor position.
  package struct Position: Hashable, Sendable {
    package var row: Int
    package var column: Int

    package init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  package let columns: Int
  package let rows: Int
  /// The cursor of the terminal; nil to hide it.
  package var cursor: Position?
  private(set) var cells: [Cell]
  /// The columns that letters of ambiguous width are drawn in, 1 or 2 (see `AmbiguousWidth`).
  package let ambiguousColumns: Int
  /// Its links, in no order.
  package internal(set) var links: [Hyperlink] = []

  /// Creates a blank canvas; an extent below 1 becomes 1.
  package init(columns: Int, rows: Int, ambiguousColumns: Int = 1) {
    self.ambiguousColumns = ambiguousColumns
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  /// All of the canvas.
  package var bounds: Rect { Rect(row: 0, column: 0, rows: rows, columns: columns) }

  /// The cell at a place; a blank one outside the grid.
  package subscript(row: Int, column: Int) -> Cell {
    contains(row: row, column: column) ? cells[row * columns + column] : Cell()
  }

  /// Draws text and returns the columns it took.
  ///
  /// - Parameters:
  ///   - text: the text to draw.
  ///   - row: the row, from 0.
  ///   - column: the column of the first cell, from 0.
  ///   - limit: the columns available; wider text is truncated and ends in `…`.
  ///   - style: the style of the text.
  ///   - highlights: byte ranges of the original string, ascending and disjoint.
  ///   - highlight: the style applied over `style` in the highlights.
  @discardableResult
  package mutating func draw(
    _ text: SafeText, row: Int, column: Int, limit: Int = .max, style: Style = .plain,
    highlights: [Range<Int>] = [], highlight: Style = .bold
  ) -> Int {
    guard row >= 0, row < rows, column < columns, limit > 0 else { return 0 }
    let room = min(limit, columns - column)
    let marked = style.highlighted(by: highlight)
    var next = 0
    let isNarrow = ambiguousColumns == 1
    let text = isNarrow ? text : text.measured(ambiguousColumns: ambiguousColumns)
    return text.forEachCell(within: room) { cell, offset, sourceEnd in
      while next < highlights.count, highlights[next].upperBound <= cell.source { next += 1 }
      let isMarked = next < highlights.count && highlights[next].lowerBound < sourceEnd
      put(
        Cell(
          base: isNarrow || cell.width == 2 ? cell.base : AmbiguousWidth.narrowed(cell.base),
          marks: cell.marks, style: isMarked ? marked : style, width: cell.width),
        row: row, column: column + offset)
    }
  }

  /// Blanks the cells of a rectangle.
  package mutating func clear(_ rect: Rect) {
    let area = rect.intersection(bounds)
    guard area.columns > 0 else { return }
    unlink(area)
    let blank = Cell()
    for row in area.row..<area.row + area.rows {
      // The first and the last cell may cut a wide character in two.
      put(blank, row: row, column: area.column)
      put(blank, row: row, column: area.endColumn - 1)
      let start = row * columns + area.column
      let end = start + area.columns
      var cells = cells.mutableSpan
      for index in start..<end { cells[index] = blank }
    }
  }

  /// Copies rows from another canvas of the same size; all of them if none are given.
  ///
  /// Unlike an assignment it shares no storage, so drawing into either copies nothing.
  package mutating func take(rows some: [Int]? = nil, from other: Canvas) {
    guard other.columns == columns, other.rows == rows else {
      self = other
      return
    }
    cursor = other.cursor
    if let some {
      links.removeAll { some.contains($0.row) }
      links += other.links.filter { some.contains($0.row) }
    } else {
      links = other.links
    }
    let (columns, rows) = (columns, rows)
    var mine = cells.mutableSpan
    let theirs = other.cells.span
    for row in some ?? Array(0..<rows) where row >= 0 && row < rows {
      for index in row * columns..<(row + 1) * columns { mine[index] = theirs[index] }
    }
  }

  /// Makes the cells and links of a rectangle those of another canvas of this size.
  package mutating func take(_ rect: Rect, from other: Canvas) {
    guard other.columns == columns, other.rows == rows else { return }
    let area = rect.intersection(bounds)
    for row in area.row..<area.row + area.rows {
      for column in area.column..<area.endColumn {
        cells[row * columns + column] = other.cells[row * columns + column]
      }
    }
    links += other.links.filter { link in
      area.row..<area.endRow ~= link.row && area.column..<area.endColumn ~= link.columns.lowerBound
    }
  }

  /// Copies cells of a row into another; both rows and the columns are on the canvas.
  mutating func copyCells(ofRow source: Int, to target: Int, columns range: Range<Int>) {
    let distance = (source - target) * columns
    let places = target * columns + range.lowerBound..<target * columns + range.upperBound
    var cells = cells.mutableSpan
    for place in places { cells[place] = cells[place + distance] }
  }

  /// Lays a style over the cells of a rectangle; their text stays.
  package mutating func overlay(_ style: Style, on rect: Rect) {
    let area = rect.intersection(bounds)
    for row in area.row..<area.row + area.rows {
      for index in row * columns + area.column..<row * columns + area.column + area.columns {
        cells[index].style = cells[index].style.overlaid(with: style)
      }
    }
  }

  /// Writes one cell, and blanks the remains of a wide character that it overwrites in part.
  mutating func put(_ cell: Cell, row: Int, column: Int) {
    if column == -1, cell.width == 2 {
      return put(Cell(style: cell.style), row: row, column: 0)
    }
    guard contains(row: row, column: column) else { return }
    var cell = cell
    if cell.width == 2, column + 1 == columns { cell = Cell(style: cell.style) }
    let index = row * columns + column
    let end = (row + 1) * columns
    var cells = cells.mutableSpan
    if cells[index].isContinuation { cells[index - 1] = Cell(style: cells[index - 1].style) }
    cells[index] = cell
    var after = index + 1
    if cell.width == 2 {
      if cells[after].width == 2 { cells[after + 1] = Cell(style: cells[after + 1].style) }
      cells[after] = Cell(base: " ", style: cell.style, width: 0)
      after += 1
    }
    if after < end, cells[after].isContinuation { cells[after] = Cell(style: cells[after].style) }
  }
}

extension Canvas {
  private func contains(row: Int, column: Int) -> Bool {
    row >= 0 && row < rows && column >= 0 && column < columns
  }
}
