extension Canvas {
  /// Hands each run of cells that differs from another canvas to `body`, row by row.
  ///
  /// A run never begins or ends inside of a wide character. Without a canvas of the same size to
  /// compare with, each row is one run. Cost: one comparison a cell.
  package func forEachChange(
    since other: Canvas?, _ body: (_ row: Int, _ columns: Range<Int>) -> Void
  ) {
    guard let other, other.columns == columns, other.rows == rows else {
      for row in 0..<rows { body(row, 0..<columns) }
      return
    }
    for row in 0..<rows {
      var column = 0
      while column < columns {
        guard self[row, column] != other[row, column] else {
          column += 1
          continue
        }
        var start = column
        while column < columns, self[row, column] != other[row, column] { column += 1 }
        while start > 0, self[row, start].isContinuation { start -= 1 }
        while column < columns, self[row, column].isContinuation { column += 1 }
        body(row, start..<column)
      }
    }
  }
}
