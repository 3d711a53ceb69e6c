import ListModel
import TerminalScreen

@testable import ListMarkdown

/// Blocks that are read without cmark are those that cmark finds.
func checkBlocks(_ bytes: [UInt8]) {
  guard let bytes = try? PageText.repaired(bytes) else { return }
  let scanned = BlockScanner.scan(bytes)
  let headings = scanned.headings.map(\.offset).filter { bytes[$0] == UInt8(ascii: "#") }
  for piece in scanned.pieces where piece.isPlain {
    let plain = nodes(of: .plain(bytes, piece.range, headings: headings), piece.syntax)
    let expected = nodes(of: .parts([bytes[piece.range]]), piece.syntax)
    require(plain == expected, "plain blocks are those of cmark")
  }
}

/// A node as a reader of entries sees it.
private struct Node: Equatable {
  var kind: MarkdownNode.Kind
  var depth: Int
  var line: Int
  var headingLevel: Int
  var isOrdered: Bool
  var literal: [UInt8]
  var url: [UInt8]

  init(_ node: MarkdownNode, depth: Int) {
    kind = node.kind
    self.depth = depth
    let isBlock =
      switch node.kind {
      case .paragraph, .heading, .list, .item, .quote, .code, .html, .table, .tableRow: true
      default: false
      }
    line = isBlock ? node.line : 0
    headingLevel = node.headingLevel
    isOrdered = node.isOrdered
    literal = node.withLiteral { Array($0) }
    url = node.withURL { Array($0) }
  }
}

/// The nodes of a tree, each before its children.
private func nodes(of text: TreeText, _ syntax: MarkdownPiece.Syntax) -> [Node] {
  var nodes: [Node] = []
  MarkdownTree.parse(text, syntax: syntax, in: TreeMemory()) { document in
    var waiting = [(document, 0)]
    while let (node, depth) = waiting.popLast() {
      nodes.append(Node(node, depth: depth))
      var children: [(MarkdownNode, Int)] = []
      var child = node.firstChild
      while let next = child {
        children.append((next, depth + 1))
        child = next.next
      }
      waiting += children.reversed()
    }
  }
  return nodes
}
