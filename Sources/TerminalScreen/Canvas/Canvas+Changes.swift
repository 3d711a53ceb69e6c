extension Canvas {
  /// Passes each run of cells that differs from another canvas to `body`, row by row.
  ///
  /// A run never begins or ends inside a wide character. Without a canvas of the same size to
  /// compare with, each row is one run. Cost: one comparison per cell.
  ///
  /// - Parameter some: the rows that can differ; nil for all.
  package func forEachChange(
    since other: Canvas?, inRows some: [Int]? = nil,
    _ body: (_ row: Int, _ column: Int, _ cells: Span<Cell>) -> Void
  ) {
    guard let other, other.columns == columns, other.rows == rows else {
      for row in 0..<rows {
        body(row, 0, cells.span.extracting(row * columns..<(row + 1) * columns))
      }
      return
    }
    let (mine, theirs) = (cells.span, other.cells.span)
    for row in some ?? Array(0..<rows) where row >= 0 && row < rows {
      let first = row * columns
      let end = first + columns
      var index = first
      while index < end {
        guard mine[index] != theirs[index] else {
          index += 1
          continue
        }
        var start = index
        while index < end, mine[index] != theirs[index] { index += 1 }
        while start > first, mine[start].isContinuation { start -= 1 }
        while index < end, mine[index].isContinuation { index += 1 }
        body(row, start - first, mine.extracting(start..<index))
      }
    }
  }
}
