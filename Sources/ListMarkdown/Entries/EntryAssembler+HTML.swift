import ListModel

extension EntryAssembler {
  /// Takes a part of a block of HTML that is not a heading.
  mutating func add(_ part: HTMLParts.Part, line: Int) {
    switch part {
    case .entry(let text, let number):
      if isInSummary {
        addLinksToSummary(of: [text])
      } else if isBelowHeading {
        add([(text, number)], from: line)
      }
    case .summary(let text, let number):
      guard text.links.contains(where: { !$0.isAnchor && !$0.range.isEmpty }) else { break }
      openSummary(EntryText(text), line: line + number)
    case .detailsStart: changeDepth(by: 1)
    case .detailsEnd: changeDepth(by: -1)
    case .heading, .headingStart, .headingEnd: break
    }
  }

  /// Reads a block of a folded section whose summary is an entry: paragraphs become its
  /// description, lists and tables its further links.
  mutating func addToSummary(_ block: MarkdownNode) {
    switch block.kind {
    case .paragraph, .quote: addToOpenEntry(BlockText.collect(block))
    case .list, .table: addLinksToSummary(of: BlockText.collect(block))
    default: break
    }
  }
}
