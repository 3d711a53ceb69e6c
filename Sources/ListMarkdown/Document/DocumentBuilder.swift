/// Builds a `DocumentPiece` from the trees of its blocks.
///
/// Iterates over the nodes instead of recursing, because containers and emphasis may be nested
/// deeply.
struct DocumentBuilder {
  private(set) var piece = DocumentPiece()
  /// The elements of HTML and the containers of Markdown that are open.
  private var open: [Open] = []
  private var lineOffset = 0
  /// The first line of the piece.
  var firstLine = 1
  /// How many footnotes of the tree were seen; it has them in the order of their numbers.
  var footnotes = 0
  var inline = InlineState()
  /// The line of the page that the current text is on.
  var line = 1
  /// The line that the current block starts on.
  var startLine = 1
  /// The next table's rows belong to the previous table, whose header is already there.
  var continuesTable = false
  /// The start of the current block's runs.
  private var firstRun = 0

  /// A container that is open, and the block that ends it.
  private struct Open {
    /// The element that opened it; empty for Markdown.
    let element: HTMLElement?
    let end: DocumentBlock.Kind?
  }

  /// The style and the link of the following text.
  struct InlineState {
    var style: DocumentStyle = []
    var link: Int32 = -1
    /// How many elements of HTML are open that set each style.
    var elements: [HTMLElement] = []
    /// The start of the innermost span's text.
    var start = 0
  }

  /// Creates a builder with as many open `<details>` as the previous piece left.
  init(openDetails: Int = 0) {
    for _ in 0..<openDetails { open.append(Open(element: .details, end: .detailsEnd)) }
  }

  mutating func add(_ block: MarkdownNode, lineOffset: Int) {
    self.lineOffset = lineOffset
    if block.kind == .footnoteDefinition { footnotes += 1 }
    // Lines above the piece were added to define its footnotes.
    guard block.line + lineOffset >= firstLine else { return }
    var node = block
    while true {
      if enter(node), let child = node.firstChild {
        node = child
        continue
      }
      leave(node)
      while node != block, node.next == nil {
        guard let parent = node.parent else { return }
        node = parent
        leave(node)
      }
      guard node != block, let next = node.next else { return }
      node = next
    }
  }

  /// Returns the finished piece: everything open is closed except `<details>`, which continue in
  /// the next one.
  mutating func finish() -> DocumentPiece {
    endText(.paragraph)
    piece.openDetails = open.count { $0.element == .details }
    while let last = open.popLast() { if let end = last.end { append(end) } }
    return piece
  }
}

// MARK: - Blocks

extension DocumentBuilder {
  /// Starts a block; true if the blocks below it are to be visited.
  private mutating func enter(_ node: MarkdownNode) -> Bool {
    line = node.line + lineOffset
    startLine = line
    switch node.kind {
    case .paragraph:
      readParagraph(node)
    case .heading:
      readInlines(of: node)
      endText(.heading, number: node.headingLevel, keepsEmpty: true)
    case .code: readCode(node)
    case .html: node.withLiteral { readHTML($0) }
    case .thematicBreak: append(.thematicBreak)
    case .quote:
      start(.quoteStart, end: .quoteEnd)
      return true
    case .list:
      start(
        .listStart, end: .listEnd, number: node.isOrdered ? node.firstNumber : -1,
        isFlagged: node.isTight)
      return true
    case .item:
      start(.itemStart, end: .itemEnd)
      return true
    case .footnoteDefinition:
      start(.footnoteStart, end: .footnoteEnd, number: footnotes)
      return true
    case .table: readTable(node)
    default: break
    }
    return false
  }

  private mutating func leave(_ node: MarkdownNode) {
    switch node.kind {
    case .quote, .list, .item, .footnoteDefinition:
      // HTML that was opened inside ends with it.
      while let last = open.popLast() {
        if let end = last.end { append(end) }
        if last.element == nil { return }
      }
    default: break
    }
  }

  private mutating func readParagraph(_ node: MarkdownNode) {
    let isBadges = DocumentBuilder.isBadgeRow(node)
    readInlines(of: node, namesImages: !isBadges)
    endText(.paragraph, isFlagged: isBadges)
  }

  private mutating func readCode(_ node: MarkdownNode) {
    node.withFenceInfo { info in
      append(text: UnsafeBufferPointer(rebasing: info.prefix { $0 > 0x20 }))
    }
    endRun(evenIfEmpty: true)
    node.withLiteral { text in
      let isEnded = text.last == 0x0A
      append(text: isEnded ? UnsafeBufferPointer(rebasing: text.dropLast()) : text)
    }
    // A fence is on a line of its own.
    if node.lastLine - node.line + 1 > node.withLiteral({ $0.count { $0 == 0x0A } }) {
      startLine += 1
    }
    endText(.code, keepsEmpty: true)
  }

  private mutating func readTable(_ node: MarkdownNode) {
    let alignments = node.columnAlignments
    let goesOn = continuesTable && piece.blocks.last?.kind == .tableEnd
    continuesTable = false
    if goesOn { piece.blocks.removeLast() } else { append(.tableStart) }
    for (number, row) in node.children.enumerated() where !(goesOn && number == 0) {
      line = row.line + lineOffset
      startLine = line
      for (column, cell) in row.children.enumerated() {
        readInlines(of: cell)
        endText(
          .cell, number: column < alignments.count ? Int(alignments[column].rawValue) : 0,
          isFlagged: number == 0, keepsEmpty: true)
      }
      append(.rowEnd)
    }
    append(.tableEnd)
  }

