import CCmarkGFM
import Glibc
import ListModel

/// Reads a piece's headings and the items of its lists that are one plain line each, as most entries
/// are, and leaves everything else to cmark.
///
/// The result is cmark's tree of the piece: what is left to cmark begins where nothing is open, and
/// ends where a heading closes everything; and an item begins at a marker in the first column, which
/// ends the item before it.
struct PlainBlocks {
  private let text: UnsafeBufferPointer<UInt8>
  private let end: Int
  private let headings: [Int]
  private let syntax: MarkdownPiece.Syntax
  private let memory: UnsafeMutablePointer<cmark_mem>
  private let document: MarkdownNode
  private var index: Int
  /// The line of the piece, counted from 1.
  private var line = 1
  /// How many parts may still be passed to cmark one by one, since each costs the time of several
  /// lines.
  private var partsLeft = 256

  /// Returns the tree of a piece, in the arena that the thread uses, for which see `TreeText`.
  static func tree(
    _ text: UnsafeBufferPointer<UInt8>, in piece: Range<Int>, syntax: MarkdownPiece.Syntax,
    headings: [Int], memory: UnsafeMutablePointer<cmark_mem>
  ) -> MarkdownNode? {
    guard let document = MarkdownNode.make(CMARK_NODE_DOCUMENT, line: 1) else { return nil }
    var blocks = PlainBlocks(
      text: text, end: piece.upperBound, headings: headings, syntax: syntax, memory: memory,
      document: document, index: piece.lowerBound)
    return blocks.read() ? document : nil
  }

  private init(
    text: UnsafeBufferPointer<UInt8>, end: Int, headings: [Int],
    syntax: MarkdownPiece.Syntax, memory: UnsafeMutablePointer<cmark_mem>, document: MarkdownNode,
    index: Int
  ) {
    self.text = text
    self.end = end
    self.headings = headings
    self.syntax = syntax
    self.memory = memory
    self.document = document
    self.index = index
  }

  private mutating func read() -> Bool {
    while index < end {
      let isRead: Bool
      switch text[index] {
      case 0x0A:
        (index, line) = (index + 1, line + 1)
        continue
      case UInt8(ascii: "#"): isRead = readHeading()
      case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"): isRead = readList()
      default: isRead = false
      }
      if !isRead, !readSection() { return false }
    }
    return true
  }

  /// Has cmark read everything before the next heading, or to the end.
  private mutating func readSection() -> Bool {
    let next = headings.partitioningIndex { $0 > index }
    if partsLeft > 0, next < headings.count, headings[next] < end {
      partsLeft -= 1
      if readSection(to: headings[next]) { return true }
    }
    guard let tree = parse(index..<end, line: line) else { return false }
    document.appendChildren(of: tree)
    index = end
    return true
  }

  /// Has cmark read everything before a heading; false if to cmark the line is none, as within HTML.
  ///
  /// To find that out, cmark gets the line as well.
  private mutating func readSection(to heading: Int) -> Bool {
    let headingLine = line + lines(in: index..<heading)
    let part = index..<min(endOfLine(from: heading) + 1, end)
    guard let tree = parse(part, line: line), let last = tree.removeLastChild(),
      last.kind == .heading, last.line == headingLine
    else { return false }
    document.appendChildren(of: tree)
    (index, line) = (heading, headingLine)
    return true
  }

  /// Has cmark read a part that begins at a line.
  private func parse(_ part: Range<Int>, line: Int) -> MarkdownNode? {
    let parser = MarkdownParser(syntax, memory: memory, linesBefore: line - 1)
    parser?.feed(UnsafeBufferPointer(rebasing: text[part]))
    return parser?.finish()
  }

  private func lines(in range: Range<Int>) -> Int {
    UnsafeBufferPointer(rebasing: text[range]).count { $0 == 0x0A }
  }

