import ListModel

/// The lines of a README's paragraph that are entries though no bullet stands before them.
///
///     [Alpha](https://…) - What it does.
///     [Beta](https://…) – What that does.
///
/// Each line must begin with a link, and a dash, a colon or nothing must follow that: a sentence
/// that begins with a link is prose. A line without any link goes on with the one before.
enum LinkLines {
  /// The entries of a paragraph, with the line of each counted from 0; none where it is prose.
  static func entries(of paragraph: MarkdownNode) -> [(text: InlineText, line: Int)] {
    guard let first = paragraph.firstChild, beginsWithLink(first) else { return [] }
    var found: [(text: InlineText, line: Int)] = []
    for (number, line) in InlineCollector.lines(of: paragraph).enumerated() {
      if isEntry(line) {
        found.append((line, number))
      } else if line.links.isEmpty, !found.isEmpty {
        if !line.text.isEmpty { found[found.count - 1].text.text += [0x20] + line.text }
      } else {
        return []
      }
    }
    return found
  }

  private static func beginsWithLink(_ node: MarkdownNode) -> Bool {
    switch node.kind {
    case .link: true
    case .strong, .emphasis: node.firstChild.map(beginsWithLink) ?? false
    default: false
    }
  }

  private static func isEntry(_ line: InlineText) -> Bool {
    guard let link = line.links.first, link.range.lowerBound == 0, !link.range.isEmpty,
      !link.isAnchor, !link.isBare
    else { return false }
    let rest = line.text[link.range.upperBound...].trimmingLeadingSpaces
    return rest.isEmpty || ["-", "–", "—", ":"].contains { rest.starts(with: $0.utf8) }
  }
}

extension EntryAssembler {
  /// Takes a README's paragraph below a heading for its entries; false where it is prose.
  mutating func addLinkLines(_ paragraph: MarkdownNode, line: Int) -> Bool {
    guard isBelowHeading else { return false }
    let lines = LinkLines.entries(of: paragraph)
    guard !lines.isEmpty else { return false }
    enterHeading()
    for (text, number) in lines { append(EntryText(text), line: line + number) }
    return true
  }
}
