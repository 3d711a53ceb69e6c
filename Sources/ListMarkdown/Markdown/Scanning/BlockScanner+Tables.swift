// Tables, whose rows are parsed a few at a time, each time below the table's header.
extension BlockScanner {
  struct TableRows {
    let head: Range<Int>
    let columns: Int
    var count = 0
    var bytes = 0
  }

  /// Records the table syntax: a line hidden by HTML may still be a table to cmark.
  mutating func noteTable(_ shape: LineShape) {
    if text(shape.textStart, shape.end, { TableDelimiter($0) != nil }) {
      piece.syntax.insert(.table)
    }
  }

  /// Returns whether the line between the head and the rows of a table is below a head.
  mutating func startTable(at: Int, to end: Int) -> Bool {
    let head = LineShape(bytes, from: previousLine.lowerBound, to: previousLine.upperBound)
    let columns = text(head.textStart, head.end) { TableDelimiter.columns(of: $0) }
    guard let delimiter = text(at, end, { TableDelimiter($0) }) else { return false }
    piece.syntax.insert(.table)
    guard items.isEmpty, !isQuoted, delimiter.columns == columns else { return true }
    let range = previousLine.lowerBound..<min(end + 1, bytes.count)
    table = TableRows(head: range, columns: min(columns, MarkdownBounds.columns))
    return true
  }

  mutating func readRow(start: Int, at: Int, to end: Int) {
    guard let rows = table else { return }
    // Markup in one row does not extend to another.
    endParagraph(at: start)
    let cells = text(at, end) { TableDelimiter.columns(of: $0) }
    paddedCells += max(0, rows.columns - cells)
    if paddedCells > MarkdownBounds.paddedCells, passedOver == nil {
      passOver(from: start)
      return
    }
    table?.count += 1
    table?.bytes += end - start
    guard rows.count >= MarkdownBounds.rowsAtOnce || rows.bytes >= MarkdownBounds.pieceBytes,
      passedOver == nil
    else { return }
    endPiece(at: start)
    blockBytes = 0
    piece.tableHead = rows.head
    piece.continuesBlock = true
    piece.syntax.insert(.table)
    table?.count = 1
    table?.bytes = end - start
  }
}