  private func endOfLine(from start: Int) -> Int {
    guard let base = text.baseAddress, let found = memchr(base + start, 0x0A, end - start) else {
      return end
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Returns the text from a place to the end of its line, without white space around it.
  private func trimmedLine(from first: Int, to lineEnd: Int) -> Range<Int> {
    var (start, end) = (first, lineEnd)
    while start < end, text[start] == 0x20 { start += 1 }
    while end > start, text[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }
}

// MARK: - Headings

extension PlainBlocks {
  private mutating func readHeading() -> Bool {
    let lineEnd = endOfLine(from: index)
    let level = headingLevel(at: index, to: lineEnd)
    let content = trimmedLine(from: index + level, to: lineEnd)
    // Numerals at the end may be markup.
    guard level > 0, !content.isEmpty, text[content.upperBound - 1] != UInt8(ascii: "#"),
      let heading = MarkdownNode.make(CMARK_NODE_HEADING, line: line)
    else { return false }
    heading.setHeadingLevel(level)
    var inlines = PlainInlines(text, in: content)
    guard inlines.read(into: heading) else { return false }
    document.append(heading)
    (index, line) = (min(lineEnd + 1, end), line + 1)
    return true
  }

  /// Returns 1 to 6 for a line that is a heading with a space after its `#`, and 0 for any other.
  private func headingLevel(at start: Int, to lineEnd: Int) -> Int {
    var place = start
    while place < lineEnd, text[place] == UInt8(ascii: "#") { place += 1 }
    let level = place - start
    return level <= 6 && place < lineEnd && text[place] == 0x20 ? level : 0
  }
}

// MARK: - Lists

extension PlainBlocks {
  /// The end of an item.
  private struct ItemEnd {
    /// The start of the next line that is not part of the item.
    var next: Int
    /// How many lines that is behind the first one.
    var lines: Int
    /// The item has only blank lines after its first one.
    var isOneLine = true
  }

  private mutating func readList() -> Bool {
    let bullet = text[index]
    guard startsItem(at: index, bullet), let list = MarkdownNode.make(CMARK_NODE_LIST, line: line)
    else { return false }
    list.setBullet(bullet)
    var (place, number) = (index, line)
    // The items before this place that are not in the list yet.
    var left: (start: Int, line: Int)?
    while place < end, startsItem(at: place, bullet) {
      let lineEnd = endOfLine(from: place)
      let itemEnd = endOfItem(bullet, lineEnd: lineEnd)
      if itemEnd.isOneLine, let item = item(from: place, to: lineEnd, line: number) {
        if let items = left, !append(items, to: place, of: list) { return false }
        left = nil
        list.append(item)
      } else if left == nil {
        left = (place, number)
      }
      (place, number) = (itemEnd.next, number + itemEnd.lines)
    }
    if let items = left, !append(items, to: place, of: list) { return false }
    document.append(list)
    (index, line) = (place, number)
    return true
  }

  /// Has cmark read some items of a list; false if they turn out to be something else too.
  private mutating func append(
    _ items: (start: Int, line: Int), to end: Int, of list: MarkdownNode
  ) -> Bool {
    guard partsLeft > 0 else { return false }
    partsLeft -= 1
    guard let part = parse(items.start..<end, line: items.line)?.firstChild, part.next == nil,
      part.kind == .list, part.bullet == list.bullet
    else { return false }
    list.appendChildren(of: part)
    return true
  }

  /// Returns whether a line begins with a marker; then it begins an item, or it is a rule.
  ///
  /// To cmark, vertical tabs and form feeds are no white space.
  private func startsItem(at start: Int, _ bullet: UInt8) -> Bool {
    guard text[start] == bullet, start + 1 < end else { return text[start] == bullet }
    return text[start + 1] == 0x20 || text[start + 1] == 0x09 || text[start + 1] == 0x0A
  }

  /// Finds the end of an item behind the end of its first line.
  private func endOfItem(_ bullet: UInt8, lineEnd: Int) -> ItemEnd {
    var item = ItemEnd(next: min(lineEnd + 1, end), lines: 1)
    var isBelowBlank = false
    while item.next < end {
      let start = item.next
      let isBlank = text[start] == 0x0A
      if text[start] > 0x20, isBelowBlank || endsItem(at: start, bullet) { break }
      let lineEnd = isBlank ? start : endOfLine(from: start)
      isBelowBlank = isBlank
      if !isBlank { item.isOneLine = false }
      item.next = min(lineEnd + 1, end)
      item.lines += 1
    }
    return item
  }

  /// Returns whether a line in the first column ends an item, although its text may go on there.
  private func endsItem(at start: Int, _ bullet: UInt8) -> Bool {
    switch text[start] {
    case UInt8(ascii: "*"), UInt8(ascii: "-"), UInt8(ascii: "+"): startsItem(at: start, text[start])
    case UInt8(ascii: "#"): headingLevel(at: start, to: endOfLine(from: start)) > 0
    default: false
    }
  }

  /// Returns an item that is a plain line.
  private func item(from start: Int, to lineEnd: Int, line: Int) -> MarkdownNode? {
    let content = trimmedLine(from: start + 1, to: lineEnd)
    // Five spaces or more begin code.
    guard !content.isEmpty, content.lowerBound - start <= 5, !mayStartBlock(content),
      let item = MarkdownNode.make(CMARK_NODE_ITEM, line: line),
      let paragraph = MarkdownNode.make(CMARK_NODE_PARAGRAPH, line: line)
    else { return nil }
    item.setBullet(text[start])
    var inlines = PlainInlines(text, in: content)
    guard inlines.read(into: paragraph) else { return nil }
    item.append(paragraph)
    return item
  }

  /// Returns whether a line of an item may be another block than a paragraph; what `PlainInlines`
  /// does not read is not looked for.
  private func mayStartBlock(_ content: Range<Int>) -> Bool {
    switch text[content.lowerBound] {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "|"):
      return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let rest = text[content].drop { $0.isDigit }
      return rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")")
    default: return false
    }
  }
}
