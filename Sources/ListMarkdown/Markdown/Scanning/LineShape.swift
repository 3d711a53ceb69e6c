/// The beginning of a line, which shows the block that it starts or continues.
struct LineShape {
  /// The columns of white space before the text; a tab advances to the next multiple of four.
  let indent: Int
  /// The start of the text; the line's end for a blank line.
  let textStart: Int
  let end: Int

  /// Returns the line with more white space before its text.
  func indented(by columns: Int) -> LineShape {
    LineShape(indent: indent + columns, textStart: textStart, end: end)
  }

  private init(indent: Int, textStart: Int, end: Int) {
    self.indent = indent
    self.textStart = textStart
    self.end = end
  }

  init(_ bytes: borrowing [UInt8], from start: Int, to end: Int) {
    var column = 0
    var index = start
    while index < end {
      switch bytes[index] {
      case 0x20: column += 1
      case 0x09: column += 4 - column & 3
      case 0x0D, 0x0B, 0x0C: column += 0
      default:
        indent = column
        textStart = index
        self.end = end
        return
      }
      index += 1
    }
    indent = column
    textStart = end
    self.end = end
  }

  var isBlank: Bool { textStart == end }
}

/// The marker of a list's item.
struct ItemMarker {
  /// Items whose markers have the same character of `-*+.)` belong to one list.
  let mark: UInt8
  /// From the marker's first column to that of the item's text.
  let width: Int
  /// The start of the item's text.
  let textStart: Int
  /// It starts an item right after the text of a paragraph, which an empty item and an ordered
  /// one that does not start at 1 cannot.
  let interruptsParagraph: Bool

  /// Parses `-`, `*`, `+`, `1.` or `1)` followed by white space or nothing; the marker's `column`
  /// determines the width of a tab.
  init?(_ bytes: borrowing [UInt8], at start: Int, to end: Int, column: Int) {
    var index = start
    var startsAtOne = true
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): index += 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while index < end, index - start < 9, bytes[index].isDigit {
        index += 1
      }
      guard index < end, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ")")
      else { return nil }
      startsAtOne = index - start == 1 && bytes[start] == UInt8(ascii: "1")
      index += 1
    default: return nil
    }
    guard index == end || bytes[index] == 0x20 || bytes[index] == 0x09 else { return nil }
    let markerEnd = index
    mark = bytes[index - 1]
    var columns = 0
    while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 {
      let place = column + markerEnd - start + columns
      columns += bytes[index] == 0x20 ? 1 : 4 - place & 3
      index += 1
    }
    let isEmpty = index == end
    // Five columns or more count as one, with code after it.
    width = markerEnd - start + (isEmpty || columns > 4 ? 1 : columns)
    textStart = index
    interruptsParagraph = startsAtOne && !isEmpty
  }
}

extension LineShape {
  /// Three or more of one of `*`, `-`, `_`, with only white space between.
  static func isThematicBreak(_ bytes: [UInt8], at start: Int, to end: Int) -> Bool {
    let byte = bytes[start]
    guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") else {
      return false
    }
    var count = 0
    for index in start..<end {
      if bytes[index] == byte { count += 1 } else if bytes[index] > 0x20 { return false }
    }
    return count >= 3
  }

  /// 1 to 6 for `# …` to `###### …`; 0 for anything else.
  static func headingLevel(_ bytes: [UInt8], at start: Int, to end: Int) -> Int {
    var index = start
    while index < end, index - start < 7, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let level = index - start
    guard level <= 6, index == end || bytes[index] == 0x20 || bytes[index] == 0x09 else { return 0 }
    return level
  }

  /// Returns the byte and the length of a code fence, three or more of `` ` `` or `~`.
  static func fence(_ bytes: [UInt8], at start: Int, to end: Int) -> (byte: UInt8, length: Int)? {
    let byte = bytes[start]
    guard byte == UInt8(ascii: "`") || byte == UInt8(ascii: "~") else { return nil }
    var index = start
    while index < end, bytes[index] == byte { index += 1 }
    guard index - start >= 3,
      byte == UInt8(ascii: "~") || !bytes[index..<end].contains(UInt8(ascii: "`"))
    else { return nil }
    return (byte, index - start)
  }

  /// Nothing but dashes or equal signs: the line below the text of a setext heading.
  static func isUnderline(_ bytes: [UInt8], at start: Int, to end: Int) -> Bool {
    let byte = bytes[start]
    guard byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-") else { return false }
    var index = start
    while index < end, bytes[index] == byte { index += 1 }
    while index < end, bytes[index] <= 0x20 { index += 1 }
    return index == end
  }
}
