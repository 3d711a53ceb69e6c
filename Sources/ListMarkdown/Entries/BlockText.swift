/// The text of blocks below an entry: paragraphs, quotes, code, tables, lists of details.
enum BlockText {
  /// One text for each paragraph, row of a table or line of code below a block.
  static func collect(_ node: MarkdownNode, depth: Int = 0) -> [InlineText] {
    guard depth < 64 else { return [] }
    switch node.kind {
    case .paragraph, .heading: return [InlineCollector.collect(node)].filter { !$0.isEmpty }
    case .code: return node.withLiteral { codeLines($0) }
    case .tableRow: return [row(node)]
    case .list, .item, .quote, .table:
      return node.children.flatMap { collect($0, depth: depth + 1) }
    default: return []
    }
  }

  private static func codeLines(_ code: UnsafeBufferPointer<UInt8>) -> [InlineText] {
    code.split(separator: UInt8(ascii: "\n")).map { InlineText(text: Array($0)) }
  }

  private static func row(_ row: MarkdownNode) -> InlineText {
    var joined = InlineText()
    for cell in row.children {
      let text = InlineCollector.collect(cell)
      if !joined.text.isEmpty, !text.text.isEmpty { joined.text += Array(" | ".utf8) }
      let shifted = text.shifted(behind: joined.text)
      joined.text = shifted.text
      joined.links += shifted.links
    }
    return joined
  }
}
