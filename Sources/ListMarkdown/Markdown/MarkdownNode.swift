import CCmarkGFM
import Glibc

/// A node of a `MarkdownTree`; valid only while the tree is walked.
struct MarkdownNode: Equatable {
  /// What a node is, as far as a reader of lists minds.
  enum Kind {
    case paragraph, heading, list, item, quote, code, html, thematicBreak, table, tableRow
    case tableCell, footnoteDefinition
    case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong, strikethrough
    case link, image, footnoteReference, other
  }

  let pointer: OpaquePointer

  private init?(_ pointer: OpaquePointer?) {
    guard let pointer else { return nil }
    self.pointer = pointer
  }

  init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  /// The line that the node starts on, counted from 1; the library has it for blocks only.
  var line: Int {
    let line = Int(cmark_node_get_start_line(pointer))
    // What stands right above the head of a table has none; the table has that instead.
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

  var firstChild: MarkdownNode? { MarkdownNode(cmark_node_first_child(pointer)) }

  var next: MarkdownNode? { MarkdownNode(cmark_node_next(pointer)) }

  var parent: MarkdownNode? { MarkdownNode(cmark_node_parent(pointer)) }

  var children: Children { Children(node: firstChild) }

  /// The text of a text, code or HTML node, in place.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    MarkdownNode.withBytes(cmark_node_get_literal(pointer), body)
  }

  /// Where a link or an image leads, unescaped, in place.
  func withURL<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    MarkdownNode.withBytes(cmark_node_get_url(pointer), body)
  }

  var kind: Kind {
    switch cmark_node_get_type(pointer) {
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
  /// The next node in the order of the text that lies below a block; children come first.
  func following(within block: MarkdownNode) -> MarkdownNode? {
    firstChild ?? followingBeside(within: block)
  }

  /// The next node below a block that does not lie below this one.
  func followingBeside(within block: MarkdownNode) -> MarkdownNode? {
    var node = self
    while node != block {
      if let next = node.next { return next }
      guard let parent = node.parent else { return nil }
      node = parent
    }
    return nil
  }
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
  /// Extensions number their types as they are registered, in mutable globals that Swift 6
  /// does not let through; the names are the stable way to tell them.
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

  private static func withBytes<Result>(
    _ text: UnsafePointer<CChar>?, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    guard let text else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let length = strlen(text)
    return text.withMemoryRebound(to: UInt8.self, capacity: length) {
      body(UnsafeBufferPointer(start: $0, count: length))
    }
  }
}
