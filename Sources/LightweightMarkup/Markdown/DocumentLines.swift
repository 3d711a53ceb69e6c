/// The lines of a document, with the indentation of each.
struct DocumentLines {
  struct Line {
    /// Without the line's end and white space at its end.
    let range: Range<Int>
    /// Where its text starts; the end for a blank line.
    let start: Int
    /// The columns of white space before the text; a tab advances to the next multiple of eight.
    let indent: Int

    var isBlank: Bool { start == range.upperBound }
  }

  /// Lines after these are not read; the limit is that of Markdown.
  static let most = 500_000

  let bytes: [UInt8]
  private(set) var lines: [Line] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    while start < bytes.count, lines.count < DocumentLines.most {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      lines.append(line(from: start, to: end))
      start = end + 1
    }
  }

  var count: Int { lines.count }

  /// A line by its number, counted from 0; an empty one after the last.
  subscript(number: Int) -> Line {
    lines.indices.contains(number)
      ? lines[number] : Line(range: bytes.count..<bytes.count, start: bytes.count, indent: 0)
  }

  /// Returns the text of a line, without white space around.
  func text(_ number: Int) -> ArraySlice<UInt8> {
    let line = self[number]
    return bytes[line.start..<line.range.upperBound]
  }

  private func line(from start: Int, to end: Int) -> Line {
    var (textStart, textEnd, column) = (start, end, 0)
    while textEnd > start, bytes[textEnd - 1] <= 0x20 { textEnd -= 1 }
    while textStart < textEnd, bytes[textStart] <= 0x20 {
      column = bytes[textStart] == 0x09 ? column / 8 * 8 + 8 : column + 1
      textStart += 1
    }
    return Line(range: start..<max(start, textEnd), start: textStart, indent: column)
  }
}
