/// A grid of cells that views draw into; the terminal driver shows it.
///
/// Only `SafeText` can be drawn, so nothing that a list holds reaches the terminal unsanitised.
/// Whatever lies outside the grid is cut off; a character of two columns is never split: where
/// only one of its columns would show, a blank stands instead.
package struct Canvas: Hashable, Sendable {
  /// Where the terminal's cursor stands.
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
  var cells: [Cell]

  /// A blank canvas; an extent below 1 becomes 1.
  package init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
    cells = Array(repeating: Cell(), count: self.columns * self.rows)
  }

  /// All of the canvas.
  package var bounds: Rect { Rect(row: 0, column: 0, rows: rows, columns: columns) }

  /// The cell at a place; a blank one outside the grid.
  package subscript(row: Int, column: Int) -> Cell {
    guard row >= 0, row < rows, column >= 0, column < columns else { return Cell() }
    return cells[row * columns + column]
  }

  /// Draws text from a place to the right and returns the columns it took.
  ///
  /// - Parameters:
  ///   - limit: columns that the text may take; what is wider is cut and ends in `…`.
  ///   - highlights: byte ranges of the string that the text was made from, ascending.
  ///   - highlight: the style that is laid over `style` where a highlight is.
  @discardableResult
  package mutating func draw(
    _ text: SafeText, row: Int, column: Int, limit: Int = .max, style: Style = .plain,
    highlights: [Range<Int>] = [], highlight: Style = .bold
  ) -> Int { 0 }

  /// Blanks the cells of a rectangle and gives them a style.
  package mutating func fill(_ rect: Rect, style: Style = .plain) {}

  /// Lays a style over the cells of a rectangle; their text stays.
  package mutating func overlay(_ style: Style, on rect: Rect) {}

  /// Draws a border just inside a rectangle; lines that are met become tees and crossings.
  package mutating func frame(_ rect: Rect, borders: BorderSet, style: Style = .plain) {}

  /// Draws a line to the right; where it meets lines it joins them.
  package mutating func horizontalLine(
    row: Int, columns: Range<Int>, borders: BorderSet, style: Style = .plain
  ) {}

  /// Draws a line downwards; where it meets lines it joins them.
  package mutating func verticalLine(
    column: Int, rows: Range<Int>, borders: BorderSet, style: Style = .plain
  ) {}

  /// The text of each row, without the spaces at its end.
  package var lines: [String] { [] }

  /// The styles of each row as letters, `.` for plain, and the legend: `a reverse`, `b bold red`.
  ///
  /// Letters are given in order of first appearance, from the top left.
  package var styles: (lines: [String], legend: [String]) { ([], []) }
}
