/// A rectangle of cells; rows and columns count from 0 at the top left.
package struct Rect: Hashable, Sendable {
  package var row: Int
  package var column: Int
  package var rows: Int
  package var columns: Int

  /// Takes the corner and the extent; a negative extent becomes 0.
  package init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// Whether it contains no cells.
  package var isEmpty: Bool { rows == 0 || columns == 0 }
  /// The row below the last.
  package var endRow: Int { row + rows }
  /// The column to the right of the last.
  package var endColumn: Int { column + columns }

  /// Returns one row of the rectangle, counted from its top; empty if it does not exist.
  package func line(_ index: Int) -> Rect {
    let inside = index >= 0 && index < rows
    return Rect(row: row + index, column: column, rows: inside ? 1 : 0, columns: columns)
  }

  /// Returns the rectangle without a margin of as many cells on each side.
  package func inset(_ margin: Int) -> Rect {
    Rect(
      row: row + margin, column: column + margin, rows: rows - 2 * margin,
      columns: columns - 2 * margin)
  }

  /// Returns the cells that are in both.
  package func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left, rows: min(endRow, other.endRow) - top,
      columns: min(endColumn, other.endColumn) - left)
  }
}
