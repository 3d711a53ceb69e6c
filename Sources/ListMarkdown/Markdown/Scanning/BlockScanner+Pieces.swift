// The boundaries of pieces.
extension BlockScanner {
  /// Handles the edge at which a top-level block starts here, or an item of the current list, so a piece may end.
  mutating func edge(at start: Int, continuesBlock: Bool = false) {
    if !continuesBlock { listMark = nil }
    if passedOver != nil {
      endPassingOver(at: start)
      startPiece(at: start)
    } else if start - piece.range.lowerBound >= pieceBytes {
      endParagraph(at: start)
      endPiece(at: start)
    }
    if piece.range.lowerBound == start { piece.continuesBlock = continuesBlock && start > 0 }
    blockBytes = 0
  }

  mutating func endPiece(at end: Int) {
    piece.range = piece.range.lowerBound..<end
    piece.sortEdits()
    if !piece.range.isEmpty, passedOver == nil {
      piece.syntax.formUnion(OpenerCount.syntax(of: bytes, in: piece.range))
      scanned.pieces.append(piece)
    }
    startPiece(at: end)
  }

  private mutating func startPiece(at start: Int) {
    piece = MarkdownPiece(range: start..<start, line: line)
  }

  mutating func passOver(from start: Int) {
    scanned.issues.add(line: line, "the block is too long: the rest was not read")
    endParagraph(at: start)
    endPiece(at: start)
    passedOver = (start, line)
  }

  mutating func endPassingOver(at end: Int) {
    guard let (offset, line) = passedOver else { return }
    scanned.unread.append((offset..<end, line))
    passedOver = nil
    startPiece(at: end)
  }
}
