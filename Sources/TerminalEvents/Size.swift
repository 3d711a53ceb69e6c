/// The extent of a terminal in character cells.
package struct Size: Hashable, Sendable {
  /// The number of columns.
  package var columns: Int
  /// Rows of the screen.
  package var rows: Int

  /// Creates a size; the values are not checked.
  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

extension Size: CustomStringConvertible {
  /// `80x24`.
  package var description: String { "\(columns)x\(rows)" }
}
