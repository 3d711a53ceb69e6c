/// Cuts Markdown into pieces of whole top-level blocks, in one pass over the bytes.
///
/// It follows the blocks only as far as it must: which item a line belongs to (by the columns
/// where the texts of the open items start), code fences and HTML, which hide blank lines and
/// markers, and tables. Where it cannot tell it assumes that a paragraph goes on. A paragraph is
/// then never longer in the library's eyes than here, and so the openers counted here bound its
/// work. Line ends must be `\n` (see `TextRepair`).
struct BlockScanner {
  private let bytes: [UInt8]
  private(set) var scanned = ScannedMarkdown()
  private var line = 0
  private var textLines = 0

  /// The piece in hand.
  private var piece = MarkdownPiece(range: 0..<0, line: 1)
  /// How long the top-level block in hand is, with lines as long as they are read.
  private var blockBytes = 0
  /// The block in hand is longer than the library may be given: the rest is passed over.
  private var isPassingOver = false

  /// The columns where the texts of the open items start.
  private var items: [Int] = []
  private var hiding = Hiding.nothing
  private var previous = Previous.blank
  private var previousLine = 0..<0
  private var paragraphStart = (offset: 0, line: 1)
  private var openers = OpenerCount()
  private var table: TableRows?
  private var cells = 0

  /// What hides the markers of lines.
  private enum Hiding {
    case nothing
    /// HTML up to the next blank line.
    case toBlank
    case fence(byte: UInt8, length: Int, column: Int)
    case html(HTMLBlock, column: Int)
  }

  /// What the line before was.
  private enum Previous { case blank, text, definition, block }

  private struct TableRows {
    let head: Range<Int>
    let columns: Int
    var count = 0
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The pieces of a text; a text that holds more than the bounds allow is cut, and told so.
  static func scan(_ bytes: [UInt8]) -> ScannedMarkdown {
    var scanner = BlockScanner(bytes)
    scanner.run()
    return scanner.scanned
  }
}

// MARK: - Lines

extension BlockScanner {
  private mutating func run() {
    var start = 0
    while start < bytes.count, textLines < MarkdownBounds.lines {
      let end = UTF8Scan.index(of: 0x0A, in: bytes, from: start) ?? bytes.count
      line += 1
      let shape = LineShape(bytes, from: start, to: end)
      if shape.isBlank {
        endParagraph()
        if case .toBlank = hiding { hiding = .nothing }
        table = nil
        previous = .blank
      } else {
        textLines += 1
        read(shape, start: start)
      }
      previousLine = start..<end
      start = min(end + 1, bytes.count)
    }
    if start < bytes.count {
      scanned.issues.add(
        line: line + 1, "more than \(MarkdownBounds.lines) lines: the rest was not read")
    }
    endParagraph()
    line += 1
    endPiece(at: start)
  }

  private mutating func read(_ shape: LineShape, start: Int) {
    var endsParagraph = false
    if isHidden(shape) {
      previous = .block
    } else {
      endsParagraph = readVisible(shape, start: start)
    }
    if shape.end - start > PageLimits.lineBytes || shape.indent > MarkdownBounds.indentation {
      piece.needsTaming = true
    }
    openers.count(bytes, from: shape.textStart, to: shape.end, syntax: &piece.syntax)
    if openers.bars > MarkdownBounds.columns { piece.needsTaming = true }
    if endsParagraph { endParagraph() }
    blockBytes += min(shape.end - start, PageLimits.lineBytes)
    if blockBytes > MarkdownBounds.blockBytes, !isPassingOver { passOver(from: start) }
  }

  /// Whether a fence or HTML hides what the line starts with; ends these where the line closes
  /// them or is no longer of their item.
  private mutating func isHidden(_ shape: LineShape) -> Bool {
    switch hiding {
    case .nothing: return false
    case .toBlank: return true
    case .fence(let byte, let length, let column):
      let text = bytes[shape.textStart..<shape.end]
      let isClosing =
        shape.indent - column < 4 && text.prefix { $0 == byte }.count >= length
        && text.drop { $0 == byte }.allSatisfy { $0 <= 0x20 }
      if isClosing || shape.indent < column { hiding = .nothing }
      return shape.indent >= column
    case .html(let block, let column):
      let text = bytes[shape.textStart..<shape.end]
      if shape.indent < column || block.ends(in: text) { hiding = .nothing }
      return shape.indent >= column
    }
  }
}

// MARK: - Blocks

extension BlockScanner {
  /// Reads a line that may start blocks; true where a paragraph cannot go on behind it.
  private mutating func readVisible(_ shape: LineShape, start: Int) -> Bool {
    let (at, end) = (shape.textStart, shape.end)
    let isText = previous == .text
    if isText, shape.indent >= items.last ?? 0, LineShape.isUnderline(bytes, at: at, to: end) {
      if items.isEmpty { scanned.headings.append(paragraphStart) }
      previous = .block
      return true
    }
    if LineShape.isThematicBreak(bytes, at: at, to: end) {
      leaveItems(before: shape.indent)
      previous = .block
      return true
    }
    let marker = ItemMarker(bytes, at: at, to: end, column: shape.indent)
    let openItems = items.count
    if !isText || marker != nil || startsBlock(at: at, to: end) { leaveItems(before: shape.indent) }
    guard shape.indent - (items.last ?? 0) < 4 else {
      if !isText { previous = .block }
      return false
    }
    if let marker, !isText || items.count < openItems || marker.interruptsParagraph {
      readItem(marker, shape: shape, start: start)
      return false
    }
    if items.isEmpty, !isText { edge(at: start) }
    return readText(at: at, to: end, start: start, column: items.last ?? 0)
  }

