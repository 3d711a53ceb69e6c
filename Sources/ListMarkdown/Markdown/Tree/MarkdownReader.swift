import ListModel

/// Reads Markdown of any size, hostile or not, as trees of top-level blocks.
///
/// The only way to cmark: everything was scanned, bounded and, if necessary, limited before.
struct MarkdownReader {
  private let bytes: [UInt8]
  let scanned: ScannedMarkdown
  private let definitions: LinkDefinitions
  /// The starts of the headings at which anything before them ends, for `PlainBlocks`.
  private let headings: [Int]
  private var limiter = MarkupLimiter()
  private let memory = TreeMemory()
  private var continuation = BlockContinuation()
  /// The remaining budget for expanded references; without a limit, a page of references to one
  /// long definition would grow quadratically.
  private var referenceRoom: Int
  private var issues: IssueLog
  private var footnotes = Footnotes.known

  /// How footnotes are passed to cmark.
  private enum Footnotes {
    /// Footnotes are known by empty definitions.
    case known
    /// The piece is the whole text and has all of them.
    case own
    /// The piece is one of many: its own are read even if only others refer to them.
    case ofPiece
  }

  /// Reads a whole text, or a part of one with the definitions of the whole.
  init(
    _ bytes: [UInt8], definitions: LinkDefinitions? = nil,
    pieceBytes: Int = MarkdownBounds.pieceBytes
  ) {
    self.bytes = bytes
    scanned = BlockScanner.scan(bytes, pieceBytes: pieceBytes)
    self.definitions = definitions ?? scanned.definitions
    issues = scanned.issues
    headings = scanned.headings.map(\.offset).filter { bytes[$0] == UInt8(ascii: "#") }
    referenceRoom = 4 * bytes.count + 65_536
  }

  /// Passes the top-level blocks to `body` one by one; the issues report cuts.
  mutating func read(_ body: (MarkdownBlock) -> Void) -> IssueLog {
    for index in scanned.pieces.indices { read(index, body) }
    issues.add(limiter.issues)
    return issues
  }

  /// The cut text of paragraphs, and the line that it starts on.
  var cutParagraphs: [(range: Range<Int>, line: Int)] { limiter.cut }

  /// Reads one piece separately, with a share of the page's limits.
  static func read(
    _ piece: MarkdownPiece, of bytes: [UInt8], definitions: LinkDefinitions, isWhole: Bool,
    _ body: (MarkdownNode, _ lineOffset: Int) -> Void
  ) {
    var reader = MarkdownReader(
      bytes: bytes, definitions: definitions, allowance: MarkdownBounds.allowanceOfPiece,
      referenceRoom: 4 * piece.range.count + 65_536)
    reader.footnotes = isWhole ? .own : .ofPiece
    let (text, offset) = reader.text(of: piece)
    MarkdownTree.parse(text, syntax: piece.syntax, in: reader.memory) { document in
      for block in document.children { body(block, offset) }
    }
  }

  private init(
    bytes: [UInt8], definitions: LinkDefinitions, allowance: Int, referenceRoom: Int
  ) {
    self.bytes = bytes
    scanned = ScannedMarkdown()
    headings = []
    issues = IssueLog()
    self.definitions = definitions
    self.referenceRoom = referenceRoom
    limiter.allowance = allowance
  }

  private mutating func read(_ index: Int, _ body: (MarkdownBlock) -> Void) {
    let piece = scanned.pieces[index]
    let (text, lineOffset) = text(of: piece)
    let goesOn = index + 1 < scanned.pieces.count && scanned.pieces[index + 1].continuesBlock
    if !piece.continuesBlock { continuation.begin() }
    var isFirst = true
    MarkdownTree.parse(text, syntax: piece.syntax, in: memory) { document in
      for node in document.children {
        if !isFirst { continuation.begin() }
        var block = MarkdownBlock(node: node, lineOffset: lineOffset)
        block.isContinuation = isFirst && piece.continuesBlock
        isFirst = false
        if block.isContinuation || goesOn && node.next == nil {
          block.isLinkedElsewhere = isLinked(outside: block, goesOn: goesOn, index: index)
        }
        body(block)
      }
    }
  }

  /// Returns the text of a piece for the parser, and the offset of its tree's lines.
  private mutating func text(of piece: MarkdownPiece) -> (TreeText, lineOffset: Int) {
    let text = limiter.text(of: piece, in: bytes)
    // Before the piece, because its end may be inside an open fence or comment; and before its own
    // definitions, as on the page.
    let own = footnotes == .known ? nil : LinkDefinitions.footnotes(in: text)
    var definitions = self.definitions.lines(for: text, room: &referenceRoom, without: own)
    if footnotes == .ofPiece, piece.syntax.contains(.footnotes), let own {
      definitions += self.definitions.footnoteLines(without: own)
    }
    if referenceRoom < 0 {
      issues.add(line: piece.line, "too many links by reference: some were not read")
      referenceRoom = 0
    }
    if definitions.isEmpty, footnotes == .known, piece.isPlain {
      return (.plain(bytes, piece.range, headings: headings), piece.line - 1)
    }
    var parts = [definitions[...]]
    var offset = piece.line - 1 - definitions.count { $0 == 0x0A }
    if let head = piece.tableHead {
      parts.append(bytes[head])
      offset -= 2
    }
    parts.append(text)
    return (.parts(parts), offset)
  }
}

// MARK: - Blocks in several pieces

extension MarkdownReader {
  /// Returns whether another part of a list or a table has a link, before or after this one.
  private mutating func isLinked(outside block: MarkdownBlock, goesOn: Bool, index: Int) -> Bool {
    let isLinked = block.node.holdsLink
    if continuation.isLinked { return true }
    if isLinked {
      continuation.isLinked = true
      return false
    }
    guard goesOn, block.node.next == nil else { return false }
    if index < continuation.unlinkedEnd { return false }
    var next = index + 1
    while next < scanned.pieces.count, scanned.pieces[next].continuesBlock {
      let (isLinked, isWhole) = firstBlock(ofPiece: next)
      if isLinked {
        continuation.isLinked = true
        return true
      }
      guard isWhole else { break }
      next += 1
    }
    continuation.unlinkedEnd = next
    return false
  }

  /// Returns whether the first block of a piece has a link, and whether it is the only one.
  private func firstBlock(ofPiece index: Int) -> (isLinked: Bool, isWhole: Bool) {
    var reader = self
    reader.continuation = BlockContinuation()
    let piece = scanned.pieces[index]
    let (text, _) = reader.text(of: piece)
    var found = (isLinked: false, isWhole: false)
    MarkdownTree.parse(text, syntax: piece.syntax, in: TreeMemory()) { document in
      guard let first = document.firstChild else { return }
      found = (first.holdsLink, first.next == nil)
    }
    return found
  }
}

/// The state of a list or a table that is read in several pieces.
private struct BlockContinuation {
  /// A part has a link.
  var isLinked = false
  /// No part in the pieces before this one has a link.
  var unlinkedEnd = 0

  /// Another block begins.
  mutating func begin() { isLinked = false }
}
