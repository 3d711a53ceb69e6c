// Block quotes, followed just enough to know whether a line below belongs to them.
extension BlockScanner {
  /// The block that a quote ends with so far.
  enum QuotedBlock {
    /// None: a heading, a rule or a blank line was the last.
    case nothing
    /// A paragraph, which a line without the quote's marker continues; not certain where only the
    /// items of the quote, which are not followed, would tell it from another block.
    case paragraph(isCertain: Bool, isOfItem: Bool)
    case table
    /// HTML up to the next blank line.
    case html
    case fence(byte: UInt8, length: Int)
  }

  /// Leaves a quote whose last block cannot be continued by a line without its marker.
  mutating func leaveQuote(before shape: LineShape) {
    guard isQuoted, bytes[shape.textStart] != UInt8(ascii: ">") else { return }
    if case .paragraph = quoted { return }
    isQuoted = false
    previous = .block
  }

  /// Returns whether even an item that cannot interrupt a paragraph starts below the previous line:
  /// the paragraph of a quote and a table are not open at the place of such an item.
  var allowsAnyItem: Bool {
    if table != nil { return true }
    guard isQuoted, case .paragraph(isCertain: true, _) = quoted else { return false }
    return true
  }

  mutating func readQuote(at: Int, to end: Int) {
    let open = isQuoted ? quoted : .nothing
    table = nil
    isQuoted = true
    if items.isEmpty { listMark = nil }
    let markers = bytes[at..<end].prefix { $0 == UInt8(ascii: ">") || $0 == 0x20 }
    if markers.count > MarkdownBounds.nesting { needsLimiting = true }
    quoted = block(after: open, at: markers.endIndex, to: end)
  }

  /// Returns the block that a line of a quote is part of, after one that is open.
  private mutating func block(after open: QuotedBlock, at: Int, to end: Int) -> QuotedBlock {
    let isBlank = at == end || LineShape(bytes, from: at, to: end).isBlank
    switch open {
    case .fence(let byte, let length):
      guard let fence = isBlank ? nil : LineShape.fence(bytes, at: at, to: end) else { return open }
      return fence.byte == byte && fence.length >= length ? .nothing : open
    case .html: return isBlank ? .nothing : open
    case .nothing, .paragraph, .table: break
    }
    if isBlank || LineShape.headingLevel(bytes, at: at, to: end) > 0
      || LineShape.isThematicBreak(bytes, at: at, to: end)
    {
      return .nothing
    }
    if let (byte, length) = LineShape.fence(bytes, at: at, to: end) {
      return .fence(byte: byte, length: length)
    }
    if bytes[at] == UInt8(ascii: "<"), let html = html(after: open, at: at, to: end) {
      return html
    }
    return startsTable(after: open, at: at, to: end) ? .table : text(after: open, at: at, to: end)
  }

  private func html(after open: QuotedBlock, at: Int, to end: Int) -> QuotedBlock? {
    if let block = HTMLBlock(bytes, at: at, to: end) {
      return block.ends(in: bytes[at..<end].dropFirst(2)) ? .nothing : .html
    }
    switch text(at, end, { HTMLLine($0).start }) {
    case .element: return .html
    case .loneTag: if case .paragraph = open { return nil } else { return .html }
    case .other: return nil
    }
  }

  /// Returns whether a line is that between the head of a table, the line before, and its rows.
  private mutating func startsTable(after open: QuotedBlock, at: Int, to end: Int) -> Bool {
    guard let delimiter = text(at, end, { TableDelimiter($0) }) else { return false }
    piece.syntax.insert(.table)
    // A row may continue the text of an item that it is not in.
    guard case .paragraph(_, isOfItem: false) = open else { return false }
    let head = bytes[previousLine].drop { $0 == UInt8(ascii: ">") || $0 <= 0x20 }
    return delimiter.columns
      == text(head.startIndex, head.endIndex) { TableDelimiter.columns(of: $0) }
  }

  private func text(after open: QuotedBlock, at: Int, to end: Int) -> QuotedBlock {
    var isOfItem = ItemMarker(bytes, at: at, to: end, column: 0) != nil
    if case .table = open, !isOfItem { return .table }
    if case .paragraph(_, isOfItem: true) = open { isOfItem = true }
    return .paragraph(
      isCertain: isCertainlyText(after: open, at: at, to: end), isOfItem: isOfItem)
  }

  /// Returns whether a line is text of a paragraph whatever items of the quote are open.
  private func isCertainlyText(after open: QuotedBlock, at: Int, to end: Int) -> Bool {
    if case .paragraph(isCertain: false, _) = open { return false }
    // Five spaces after the marker may begin code.
    guard !bytes[..<at].suffix(5).allSatisfy({ $0 == 0x20 }) else { return false }
    var start = at
    while let marker = ItemMarker(bytes, at: start, to: end, column: 0) {
      guard marker.textStart < end, marker.textStart - start == marker.width else { return false }
      start = marker.textStart
    }
    // Not text: white space, what starts another block, and the line below a heading's text.
    return bytes[start] > 0x20 && !"#<>`~=-".utf8.contains(bytes[start])
      && !LineShape.isThematicBreak(bytes, at: start, to: end)
  }
}