  private func startsBlock(at start: Int, to end: Int) -> Bool {
    switch bytes[start] {
    case UInt8(ascii: ">"), UInt8(ascii: "<"): true
    case UInt8(ascii: "#"): LineShape.headingLevel(bytes, at: start, to: end) > 0
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      LineShape.fence(bytes, at: start, to: end) != nil
    default: false
    }
  }

  private mutating func leaveItems(before column: Int) {
    while let last = items.last, last > column { items.removeLast() }
  }

  private mutating func readItem(_ first: ItemMarker, shape: LineShape, start: Int) {
    endParagraph()
    table = nil
    if items.isEmpty { edge(at: start) }
    var marker = first
    var column = shape.indent
    var depth = 0
    while depth <= MarkdownBounds.nesting {
      column += marker.width
      items.append(column)
      depth += 1
      previous = marker.textStart == shape.end ? .block : .text
      guard previous == .text,
        !LineShape.isThematicBreak(bytes, at: marker.textStart, to: shape.end),
        let next = ItemMarker(bytes, at: marker.textStart, to: shape.end, column: column)
      else { break }
      marker = next
    }
    if depth > MarkdownBounds.nesting || items.count > MarkdownBounds.nesting {
      piece.needsTaming = true
    }
    if previous == .text {
      previous = .blank
      _ = readText(at: marker.textStart, to: shape.end, start: start, column: column)
    }
  }

  /// Reads what is neither the marker of an item nor too deep to be anything but text.
  private mutating func readText(at: Int, to end: Int, start: Int, column: Int) -> Bool {
    let wasText = previous == .text
    if !wasText { paragraphStart = (start, line) }
    previous = .text
    switch bytes[at] {
    case UInt8(ascii: "#") where LineShape.headingLevel(bytes, at: at, to: end) > 0:
      if items.isEmpty {
        edge(at: start)
        scanned.headings.append((start, line))
      }
      endParagraph()
      previous = .block
      return true
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      if let (byte, length) = LineShape.fence(bytes, at: at, to: end) {
        hiding = .fence(byte: byte, length: length, column: column)
        previous = .block
      }
    case UInt8(ascii: "<"): readHTML(at: at, to: end, column: column)
    case UInt8(ascii: ">"): readQuote(at: at, to: end)
    case UInt8(ascii: "[") where !wasText && items.isEmpty:
      if scanned.definitions.add(line: bytes[at..<end]) {
        piece.needsTaming = true
        previous = .definition
        return true
      }
    case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"):
      if wasText, table == nil, LineShape.isTableDelimiter(bytes, at: at, to: end) {
        startTable(end: end)
        return false
      }
    default: break
    }
    if table != nil { readRow(start: start) }
    return false
  }

  private mutating func readHTML(at: Int, to end: Int, column: Int) {
    table = nil
    if let block = HTMLBlock(bytes, at: at, to: end) {
      previous = .block
      // The text that ends a comment may stand on the line that starts it.
      if !block.ends(in: bytes[at..<end].dropFirst(2)) { hiding = .html(block, column: column) }
    } else if at + 1 < end, bytes[at + 1] | 0x20 >= 0x61, bytes[at + 1] | 0x20 <= 0x7A {
      hiding = .toBlank
    } else if at + 1 < end, bytes[at + 1] == UInt8(ascii: "/") {
      hiding = .toBlank
    }
  }

  private mutating func readQuote(at: Int, to end: Int) {
    table = nil
    let markers = bytes[at..<end].prefix { $0 == UInt8(ascii: ">") || $0 == 0x20 }
    if markers.count > MarkdownBounds.nesting { piece.needsTaming = true }
  }
}

// MARK: - Tables

extension BlockScanner {
  private mutating func startTable(end: Int) {
    piece.syntax.insert(.table)
    guard items.isEmpty else { return }
    let head = previousLine.lowerBound..<min(end + 1, bytes.count)
    let columns = bytes[previousLine].reduce(1) { $0 + ($1 == UInt8(ascii: "|") ? 1 : 0) }
    table = TableRows(head: head, columns: min(columns, MarkdownBounds.columns))
  }

  private mutating func readRow(start: Int) {
    guard items.isEmpty, let rows = table else { return }
    cells += rows.columns
    if cells > MarkdownBounds.cells, !isPassingOver {
      passOver(from: start)
      return
    }
    table?.count += 1
    guard rows.count >= MarkdownBounds.rowsAtOnce, !isPassingOver else { return }
    endParagraph()
    endPiece(at: start)
    blockBytes = 0
    piece.tableHead = rows.head
    piece.syntax.insert(.table)
    table?.count = 1
  }
}

// MARK: - Pieces

extension BlockScanner {
  private mutating func endParagraph() {
    if openers.total > MarkdownBounds.freeOpeners { piece.needsTaming = true }
    openers.reset()
  }

  /// A top-level block starts here, so a piece may end.
  private mutating func edge(at start: Int) {
    if isPassingOver {
      isPassingOver = false
      startPiece(at: start)
    } else if start - piece.range.lowerBound >= MarkdownBounds.pieceBytes {
      endParagraph()
      endPiece(at: start)
    }
    blockBytes = 0
  }

  private mutating func endPiece(at end: Int) {
    piece.range = piece.range.lowerBound..<end
    if !piece.range.isEmpty, !isPassingOver { scanned.pieces.append(piece) }
    startPiece(at: end)
  }

  private mutating func startPiece(at start: Int) {
    piece = MarkdownPiece(range: start..<start, line: line)
  }

  private mutating func passOver(from start: Int) {
    scanned.issues.add(line: line, "the block goes on for too long: its rest was not read")
    endParagraph()
    endPiece(at: start)
    isPassingOver = true
  }
}
