// Detects constructs that hide line markers: HTML and code fences.
extension BlockScanner {
  /// Returns whether a fence or HTML hides the start of the line; closes them if the line ends them
  /// or leaves their item.
  mutating func isHidden(_ shape: LineShape, start: Int) -> Bool {
    switch hiding {
    case .nothing: return false
    case .run(let column):
      guard shape.indent >= column, !endsRun(at: shape, start: start) else {
        hiding = .nothing
        previous = .block
        return false
      }
      addToRun(shape.textStart, shape.end)
      return true
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

  /// Indents a tag alone on a line below an item's text, so that it continues the item as in
  /// CommonMark.
  ///
  /// cmark would end the list there and hide the following lines, up to a blank one.
  mutating func indentingLoneTag(_ shape: LineShape) -> LineShape {
    guard let column = items.last, shape.indent < column, previous != .blank,
      bytes[shape.textStart] == UInt8(ascii: "<"),
      text(shape.textStart, shape.end, { HTMLLine($0).start }) == .loneTag
    else { return shape }
    let missing = column - shape.indent
    piece.edits.append(
      MarkdownEdit(
        range: shape.textStart..<shape.textStart, text: Array(repeating: 0x20, count: missing)))
    return shape.indented(by: missing)
  }

  /// Returns whether a line begins HTML at this place.
  func startsHTML(at: Int, to end: Int) -> Bool {
    if HTMLBlock(bytes, at: at, to: end) != nil { return true }
    switch text(at, end, { HTMLLine($0).start }) {
    case .element: return true
    case .loneTag: return previous != .text || isQuoted || table != nil
    case .other: return false
    }
  }

  /// Reads a line that begins with `<`; `previous` is still the line before it.
  mutating func readHTML(at: Int, to end: Int, column: Int) {
    guard startsHTML(at: at, to: end) else {
      previous = .text
      return
    }
    startBlock()
    if let block = HTMLBlock(bytes, at: at, to: end) {
      // The text that ends a comment may be on the line that starts it.
      if !block.ends(in: bytes[at..<end].dropFirst(2)) { hiding = .html(block, column: column) }
    } else {
      hiding = .run(column: column)
      htmlRun = HTMLRun()
      runLines = []
      addToRun(at, end)
    }
  }

  private mutating func addToRun(_ start: Int, _ end: Int) {
    bytes.withUnsafeBufferPointer { htmlRun?.add(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    if htmlRun?.holdsOnlyTags == false { runLines.removeAll(keepingCapacity: true) }
    runLines.append(start)
  }

  /// Returns whether a line is Markdown directly below tags, which do not hide it; cmark then gets
  /// the tags with an end to their HTML.
  private mutating func endsRun(at shape: LineShape, start: Int) -> Bool {
    guard let run = htmlRun, let last = runLines.last else { return false }
    let next = min(shape.end + 1, bytes.count)
    let nextShape = LineShape(bytes, from: next, to: endOfLine(from: next))
    let isEnded = text(shape.textStart, shape.end) { line in
      text(nextShape.textStart, nextShape.end) { run.isEnded(by: line, next: $0) }
    }
    guard isEnded else { return false }
    if run.holdsOnlyTags || run.count == 1 {
      // Each tag line becomes a comment, which ends on its line, followed by the tag.
      for place in runLines {
        piece.edits.append(MarkdownEdit(range: place..<place, text: Array("<!---->".utf8)))
      }
    } else {
      // The last two lines become one, which makes room for a blank line.
      let lineEnd = bytes[..<last].lastIndex(of: 0x0A) ?? last
      piece.edits.append(MarkdownEdit(range: lineEnd..<lineEnd + 1, text: [0x20]))
      piece.edits.append(MarkdownEdit(range: start..<start, text: [0x0A]))
    }
    return true
  }

  func text<Result>(
    _ start: Int, _ end: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
  }
}
