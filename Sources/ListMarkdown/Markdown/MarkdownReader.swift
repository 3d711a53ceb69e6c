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
    var parts: [ArraySlice<UInt8>] = []
    var offset = piece.line - 1
    if let head = piece.tableHead {
      parts.append(bytes[head])
      offset -= 2
    }
    parts.append(piece.needsTaming ? taming.tame(bytes, piece)[...] : bytes[piece.range])
    let definitions = definitions.lines(for: parts[parts.count - 1], room: &referenceRoom)
    if !definitions.isEmpty { parts.append(definitions[...]) }
    MarkdownTree.parse(parts, syntax: piece.syntax, in: memory) { document in
      for block in document.children { body(block, offset) }
    }
  }
}
