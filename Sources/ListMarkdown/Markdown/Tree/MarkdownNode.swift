import CCmarkGFM

/// A node of a `MarkdownTree`; valid only while the tree is walked.
struct MarkdownNode: Equatable {
  /// The kinds of node that matter to a reader of lists.
  enum Kind {
    case paragraph, heading, list, item, quote, code, html, thematicBreak, table, tableRow
    case tableCell, footnoteDefinition
    case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, strikethrough
    case link, image, footnoteReference, other
  }

  let pointer: UnsafeMutablePointer<cmark_node>

  private init?(_ pointer: UnsafeMutablePointer<cmark_node>?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  init(_ pointer: UnsafeMutablePointer<cmark_node>) {
    self.pointer = pointer
  }

  /// The line that the node starts on, counted from 1; the library has it for blocks only.
  var line: Int {
    let line = Int(cmark_node_get_start_line(pointer))
    // cmark sets no line for a paragraph directly above a table's header; the table has it instead.
    return line > 0 ? line : next.map { Int(cmark_node_get_start_line($0.pointer)) } ?? 0
  }

  /// The line of the row that is the head of a table.
  var headLine: Int { (next?.line ?? (parent?.lastLine ?? 1) + 1) - 2 }

  /// The line that the node ends on.
  var lastLine: Int { Int(cmark_node_get_end_line(pointer)) }

  /// 1 to 6 for a heading.
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// The items of a list are numbered.
  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }

  var firstChild: MarkdownNode? { MarkdownNode(pointer.pointee.first_child) }

  var next: MarkdownNode? { MarkdownNode(pointer.pointee.next) }

  var parent: MarkdownNode? { MarkdownNode(pointer.pointee.parent) }

  var children: Children { Children(node: firstChild) }

  /// Returns the text of a text, code or HTML node, in place.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch nodeType {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE, CMARK_NODE_HTML_BLOCK,
      CMARK_NODE_FOOTNOTE_REFERENCE, CMARK_NODE_FOOTNOTE_DEFINITION:
      MarkdownNode.withBytes(pointer.pointee.as.literal, body)
    case CMARK_NODE_CODE_BLOCK: MarkdownNode.withBytes(pointer.pointee.as.code.literal, body)
    default: body(UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  /// Calls `body` with the target of a link or an image, unescaped, in place.
  func withURL<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    switch nodeType {
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      MarkdownNode.withBytes(pointer.pointee.as.link.url, body)
    default: body(UnsafeBufferPointer(start: nil, count: 0))
    }
  }

  // Inlined, so that where only some kinds matter only those are compared.
  @inline(__always)
  var kind: Kind {
    switch nodeType {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_CODE: .inlineCode
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_HTML_INLINE: .inlineHTML
    case CMARK_NODE_HTML_BLOCK: .html
    case CMARK_NODE_CODE_BLOCK: .code
    case CMARK_NODE_BLOCK_QUOTE: .quote
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    default: extensionKind
    }
  }
}

extension MarkdownNode {
  /// Returns the next node in text order inside a block; children come first.
  func following(within block: MarkdownNode) -> MarkdownNode? {
    firstChild ?? followingBeside(within: block)
  }

  /// Returns the next node inside a block that is not inside this one.
  func followingBeside(within block: MarkdownNode) -> MarkdownNode? {
    var node = self
    while node != block {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return nil
  }

  /// The first node below, in the order of the text, that fulfils a condition.
  func firstBelow(where isWanted: (MarkdownNode) -> Bool) -> MarkdownNode? {
    var node = firstChild
    while let current = node, !isWanted(current) { node = current.following(within: self) }
    return node
  }

  /// Whether there is a link anywhere below.
  var holdsLink: Bool { firstBelow { $0.kind == .link } != nil }
}

extension MarkdownNode {
  /// The children of a node from first to last.
  struct Children: Sequence, IteratorProtocol {
    fileprivate var node: MarkdownNode?

    mutating func next() -> MarkdownNode? {
      defer { node = node?.next }
      return node
    }
  }
}

extension MarkdownNode {
  /// Extensions number their types on registration, in mutable globals that Swift 6 does not allow;
  /// their names are stable.
  @inline(never)
  private var extensionKind: Kind {
    guard let name = cmark_node_get_type_string(pointer) else { return .other }
    switch String(cString: name) {
    case "table": return .table
    case "table_header", "table_row": return .tableRow
    case "table_cell": return .tableCell
    case "tasklist": return .item
    case "strikethrough": return .strikethrough
    default: return .other
    }
  }

  private var nodeType: cmark_node_type { cmark_node_type(UInt32(pointer.pointee.type)) }

  private static func withBytes<Result>(
    _ text: cmark_chunk, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    body(UnsafeBufferPointer(start: text.data, count: Int(text.len)))
  }
}
