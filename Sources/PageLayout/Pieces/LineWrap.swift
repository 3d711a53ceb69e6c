import ListMarkdown
import TerminalScreen

/// Finds the line breaks of a sanitised text.
///
/// A line breaks at a space, which is dropped, before or after a wide character, or within a word
/// longer than a line. One pass: no byte is read twice.
struct LineWrap {
  private let text: UnsafeBufferPointer<UInt8>
  private let columns: Int
  private let ambiguousColumns: Int
  private var start: Int
  private var index: Int
  private let end: Int
  /// The columns between `start` and `index`.
  private var column = 0
  /// Lines of the page that have ended before `start`, and before `index`.
  private var linesBeforeStart = 0
  private var lines = 0
  /// The last break opportunity: the text before it and its columns, the text after it and the
  /// columns up to it.
  private var breakOpportunity: (end: Int, width: Int, next: Int, column: Int, lines: Int)?

  /// A line: its bytes, its columns, and how many lines of the page ended before it.
  struct Line {
    let range: Range<Int>
    let width: Int
    let lines: Int
    /// Whether a space or a line end follows, which is left out.
    let endsAtSpace: Bool
  }

  init(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, columns: Int, ambiguousColumns: Int
  ) {
    self.text = text
    self.ambiguousColumns = ambiguousColumns
    self.columns = max(1, columns)
    start = range.lowerBound
    index = start
    end = range.upperBound
  }

  /// Returns the next line; nil after the last one.
  ///
  /// A text without characters has no line.
  mutating func next() -> Line? {
    skipSpaces()
    guard start < end else { return nil }
    while index < end {
      let byte = text[index]
      if byte > 0x20, byte < 0x7F {
        column += 1
        if column > columns { return cut(before: index, width: 1) }
        index += 1
      } else if byte >= 0x7F {
        let (scalar, length) = decode(at: index)
        let width = SafeBytes.columns(of: scalar, ambiguousColumns: ambiguousColumns)
        let isIdeograph = width == 2 && SafeBytes.columns(of: scalar) == 2
        if isIdeograph, index > start { breakOpportunity = (index, column, index, column, lines) }
        column += width
        if column > columns, width > 0 { return cut(before: index, width: width) }
        index += length
        if isIdeograph { breakOpportunity = (index, column, index, column, lines) }
      } else if let line = readSpace(byte) {
        return line
      }
    }
    defer { start = end }
    return line(to: end, width: column)
  }

  private mutating func readSpace(_ byte: UInt8) -> Line? {
    if byte == DocumentBreak.line || byte == DocumentBreak.element {
      let found = line(to: index, width: column)
      if byte == DocumentBreak.line { lines += 1 }
      index += 1
      begin(at: index, column: 0)
      return found
    }
    if byte == DocumentBreak.soft { lines += 1 }
    if index + 1 < end, text[index + 1] >= 0x80, SafeBytes.columns(of: decode(at: index + 1).0) == 0
    {
      // The space has a combining mark, so it counts as a visible character.
      column += 1
      if column > columns { return cut(before: index, width: 1) }
      index += 1
      return nil
    }
    breakOpportunity = (index, column, index + 1, column + 1, lines)
    column += 1
    index += 1
    return nil
  }

  /// Ends the line at the last break opportunity; without one, before the character that does not
  /// fit.
  private mutating func cut(before place: Int, width: Int) -> Line {
    if let breakOpportunity, breakOpportunity.end > start {
      let found = line(to: breakOpportunity.end, width: breakOpportunity.width)
      let rest = column - breakOpportunity.column
      linesBeforeStart = breakOpportunity.lines
      start = breakOpportunity.next
      column = rest - width
      self.breakOpportunity = nil
      if start > index { index = start }
      if start < index, text[start] == 0x20 || text[start] == DocumentBreak.soft {
        // More than one space: the next line begins after them.
        index = start
        column = 0
        lines = breakOpportunity.lines
      }
      return found
    }
    let cutAt = max(place, start + 1)
    let found = line(to: cutAt, width: cutAt == place ? column - width : column)
    index = cutAt
    begin(at: cutAt, column: 0)
    return found
  }

  private mutating func begin(at place: Int, column: Int) {
    start = place
    self.column = column
    linesBeforeStart = lines
    breakOpportunity = nil
  }

  private mutating func skipSpaces() {
    guard index == start else { return }
    while start < end, text[start] == 0x20 || text[start] == DocumentBreak.soft {
      if text[start] == DocumentBreak.soft { lines += 1 }
      start += 1
    }
    index = start
    column = 0
    linesBeforeStart = lines
    breakOpportunity = nil
  }

  private func line(to place: Int, width: Int) -> Line {
    var last = place
    while last > start, text[last - 1] == 0x20 || text[last - 1] == DocumentBreak.soft { last -= 1 }
    let endsAtSpace = last < place || (place < end && text[place] <= 0x20)
    return Line(
      range: start..<last, width: width - (place - last), lines: linesBeforeStart,
      endsAtSpace: endsAtSpace)
  }

  private func decode(at place: Int) -> (Unicode.Scalar, length: Int) {
    scalar(in: text, at: place)
  }
}

/// Returns the character that starts at a byte of valid UTF-8.
@inline(__always)
func scalar(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> (Unicode.Scalar, length: Int) {
  let first = UInt32(text[index])
  if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
  let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
  guard index + length <= text.count else { return ("\u{FFFD}", text.count - index) }
  var value = first & (0x7F >> UInt32(length))
  for offset in 1..<length { value = value << 6 | UInt32(text[index + offset]) & 0x3F }
  return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
}

/// Columns of a stretch of sanitised text; ends of lines take none.
func columns(
  of text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, ambiguousColumns: Int
) -> Int {
  var width = 0
  var index = range.lowerBound
  while index < range.upperBound {
    let byte = text[index]
    if byte < 0x7F {
      width += byte >= 0x20 || byte == DocumentBreak.soft ? 1 : 0
      index += 1
    } else {
      let (scalar, length) = scalar(in: text, at: index)
      width += SafeBytes.columns(of: scalar, ambiguousColumns: ambiguousColumns)
      index += length
    }
  }
  return width
}
