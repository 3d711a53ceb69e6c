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
  private var footnotes = Footnotes.known

  /// What the library is to make of footnotes.
  private enum Footnotes {
    /// Any that the text defines is known by a definition that says nothing.
    case known
    /// The piece is the text: it has all of them.
    case own
    /// The piece is one of many: those that it defines are read even if others refer to them.
    case ofPiece
  }

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

  /// Reads one piece alone, with a share of what the bounds allow a page.
  static func read(
    _ piece: MarkdownPiece, of bytes: [UInt8], definitions: LinkDefinitions, isWhole: Bool,
    _ body: (MarkdownNode, _ lineOffset: Int) -> Void
  ) {
    var reader = MarkdownReader(
      bytes: bytes, definitions: definitions, allowance: MarkdownBounds.allowanceOfPiece,
      referenceRoom: 4 * piece.range.count + 65_536)
    reader.footnotes = isWhole ? .own : .ofPiece
    reader.read(piece, body)
  }

  private init(
    bytes: [UInt8], definitions: LinkDefinitions, allowance: Int, referenceRoom: Int
  ) {
    self.bytes = bytes
    scanned = ScannedMarkdown()
    self.definitions = definitions
    self.referenceRoom = referenceRoom
    taming.allowance = allowance
  }

  private mutating func read(
    _ piece: MarkdownPiece, _ body: (MarkdownNode, _ lineOffset: Int) -> Void
  ) {
    let text = piece.needsTaming ? taming.tame(bytes, piece)[...] : bytes[piece.range]
    // Before the piece, whose end an open fence or comment may hide; and there they come before
    // definitions of the piece's own, as they do in the page.
    let own = footnotes == .known ? nil : LinkDefinitions.footnotes(in: text)
    var definitions = self.definitions.lines(for: text, room: &referenceRoom, without: own)
    if footnotes == .ofPiece, piece.syntax.contains(.footnotes), let own {
      definitions += self.definitions.footnoteLines(without: own)
    }
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
