extension DocumentBuilder {
  /// Reads a tag among text.
  mutating func readInlineTag(_ tag: UnsafeBufferPointer<UInt8>) {
    guard tag.count > 2, let element = HTMLElement(tag) else { return }
    let isEnd = tag[1] == UInt8(ascii: "/")
    switch element {
    case .br:
      append(byte: DocumentBreak.element)
    case .img:
      if !isEnd { append(imageOf: tag) }
    case .a: readAnchor(tag, isEnd: isEnd)
    default:
      if element.inlineStyle != nil { setStyle(of: element, isEnd: isEnd) }
    }
  }

  private mutating func setStyle(of element: HTMLElement, isEnd: Bool) {
    endRun()
    if isEnd {
      guard let index = inline.elements.lastIndex(of: element) else { return }
      inline.elements.remove(at: index)
    } else if inline.elements.count < MarkdownBounds.nesting {
      inline.elements.append(element)
    }
    guard let style = element.inlineStyle else { return }
    // Two elements may mean the same.
    if inline.elements.contains(where: { $0.inlineStyle == style }) {
      inline.style.insert(style)
    } else {
      inline.style.remove(style)
    }
  }

  private mutating func readAnchor(_ tag: UnsafeBufferPointer<UInt8>, isEnd: Bool) {
    endRun()
    guard !isEnd else {
      if inline.elements.contains(.a) {
        inline.elements.removeAll { $0 == .a }
        inline.link = -1
        inline.style.remove(.link)
      }
      return
    }
    addNames(tag, element: .a)
    guard inline.link < 0, let target = HTMLTag.attribute("href", in: tag, from: 2) else { return }
    inline.link = addLink(to: target.utf8)
    inline.style.insert(.link)
    inline.elements.append(.a)
  }

  private mutating func addNames(_ tag: UnsafeBufferPointer<UInt8>, element: HTMLElement) {
    let start = element.rawValue.utf8.count + 1
    for attribute in element == .a ? ["name", "id"] : ["id"] {
      if let name = HTMLTag.attribute(attribute, in: tag, from: start) { addAnchor(name) }
    }
  }
}

// MARK: - Blocks of HTML

extension DocumentBuilder {
  /// Reads a block of HTML; the cost grows with its length.
  mutating func readHTML(_ html: UnsafeBufferPointer<UInt8>) {
    var scanner = HTMLScanner(html)
    inline = InlineState()
    var hidden: HTMLElement?
    var preformatted = false
    while let token = scanner.next() {
      switch token {
      case .text(let text):
        if hidden == nil { append(html: text, isPreformatted: preformatted) }
        line += text.count { $0 == 0x0A }
      case .tag(let tag):
        let element = HTMLElement(tag)
        let isEnd = tag.count > 1 && tag[1] == UInt8(ascii: "/")
        if let open = hidden {
          if isEnd, element == open { hidden = nil }
        } else if let element, element.hidesText {
          if !isEnd { hidden = element }
        } else if let element, element == .pre {
          endText(preformatted ? .code : .paragraph)
          preformatted = !isEnd
          if preformatted { endRun(evenIfEmpty: true) }
        } else if let element {
          read(element, tag, isEnd: isEnd)
        }
        line += tag.count { $0 == 0x0A }
      case .comment(let text): line += text.count { $0 == 0x0A }
      }
    }
    endText(preformatted ? .code : textKind)
    if isOpen(.table) { endTable() }
    inline = InlineState()
  }

  /// The kind of block that the current text belongs to.
  private var textKind: DocumentBlock.Kind { isOpen(.summary) ? .summary : .paragraph }

  private mutating func append(html text: UnsafeBufferPointer<UInt8>, isPreformatted: Bool) {
    if isTextEmpty { startLine = line }
    let bytes = HTMLText.unescaped(text)
    if isPreformatted {
      // The line end after the tag is not part of the text.
      let isFirst = lastByte == nil
      for byte in isFirst && bytes.first == 0x0A ? bytes.dropFirst() : bytes[...] {
        append(byte: byte)
      }
      return
    }
    for byte in bytes {
      if byte > 0x20 {
        append(byte: byte)
      } else if let last = lastByte {
        if byte == 0x0A {
          append(byte: DocumentBreak.soft)
        } else if last > 0x20 {
          append(byte: 0x20)
        }
      } else if byte == 0x0A {
        startLine += 1
      }
    }
  }

