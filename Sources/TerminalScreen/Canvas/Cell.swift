/// One cell of the screen: a base character, up to four combining marks, and a style.
///
/// A character of two columns fills two cells; the right one is its `continuation`.
package struct Cell: Hashable, Sendable {
  /// The combining marks, as scalar values; 0 for none.
  ///
  /// They are inline, so that a canvas of any size is one allocation and cells compare quickly; and
  /// first, since padding after smaller fields would make a cell half as large again.
  var marks: SIMD4<UInt32>
  /// The base character of a cell of width 1 or 2, before its marks.
  package internal(set) var base: Unicode.Scalar
  package internal(set) var style: Style
  /// The columns: 1, 2, or 0 for the right half of a wide character.
  package internal(set) var width: UInt8

  /// Creates a blank cell.
  package init(style: Style = .plain) {
    self.init(base: " ", style: style, width: 1)
  }

  init(base: Unicode.Scalar, marks: SIMD4<UInt32> = .zero, style: Style, width: UInt8) {
    self.base = base
    self.marks = marks
    self.style = style
    self.width = width
  }

  /// Whether the cell is the right half of a character of two columns.
  package var isContinuation: Bool { width == 0 }

  /// Whether the cell has no combining marks.
  package var hasMarks: Bool { marks != .zero }

  /// Passes each of the cell's characters to `body`, the base first; none for a continuation.
  package func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    guard !isContinuation else { return }
    body(base)
    for index in 0..<4 where marks[index] != 0 {
      if let mark = Unicode.Scalar(marks[index]) { body(mark) }
    }
  }
}
