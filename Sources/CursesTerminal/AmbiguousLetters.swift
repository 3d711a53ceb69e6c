internal import TerminalScreen

/// Writes letters that the terminal may or may not draw in two columns.
///
/// ncurses takes them to have one column, as the C library does, and everything after them in the
/// row would be misplaced. So ncurses is given a blank of two columns in their place, and after
/// each frame they are written over it, every one with its own position. In a terminal that draws
/// them in one column after all, a blank follows them, and nothing is out of step either.
///
/// ncurses may write over any cell of a row that it changes, so all of them in such a row are
/// written again.
enum AmbiguousLetters {
  /// The placeholder that ncurses writes for such a letter: the ideographic space, which takes two
  /// columns in every terminal.
  static let placeholder: Unicode.Scalar = "\u{3000}"

  /// Returns whether a cell is passed to ncurses as the placeholder.
  static func isOne(_ cell: Cell, of canvas: Canvas) -> Bool {
    canvas.ambiguousColumns == 2 && cell.width == 2
      && (cell.base == placeholder || AmbiguousWidth.isWide(cell.base))
  }

  /// Returns the bytes that write the letters of some rows; empty if there are none.
  ///
  /// - Parameter style: the sequence of a style.
  static func bytes(
    for canvas: Canvas, rows: Set<Int>, style: (Style) -> [UInt8]
  ) -> [UInt8] {
    guard canvas.ambiguousColumns == 2 else { return [] }
    var bytes: [UInt8] = []
    var last: Style?
    for row in rows.sorted() {
      for column in 0..<canvas.columns {
        let cell = canvas[row, column]
        guard isOne(cell, of: canvas) else { continue }
        bytes += Array("\u{1B}[\(row + 1);\(column + 1)H".utf8)
        if cell.style != last { bytes += style(cell.style) }
        last = cell.style
        cell.forEachScalar { bytes += Array(String(Character($0)).utf8) }
      }
    }
    return bytes.isEmpty ? [] : Array("\u{1B}7".utf8) + bytes + Array("\u{1B}[m\u{1B}8".utf8)
  }
}
