/// The content of one cell of a text, and its place in the original.
struct TextCell {
  let base: Unicode.Scalar
  /// Combining marks, as scalar values; 0 for none.
  private(set) var marks: SIMD4<UInt32> = .zero
  /// Columns: 1 or 2.
  private(set) var width: UInt8
  /// The byte of the original at which the cell begins; it ends where the next one begins.
  let source: Int

  init(base: Unicode.Scalar, width: UInt8, source: Int) {
    self.base = base
    self.width = width
    self.source = source
  }

  /// Adds a mark; excess ones are dropped.
  ///
  /// ncurses stores four in a cell (CCHARW_MAX is 5), which is more than any language puts on one
  /// character.
  mutating func add(mark: Unicode.Scalar) {
    for index in 0..<4 where marks[index] == 0 {
      marks[index] = mark.value
      return
    }
  }

  /// The cell in two columns.
  var widened: TextCell {
    var cell = self
    cell.width = 2
    return cell
  }

  /// Appends the cell as UTF-8.
  func append(to text: inout String.UnicodeScalarView) {
    text.append(base)
    for index in 0..<4 where marks[index] != 0 {
      if let mark = Unicode.Scalar(marks[index]) { text.append(mark) }
    }
  }
}
