/// A top-level block, or a part of a list or a table that is read in several pieces.
struct MarkdownBlock {
  let node: MarkdownNode
  /// The offset of the tree's line numbers.
  let lineOffset: Int
  /// The block continues the one before; a table has its head again.
  var isContinuation = false
  /// Another part of the same list or table has a link, although this one has none.
  var isLinkedElsewhere = false

  /// The line of the page that the block starts on, counted from 1.
  var line: Int { node.line + lineOffset }

  init(node: MarkdownNode, lineOffset: Int) {
    self.node = node
    self.lineOffset = lineOffset
  }
}
