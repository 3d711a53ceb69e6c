/// Splits Markdown into pieces of whole top-level blocks, in one pass over the bytes.
///
/// It tracks blocks only as far as necessary: which item a line belongs to (by the columns of the
/// open items' texts), code fences and HTML, which hide blank lines and markers, and tables. If in
/// doubt it assumes that a paragraph continues. cmark's paragraphs are then never longer than those
/// found here, so the openers counted here bound its work. Line ends must be `\n` (see
/// `TextRepair`).
struct BlockScanner {
  let bytes: [UInt8]
  /// Pieces end at the first block boundary after this many bytes.
  let pieceBytes: Int
  var scanned = ScannedMarkdown()
  var line = 0
  private var textLines = 0

  /// The current piece.
  var piece = MarkdownPiece(range: 0..<0, line: 1)
  /// The length of the current top-level block, with lines up to the limit.
  var blockBytes = 0
  /// The start of the rest of an oversized block, which is not parsed.
  var passedOver: (offset: Int, line: Int)?
  /// The marker of the current top-level list; nil within any other block.
  var listMark: UInt8?

  /// The columns of the open items' texts.
  var items: [Int] = []
  var hiding = Hiding.nothing
  var htmlRun: HTMLRun?
  /// The text starts of the run's lines; only of the last one unless all are tags.
  var runLines: [Int] = []
  var previous = Previous.blank
  var previousLine = 0..<0
  /// The current paragraph continues after the marker of a quote.
  var isQuoted = false
  var quoted = QuotedBlock.nothing
  private var paragraphStart = (offset: 0, line: 1)
  /// The starts of the lines whose openers were counted; nil before the first one.
  private var countedFrom: (offset: Int, line: Int)?
  var needsLimiting = false
  var table: TableRows?
  var paddedCells = 0

  /// The construct that hides line markers.
  enum Hiding {
    case nothing
    case fence(byte: UInt8, length: Int, column: Int)
    case html(HTMLBlock, column: Int)
    /// HTML up to the next blank line; its lines are in `htmlRun`.
    case run(column: Int)
  }

  /// The kind of the previous line.
  enum Previous { case blank, text, definition, block }

  private init(_ bytes: [UInt8], pieceBytes: Int) {
    self.bytes = bytes
    self.pieceBytes = pieceBytes
  }

  /// Returns the pieces of a text; one that exceeds the bounds is cut, which is an issue.
  static func scan(
    _ bytes: [UInt8], pieceBytes: Int = MarkdownBounds.pieceBytes
  ) -> ScannedMarkdown {
    var scanner = BlockScanner(bytes, pieceBytes: pieceBytes)
    scanner.run()
    return scanner.scanned
  }
}

// MARK: - Lines

extension BlockScanner {
  private mutating func run() {
    var start = 0
    while start < bytes.count, textLines < MarkdownBounds.lines {
      let end = endOfLine(from: start)
      line += 1
      let shape = LineShape(bytes, from: start, to: end)
      if shape.isBlank {
        endParagraph(at: start)
        if case .run = hiding { hiding = .nothing }
        table = nil
        isQuoted = false
        previous = .blank
      } else {
        textLines += 1
        read(shape, start: start)
      }
      previousLine = start..<end
      start = min(end + 1, bytes.count)
    }
    line += 1
    if start < bytes.count {
      scanned.issues.add(
        line: line, "more than \(MarkdownBounds.lines) lines: the rest was not read")
      scanned.unread.append((start..<bytes.count, line))
    }
    endParagraph(at: start)
    endPassingOver(at: start)
    endPiece(at: start)
  }

  func endOfLine(from start: Int) -> Int {
    UTF8Scan.index(of: 0x0A, in: bytes, from: start) ?? bytes.count
  }

  private mutating func read(_ line: LineShape, start: Int) {
    let shape = indentingLoneTag(line)
    var endsParagraph = false
    if isHidden(shape, start: start) {
      previous = .block
      noteTable(shape)
    } else {
      endsParagraph = readVisible(shape, start: start)
    }
    if countedFrom == nil { countedFrom = (start, self.line) }
    if shape.end - start > PageLimits.lineBytes || shape.indent > MarkdownBounds.indentation {
      needsLimiting = true
    }
    blockBytes += min(shape.end - start, PageLimits.lineBytes)
    // Before the paragraph ends, which would otherwise go beyond the last piece that is read.
    if blockBytes > MarkdownBounds.blockBytes, passedOver == nil { passOver(from: start) }
    if endsParagraph { endParagraph(at: min(shape.end + 1, bytes.count)) }
  }

