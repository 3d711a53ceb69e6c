extension DocumentBuilder {
  /// Reads the inline nodes below a paragraph, a heading or a cell as the current text.
  mutating func readInlines(of block: MarkdownNode, namesImages: Bool = true) {
    inline = InlineState()
    var styles: [InlineState] = []
    var node = block.firstChild
    while let current = node {
      if enter(current, &styles, namesImages: namesImages), let child = current.firstChild {
        node = child
        continue
      }
      leave(current, &styles)
      node = next(of: current, within: block, &styles)
    }
    endRun()
    inline = InlineState()
  }

  /// Returns the next sibling of a node or of an ancestor, leaving everything that ends in between.
  private mutating func next(
    of node: MarkdownNode, within block: MarkdownNode, _ styles: inout [InlineState]
  ) -> MarkdownNode? {
    var last = node
    while last.next == nil {
      guard let parent = last.parent, parent != block else { return nil }
      leave(parent, &styles)
      last = parent
    }
    return last.next
  }

  /// Reads a node; true if its children are to be visited.
  private mutating func enter(
    _ node: MarkdownNode, _ styles: inout [InlineState], namesImages: Bool
  ) -> Bool {
    switch node.kind {
    case .text:
      node.withLiteral { append(text: $0) }
    case .softBreak:
      append(byte: DocumentBreak.soft)
      line += 1
    case .lineBreak:
      append(byte: DocumentBreak.line)
      line += 1
    case .inlineCode:
      endRun()
      inline.style.insert(.code)
      node.withLiteral { append(text: $0) }
      endRun()
      inline.style.remove(.code)
    case .inlineHTML: node.withLiteral { readInlineTag($0) }
    case .footnoteReference:
      endRun()
      inline.style.insert(.raised)
      append(byte: UInt8(ascii: "["))
      node.withLiteral { append(text: $0) }
      append(byte: UInt8(ascii: "]"))
      endRun()
      inline.style.remove(.raised)
    case .emphasis, .strong, .strikethrough, .link, .image:
      endRun()
      styles.append(inline)
      inline.start = piece.text.count
      enterSpan(node, namesImages: namesImages)
      return true
    default: return true
    }
    return false
  }

  private mutating func enterSpan(_ node: MarkdownNode, namesImages: Bool) {
    switch node.kind {
    case .strong: inline.style.insert(.strong)
    case .emphasis: inline.style.insert(.emphasis)
    case .strikethrough: inline.style.insert(.struck)
    case .link:
      inline.link = node.withURL { addLink(to: $0) }
      inline.style.insert(.link)
    case .image:
      inline.style.insert(.image)
      append(image: namesImages)
      if node.firstChild == nil { node.withURL { append(fileNameOf: $0) } }
    default: break
    }
  }

  private mutating func leave(_ node: MarkdownNode, _ styles: inout [InlineState]) {
    switch node.kind {
    case .emphasis, .strong, .strikethrough, .link, .image:
      if node.kind == .image { append(byte: UInt8(ascii: "]")) }
      // A link without text is shown as its URL, so that it can be seen and followed.
      if node.kind == .link, piece.text[inline.start...].allSatisfy({ $0 <= 0x20 }) {
        node.withURL { append(text: $0) }
      }
      endRun()
      if let before = styles.popLast() {
        // An HTML element that was opened inside continues after it.
        let elements = inline.elements
        inline = before
        inline.elements = elements
      }
    default: break
    }
  }

  private mutating func append(image isNamed: Bool) {
    let opening: StaticString = isNamed ? "[image: " : "["
    append(text: UnsafeBufferPointer(start: opening.utf8Start, count: opening.utf8CodeUnitCount))
  }

  /// If a picture has no alternative text, its file name says the most.
  private mutating func append(fileNameOf url: UnsafeBufferPointer<UInt8>) {
    let path = url.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? path.startIndex
    append(text: UnsafeBufferPointer(rebasing: path[start...]))
  }

  /// Appends a picture of HTML.
  mutating func append(imageOf tag: UnsafeBufferPointer<UInt8>) {
    endRun()
    let style = inline.style
    inline.style.insert(.image)
    append(image: true)
    let words = HTMLTag.attribute("alt", in: tag, from: 1) ?? ""
    if words.isEmpty {
      var source = HTMLTag.attribute("src", in: tag, from: 1) ?? ""
      source.withUTF8 { append(fileNameOf: $0) }
    } else {
      var text = words
      text.withUTF8 { append(text: $0) }
    }
    append(byte: UInt8(ascii: "]"))
    endRun()
    inline.style = style
  }
}
