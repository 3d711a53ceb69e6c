import CCmarkGFM
import CTreeMemory

// Builds trees of the same nodes as cmark, in the arena that the thread uses.
extension MarkdownNode {
  /// Creates a node without children; `line` is that of a block.
  static func make(_ type: cmark_node_type, line: Int = 0) -> MarkdownNode? {
    guard let memory = tree_memory_calloc(1, MemoryLayout<cmark_node>.stride) else { return nil }
    let node = memory.bindMemory(to: cmark_node.self, capacity: 1)
    node.pointee.type = UInt16(type.rawValue)
    node.pointee.start_line = Int32(truncatingIfNeeded: line)
    node.pointee.end_line = node.pointee.start_line
    return MarkdownNode(node)
  }

  /// Creates a text or a code span; its bytes must stay where they are as long as the tree.
  static func make(_ type: cmark_node_type, literal: UnsafeBufferPointer<UInt8>) -> MarkdownNode? {
    let node = make(type)
    node?.pointer.pointee.as.literal = chunk(of: literal)
    return node
  }

  /// Makes this the link or the image of an address, which must stay where it is.
  func setURL(_ url: UnsafeBufferPointer<UInt8>) {
    pointer.pointee.as.link.url = MarkdownNode.chunk(of: url)
  }

  func setHeadingLevel(_ level: Int) {
    pointer.pointee.as.heading.level = Int32(truncatingIfNeeded: level)
  }

  /// The marker of a list of bullets or of its item; 0 for a numbered list.
  var bullet: UInt8 { pointer.pointee.as.list.bullet_char }

  func setBullet(_ bullet: UInt8) {
    pointer.pointee.as.list.list_type = CMARK_BULLET_LIST
    pointer.pointee.as.list.bullet_char = bullet
  }

  func append(_ child: MarkdownNode) {
    child.pointer.pointee.parent = pointer
    child.pointer.pointee.next = nil
    child.pointer.pointee.prev = pointer.pointee.last_child
    if let last = pointer.pointee.last_child {
      last.pointee.next = child.pointer
    } else {
      pointer.pointee.first_child = child.pointer
    }
    pointer.pointee.last_child = child.pointer
  }

  func removeLastChild() -> MarkdownNode? {
    guard let last = pointer.pointee.last_child else { return nil }
    pointer.pointee.last_child = last.pointee.prev
    if let before = last.pointee.prev {
      before.pointee.next = nil
    } else {
      pointer.pointee.first_child = nil
    }
    return MarkdownNode(last)
  }

  /// Moves the children of another node, of which nothing else is used from then on, behind those of
  /// this one.
  func appendChildren(of other: MarkdownNode) {
    var child = other.firstChild
    while let current = child {
      child = current.next
      append(current)
    }
  }

  private static func chunk(of bytes: UnsafeBufferPointer<UInt8>) -> cmark_chunk {
    cmark_chunk(
      data: UnsafeMutablePointer(mutating: bytes.baseAddress), len: Int32(bytes.count), alloc: 0)
  }
}
