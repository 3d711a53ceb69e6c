import ListMarkdown

extension PieceLayout {
  /// Lays out insertions after the current block; after an item once all of it is laid out.
  mutating func layInsertions(after block: DocumentBlock) {
    guard !insertions.isEmpty, block.kind.hasText, outermostItem == nil || hiddenDepth > 0 else {
      return
    }
    layInsertions(from: 0, above: lineOfNextBlock())
  }

  /// Lays out the insertions after the item that ends here.
  mutating func layInsertionsAfterItem() {
    guard !insertions.isEmpty, let item = innermostItem else { return }
    layInsertions(from: item.line, above: lineOfNextBlock())
  }

  /// Lays out the insertions for lines of the page, from one to before another.
  mutating func layInsertions(from first: Int32, above next: Int32) {
    let taken = insertions.take(from: first, above: next)
    guard hiddenDepth == 0 else { return }
    for (number, insertion) in taken { lay(insertion, number: number) }
  }

  /// Returns the line of the next block with text of its own; blocks that end a container have
  /// none.
  private func lineOfNextBlock() -> Int32 {
    for block in piece.blocks[min(piece.blocks.count, number + 1)...] {
      switch block.kind {
      case .quoteEnd, .listEnd, .itemEnd, .footnoteEnd, .rowEnd, .tableEnd, .detailsEnd: continue
      default: return block.line
      }
    }
    return .max
  }

  /// Lays out an insertion as an item next to the current one, or as a block of its own.
  private mutating func lay(_ insertion: PageInsertion, number: Int) {
    let outer = prefix
    if let item = innermostItem { prefix = item.outer }
    if laid.lines.last?.kind != .inserted { startGap() }
    isGapDue = false
    firstPrefix = prefix
    firstPrefix?.append("~ ", style: .removed)
    prefix.append("  ", style: .removed)
    setFlow(inserted: insertion.text)
    lineOwner = -1 - Int32(number)
    appendFlow(source: insertion.line, kind: .inserted)
    lineOwner = nil
    (prefix, firstPrefix) = (outer, nil)
    // Above the items of a list it is one of them.
    let isAboveList =
      self.number + 1 < piece.blocks.count && piece.blocks[self.number + 1].kind == .listStart
    isGapDue = innermostItem == nil && !isAboveList
  }
}