  /// Ends the lines whose openers count together.
  mutating func endParagraph(at end: Int) {
    if let first = countedFrom,
      needsLimiting || OpenerCount.exceedsBounds(bytes, in: first.offset..<end)
    {
      piece.unlimited.append(UnlimitedParagraph(range: first.offset..<end, line: first.line))
    }
    countedFrom = nil
    needsLimiting = false
  }
}

// MARK: - Blocks

extension BlockScanner {
  /// Reads a line that may start blocks; true if no paragraph can continue after it.
  private mutating func readVisible(_ shape: LineShape, start: Int) -> Bool {
    let (at, end) = (shape.textStart, shape.end)
    leaveQuote(before: shape)
    let isText = previous == .text
    if isText, table == nil, shape.indent - (items.last { $0 <= shape.indent } ?? 0) >= 4 {
      // Too deep for anything but the current paragraph.
      return false
    }
    if isText, !isQuoted, table == nil, shape.indent >= items.last ?? 0,
      LineShape.isUnderline(bytes, at: at, to: end)
    {
      if items.isEmpty { scanned.headings.append(paragraphStart) }
      previous = .block
      return true
    }
    if LineShape.isThematicBreak(bytes, at: at, to: end) {
      leaveItems(before: shape.indent)
      startBlock()
      return true
    }
    if previous == .definition, LinkDefinitions.isTitle(bytes[at..<end]) {
      piece.edits.append(MarkdownEdit(range: at..<end, text: []))
      return true
    }
    let marker = ItemMarker(bytes, at: at, to: end, column: shape.indent)
    let openItems = items.count
    if !isText || marker != nil || startsBlock(shape) { leaveItems(before: shape.indent) }
    guard shape.indent - (items.last ?? 0) < 4 else {
      previous = .block
      if items.isEmpty { listMark = nil }
      table = nil
      return false
    }
    if let marker, !isText || allowsAnyItem || items.count < openItems || marker.interruptsParagraph
    {
      readItem(marker, shape: shape, start: start)
      return false
    }
    if items.isEmpty, !isText { edge(at: start) }
    return readText(at: at, to: end, start: start, column: items.last ?? 0)
  }

  private func startsBlock(_ shape: LineShape) -> Bool {
    let (start, end) = (shape.textStart, shape.end)
    switch bytes[start] {
    case UInt8(ascii: ">"): return true
    case UInt8(ascii: "<"): return startsHTML(at: start, to: end)
    case UInt8(ascii: "#"): return LineShape.headingLevel(bytes, at: start, to: end) > 0
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      return LineShape.fence(bytes, at: start, to: end) != nil
    default: return false
    }
  }

  private mutating func leaveItems(before column: Int) {
    while let last = items.last, last > column { items.removeLast() }
  }

  private mutating func readItem(_ first: ItemMarker, shape: LineShape, start: Int) {
    endParagraph(at: start)
    table = nil
    isQuoted = false
    if items.isEmpty {
      edge(at: start, continuesBlock: listMark == first.mark)
      listMark = first.mark
    }
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
      needsLimiting = true
    }
    if previous == .text {
      previous = .blank
      _ = readText(at: marker.textStart, to: shape.end, start: start, column: column)
    }
  }

  /// Reads a line that is not an item and not too deep for other blocks.
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
      endParagraph(at: start)
      table = nil
      isQuoted = false
      previous = .block
      return true
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      if let (byte, length) = LineShape.fence(bytes, at: at, to: end) {
        hiding = .fence(byte: byte, length: length, column: column)
        startBlock()
      }
    case UInt8(ascii: "<"):
      if wasText { previous = .text } else { previous = .blank }
      readHTML(at: at, to: end, column: column)
    case UInt8(ascii: ">"): readQuote(at: at, to: end)
    case UInt8(ascii: "[") where !wasText:
      if readDefinition(at: at, to: end) { return true }
    case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"):
      if wasText, table == nil, startTable(at: at, to: end) { return false }
    default: break
    }
    if table != nil { readRow(start: start, at: at, to: end) }
    return false
  }

  /// A block that is neither a paragraph nor a list starts.
  mutating func startBlock() {
    table = nil
    isQuoted = false
    previous = .block
    if items.isEmpty { listMark = nil }
  }

  /// Removes a line that defines a link from the text: it is added to the pieces that refer to it.
  private mutating func readDefinition(at: Int, to end: Int) -> Bool {
    // Most such lines begin with a link; the byte after its text shows that.
    guard text(at, end, LinkDefinitions.mayDefine) else { return false }
    var isCut = false
    guard scanned.definitions.add(line: bytes[at..<end], isCut: &isCut) else { return false }
    if isCut { scanned.issues.add(line: line, "too many links are defined: this one was not read") }
    // Something else has to take its place, which ends a list as the definition does.
    piece.edits.append(MarkdownEdit(range: at..<end, text: Array("<!---->".utf8)))
    previous = .definition
    return true
  }
}
