/// The text of a tree.
enum TreeText {
  /// Parts that are put together for cmark.
  case parts([ArraySlice<UInt8>])
  /// A range of a text without definitions of links and footnotes, which is read for its entries:
  /// nodes may lack what only their display needs.
  ///
  /// `headings` are the starts of the top-level headings of the text that begin with `#`, in
  /// ascending order.
  case plain([UInt8], Range<Int>, headings: [Int])
}

/// Parses a piece of Markdown.
///
/// It must have passed `BlockScanner` first: cmark takes quadratic time on some inputs and cannot be
/// stopped.
enum MarkdownTree {
  /// Lets `body` walk the tree of a text, which is only valid during the call.
  static func parse(
    _ text: TreeText, syntax: MarkdownPiece.Syntax, in memory: TreeMemory,
    _ body: (MarkdownNode) -> Void
  ) {
    switch text {
    case .parts(let parts):
      memory.use { allocators in
        guard let parser = MarkdownParser(syntax, memory: allocators) else { return }
        for part in parts { part.withUnsafeBufferPointer { parser.feed($0) } }
        if let document = parser.finish() { body(document) }
      }
    case .plain(let bytes, let range, let headings):
      bytes.withUnsafeBufferPointer { text in
        memory.use { allocators in
          let document = PlainBlocks.tree(
            text, in: range, syntax: syntax, headings: headings, memory: allocators)
          if let document { body(document) }
        }
      }
    }
  }
}
