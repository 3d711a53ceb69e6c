import ListModel

/// Reads Markdown of any size and any malice as trees of top-level blocks.
///
/// The only way to the library: what it is given was scanned, bounded and, where it is too much,
/// tamed before.
struct MarkdownReader {
  private let bytes: [UInt8]
  private let scanned: ScannedMarkdown
  private let definitions: LinkDefinitions
  private var taming = MarkupTaming()
  private let memory = TreeMemory()
  /// How many bytes references may still stand for; a page of references to one long definition
  /// would else become as long as both multiplied.
  private var referenceRoom: Int

  /// Reads a whole text, or with the definitions of a whole a part of it.
  init(_ bytes: [UInt8], definitions: LinkDefinitions? = nil) {
    self.bytes = bytes
    scanned = BlockScanner.scan(bytes)
    self.definitions = definitions ?? scanned.definitions
    referenceRoom = 4 * bytes.count + 65_536
  }

  /// Hands over the top-level blocks one by one, with the number to add to a block's line, and
  /// tells what was cut.
  mutating func read(_ body: (MarkdownNode, _ lineOffset: Int) -> Void) -> IssueLog {
    for piece in scanned.pieces { read(piece, body) }
    var issues = scanned.issues
    issues.add(taming.issues)
    return issues
  }

  private mutating func read(
    _ piece: MarkdownPiece, _ body: (MarkdownNode, _ lineOffset: Int) -> Void
  ) {
    let text = piece.needsTaming ? taming.tame(bytes, piece)[...] : bytes[piece.range]
    // Before the piece, whose end an open fence or comment may hide; and there they come before
    // definitions of the piece's own, as they do in the page.
    let definitions = definitions.lines(for: text, room: &referenceRoom)
    var parts = [definitions[...]]
    var offset = piece.line - 1 - definitions.count { $0 == 0x0A }
    if let head = piece.tableHead {
      parts.append(bytes[head])
      offset -= 2
    }
    parts.append(text)
    MarkdownTree.parse(parts, syntax: piece.syntax, in: memory) { document in
      for block in document.children { body(block, offset) }
    }
  }
}