  /// Returns whether a paragraph consists of only two or more pictures, linked or not.
  private static func isBadgeRow(_ paragraph: MarkdownNode) -> Bool {
    var pictures = 0
    for node in paragraph.children {
      switch node.kind {
      case .softBreak, .lineBreak: break
      case .image: pictures += 1
      case .link:
        guard let child = node.firstChild, child.kind == .image, child.next == nil else {
          return false
        }
        pictures += 1
      case .text:
        guard node.withLiteral({ $0.allSatisfy { $0 == 0x20 } }) else { return false }
      default: return false
      }
    }
    return pictures > 1
  }
}

// MARK: - Writing

extension DocumentBuilder {
  var isTextEmpty: Bool { piece.text.count == textStart }

  /// The start of the current block's text.
  private var textStart: Int { firstRun == 0 ? 0 : Int(piece.runs[firstRun - 1].end) }

  var lastByte: UInt8? { piece.text.count > textStart ? piece.text.last : nil }

  @inline(__always)
  mutating func append(text: UnsafeBufferPointer<UInt8>) { piece.text.append(contentsOf: text) }

  mutating func append(byte: UInt8) { piece.text.append(byte) }

  /// Ends the current run: the following text has another style or link.
  mutating func endRun(evenIfEmpty: Bool = false) {
    var start = piece.runs.last.map { Int($0.end) } ?? 0
    guard piece.text.count > start || evenIfEmpty else { return }
    if inline.link < 0, !inline.style.contains(.code) {
      addBareLinks(from: start)
      start = piece.runs.last.map { Int($0.end) } ?? 0
      guard piece.text.count > start || evenIfEmpty else { return }
    }
    piece.runs.append(
      DocumentRun(end: Int32(piece.text.count), style: inline.style, link: inline.link))
  }

  /// Makes links of bare addresses in the current run, as GitHub does.
  private mutating func addBareLinks(from start: Int) {
    var index = start
    while let address = BareLinks.firstAddress(in: piece.text, from: index) {
      if address.lowerBound > start {
        piece.runs.append(
          DocumentRun(end: Int32(address.lowerBound), style: inline.style, link: -1))
      }
      let linesAfter = piece.text[address.upperBound...].count {
        $0 == DocumentBreak.line || $0 == DocumentBreak.soft
      }
      line -= linesAfter
      let link = addLink(to: Array(piece.text[address]))
      line += linesAfter
      piece.runs.append(
        DocumentRun(
          end: Int32(address.upperBound), style: inline.style.union(.link), link: link))
      index = address.upperBound
    }
  }

  mutating func addLink(to target: some Sequence<UInt8>) -> Int32 {
    let start = Int32(piece.targets.count)
    piece.targets.append(contentsOf: target)
    piece.links.append(
      DocumentLink(
        target: ByteSpan(start: start, end: Int32(piece.targets.count)),
        line: Int32(clamping: line)))
    return Int32(piece.links.count - 1)
  }

  /// Names the position where the next block will start.
  mutating func addAnchor(_ name: String) {
    guard !name.isEmpty, name.utf8.count < 500 else { return }
    piece.anchors.append(DocumentAnchor(name: name, block: Int32(piece.blocks.count)))
  }

  /// Ends the current text block; an empty one is dropped.
  mutating func endText(
    _ kind: DocumentBlock.Kind, number: Int = 0, isFlagged: Bool = false, keepsEmpty: Bool = false
  ) {
    endRun()
    let isEmpty = piece.runs.count == firstRun
    defer { firstRun = piece.runs.count }
    guard !isEmpty || keepsEmpty else { return }
    append(kind, number: number, isFlagged: isFlagged)
  }

  mutating func append(_ kind: DocumentBlock.Kind, number: Int = 0, isFlagged: Bool = false) {
    var block = DocumentBlock(kind, line: startLine, runs: firstRun..<piece.runs.count)
    block.number = Int32(clamping: number)
    block.isFlagged = isFlagged
    piece.blocks.append(block)
    firstRun = piece.runs.count
  }

  /// Starts a container for an HTML element, or for Markdown if there is none.
  mutating func start(
    _ kind: DocumentBlock.Kind, end: DocumentBlock.Kind?, of element: HTMLElement? = nil,
    number: Int = 0, isFlagged: Bool = false
  ) {
    // Deeper than any list; further content is shown at this depth.
    let isShown = open.count < 2 * MarkdownBounds.nesting
    if isShown { append(kind, number: number, isFlagged: isFlagged) }
    open.append(Open(element: element, end: isShown ? end : nil))
  }

  /// Opens an element that starts no block of its own.
  mutating func open(_ element: HTMLElement) {
    open.append(Open(element: element, end: nil))
  }

  /// Ends an element and everything opened inside it; does nothing if it is not open in this
  /// container.
  mutating func end(_ element: HTMLElement) {
    var index = open.count
    while index > 0, let found = open[index - 1].element {
      if found == element {
        while open.count >= index, let last = open.popLast() {
          if let end = last.end { append(end) }
        }
        return
      }
      index -= 1
    }
  }

  /// Returns whether an element is open in the current container.
  func isOpen(_ element: HTMLElement) -> Bool {
    for item in open.reversed() {
      guard let found = item.element else { return false }
      if found == element { return true }
    }
    return false
  }
}
