/// Cells of one row that the terminal shows as a link to a URL, if it can.
package struct Hyperlink: Hashable, Sendable {
  package let row: Int
  package let columns: Range<Int>
  package let url: String

  /// Terminals ignore longer ones.
  private static let longest = 2_083

  /// Takes a URL that was checked elsewhere; nil for one with a byte that could end the sequence it is
  /// sent in, or that is too long.
  package init?(row: Int, columns: Range<Int>, url: String) {
    let isPlain = url.utf8.allSatisfy { (0x21..<0x7F).contains($0) }
    guard isPlain, (1...Self.longest).contains(url.utf8.count), !columns.isEmpty else { return nil }
    self.row = row
    self.columns = columns
    self.url = url
  }
}

extension Canvas {
  /// Turns cells of a row into a link to a URL.
  package mutating func link(row: Int, columns: Range<Int>, to url: String) {
    let columns = columns.clamped(to: 0..<self.columns)
    guard (0..<rows).contains(row), let link = Hyperlink(row: row, columns: columns, url: url)
    else { return }
    links.append(link)
  }

  /// Blank cells are excluded, and so are truncated links.
  mutating func unlink(_ rect: Rect) {
    guard !links.isEmpty else { return }
    let (rows, columns) = (rect.row..<rect.endRow, rect.column..<rect.endColumn)
    links.removeAll { rows.contains($0.row) && columns.overlaps($0.columns) }
  }
}