  private mutating func read(
    _ element: HTMLElement, _ tag: UnsafeBufferPointer<UInt8>, isEnd: Bool
  ) {
    switch element {
    case .a, .b, .i, .em, .strong, .code, .kbd, .sub, .sup, .s, .del, .strike, .img, .br:
      if element == .br, isTextEmpty { return }
      if isTextEmpty { startLine = line }
      readInlineTag(tag)
    case .picture, .source: break
    case .table, .tr, .td, .th, .caption: readTable(element, tag, isEnd: isEnd)
    case .p, .div, .center, .dl, .h1, .h2, .h3, .h4, .h5, .h6:
      readPlain(element, tag, isEnd: isEnd)
    default: readContainer(element, tag, isEnd: isEnd)
    }
  }

  /// Reads an element that starts text on a line of its own.
  private mutating func readPlain(
    _ element: HTMLElement, _ tag: UnsafeBufferPointer<UInt8>, isEnd: Bool
  ) {
    // Cells and summaries are one text.
    if isOpen(.td) || isOpen(.th) || isOpen(.summary) {
      if !isTextEmpty { append(byte: 0x20) }
      return
    }
    if isEnd, let level = element.headingLevel {
      endText(.heading, number: level)
    } else {
      endText(textKind)
    }
    if !isEnd { addNames(tag, element: element) }
  }

  private mutating func readContainer(
    _ element: HTMLElement, _ tag: UnsafeBufferPointer<UInt8>, isEnd: Bool
  ) {
    endText(textKind)
    if !isEnd { addNames(tag, element: element) }
    startLine = line
    switch (element, isEnd) {
    case (.hr, _): append(.thematicBreak)
    case (.ul, false), (.ol, false):
      start(
        .listStart, end: .listEnd, of: element, number: element == .ol ? 1 : -1, isFlagged: true)
    case (.li, false):
      end(.li)
      // An item outside a list is a line of its own.
      if isOpen(.ul) || isOpen(.ol) { start(.itemStart, end: .itemEnd, of: .li) }
    case (.blockquote, false): start(.quoteStart, end: .quoteEnd, of: .blockquote)
    case (.details, false):
      start(
        .detailsStart, end: .detailsEnd, of: .details,
        isFlagged: HTMLTag.isOpen(tag))
    case (.summary, false): open(.summary)
    case (_, true): end(element)
    default: break
    }
  }

  private mutating func readTable(
    _ element: HTMLElement, _ tag: UnsafeBufferPointer<UInt8>, isEnd: Bool
  ) {
    switch (element, isEnd) {
    case (.table, false):
      endText(textKind)
      // A table in a cell is read as the text of that.
      if !isOpen(.table) {
        startLine = line
        start(.tableStart, end: .tableEnd, of: .table)
      }
    case (.table, true): if isOpen(.table) { endTable() }
    case (.tr, _):
      endRow()
      if !isEnd, isOpen(.table) { open(.tr) }
    case (.td, false), (.th, false):
      endCell()
      if isOpen(.tr) {
        startLine = line
        open(element)
      } else {
        endText(textKind)
      }
    case (.td, true), (.th, true): endCell()
    default: endText(textKind)
    }
  }

  private mutating func endCell() {
    let element: HTMLElement? = isOpen(.td) ? .td : isOpen(.th) ? .th : nil
    guard let element else { return }
    endText(.cell, isFlagged: element == .th, keepsEmpty: true)
    end(element)
  }

  private mutating func endRow() {
    endCell()
    guard isOpen(.tr) else {
      endText(textKind)
      return
    }
    end(.tr)
    append(.rowEnd)
  }

  private mutating func endTable() {
    endRow()
    end(.table)
  }
}
