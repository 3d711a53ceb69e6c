/// Reads the blocks below an entry: paragraphs, quotes, code, tables, lists of details.
enum BlockText {
  /// Adds the paragraphs of a block to an entry's description.
  static func add(_ block: MarkdownNode, to text: inout EntryText) {
    for paragraph in collect(block) { text.addParagraph(paragraph) }
  }

  /// One text for each paragraph, row of a table or line of code of a block.
  static func collect(_ block: MarkdownNode) -> [InlineText] {
    var found: [InlineText] = []
    var node: MarkdownNode? = block
    while let current = node {
      switch current.kind {
      case .list, .item, .quote, .table:
        node = current.following(within: block)
        continue
      case .paragraph, .heading:
        let text = InlineCollector.collect(current)
        if !text.isEmpty { found.append(text) }
      case .code: found += current.withLiteral { codeLines($0) }
      case .tableRow: found.append(row(current))
      default: break
      }
      node = current.followingBeside(within: block)
    }
    return found
  }

  private static func codeLines(_ code: UnsafeBufferPointer<UInt8>) -> [InlineText] {
    code.split(separator: UInt8(ascii: "\n")).map { InlineText(text: Array($0)) }
  }

  private static func row(_ row: MarkdownNode) -> InlineText {
    var joined = InlineText()
    for cell in row.children {
      let text = InlineCollector.collect(cell)
      if !joined.text.isEmpty, !text.text.isEmpty { joined.text += Array(" | ".utf8) }
      joined.append(text)
    }
    return joined
  }
}
