extension Canvas {
  /// Scrolls a rectangle up by a number of rows, or down if it is negative; the exposed rows are blank.
  package mutating func scroll(_ rect: Rect, by count: Int) {
    let area = rect.intersection(bounds)
    guard count != 0, area.columns > 0 else { return }
    guard abs(count) < area.rows else { return clear(area) }
    let moving = links.filter { area.contains($0) }
    let targets = max(area.row, area.row - count)..<min(area.endRow, area.endRow - count)
    for row in count > 0 ? Array(targets) : targets.reversed() {
      copyCells(ofRow: row + count, to: row, columns: area.column..<area.endColumn)
    }
    let free = count > 0 ? targets.upperBound..<area.endRow : area.row..<targets.lowerBound
    clear(Rect(row: free.lowerBound, column: area.column, rows: free.count, columns: area.columns))
    links.removeAll { area.contains($0) }
    for link in moving where targets.contains(link.row - count) {
      self.link(row: link.row - count, columns: link.columns, to: link.url)
    }
  }
}

extension Rect {
  fileprivate func contains(_ link: Hyperlink) -> Bool {
    (row..<endRow).contains(link.row) && (column..<endColumn).overlaps(link.columns)
  }
}
