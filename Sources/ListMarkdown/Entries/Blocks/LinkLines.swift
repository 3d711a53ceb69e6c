import ListModel

/// The lines of a README's paragraph that are entries without a bullet.
///
///     [Alpha](https://…) - What it does.
///     [Beta](https://…) – What that does.
///
/// Each must begin with a link, symbols aside, followed by a dash, a colon or nothing: a sentence
/// that begins with a link is prose. Other lines continue the previous one.
enum LinkLines {
  /// Returns the entries of a paragraph, with the line of each counted from 0; none if it is prose.
  static func entries(of paragraph: MarkdownNode) -> [(text: InlineText, line: Int)] {
    guard let first = paragraph.firstChild, mayBegin(with: first) else { return [] }
    return entries(
      of: InlineCollector.lines(of: paragraph).enumerated().map { ($0.element, $0.offset) })
  }

  /// Returns the entries in a group of lines, with the line number of each.
  ///
  /// Empty if any line is prose, unless the line breaks are explicit (`areBroken`): then such a
  /// line is skipped, or below an entry is one as well if it begins with a link.
  static func entries(
    of lines: [(text: InlineText, line: Int)], areBroken: Bool = false
  ) -> [(text: InlineText, line: Int)] {
    var found: [(text: InlineText, line: Int)] = []
    for (line, number) in lines {
      let line = withoutSymbols(line)
      if isEntry(line) || areBroken && !found.isEmpty && beginsWithLink(line) {
        found.append((line, number))
      } else if found.isEmpty || beginsWithLink(line) {
        guard areBroken else { return [] }
      } else if !line.isEmpty {
        found[found.count - 1].text.append(continuation(line))
      }
    }
    return found
  }

  /// Returns whether a line begins with a link that leads off the page and does not continue as a
  /// sentence.
  static func isEntry(_ line: InlineText) -> Bool {
    guard let link = line.links.first, beginsWithLink(line), !link.isAnchor, !link.isBare else {
      return false
    }
    let rest = line.text[link.range.upperBound...].trimmingLeadingSpaces
    return rest.isEmpty || Separator.startsDescription(rest)
  }

  private static func beginsWithLink(_ line: InlineText) -> Bool {
    line.links.first.map { $0.range.lowerBound == 0 && !$0.range.isEmpty } ?? false
  }

  /// Returns a line without the symbols before its first link: `• `, `⭐ ` or `:star: `.
  static func withoutSymbols(_ line: InlineText) -> InlineText {
    guard let start = line.links.first?.range.lowerBound, start > 0 else { return line }
    var lead = line.text[..<start]
    while let first = lead.first {
      if case let name = Shortcode.length(atStartOf: lead), name > 0 {
        lead = lead.dropFirst(name)
      } else if first == 0x20 || first >= 0x80 || first == UInt8(ascii: "*") {
        lead = lead.dropFirst()
      } else {
        return line
      }
    }
    return line.dropping(prefix: start)
  }

  /// Returns a line that continues the one before; the colon of a definition is dropped.
  private static func continuation(_ line: InlineText) -> InlineText {
    let isDefinition = line.text.starts(with: ": ".utf8)
    return (isDefinition ? line.dropping(prefix: 2) : line).shifted(after: [0x20])
  }

  private static func mayBegin(with node: MarkdownNode) -> Bool {
    switch node.kind {
    case .link, .inlineHTML: true
    case .strong, .emphasis, .strikethrough: node.firstChild.map(mayBegin) ?? false
    case .text:
      node.withLiteral { text in
        text.first.map { $0 >= 0x80 || $0 == UInt8(ascii: ":") } ?? false
      }
    default: false
    }
  }
}

extension EntryAssembler {
  /// Takes a README's paragraph below a heading for its entries; false if it is prose.
  mutating func addLinkLines(_ paragraph: MarkdownNode, line: Int) -> Bool {
    guard isBelowHeading else { return false }
    return add(LinkLines.entries(of: paragraph), from: line)
  }

  /// Adds lines of a block that are entries; returns false if there are none.
  @discardableResult
  mutating func add(_ lines: [(text: InlineText, line: Int)], from line: Int) -> Bool {
    guard !lines.isEmpty else { return false }
    enterHeading()
    for (text, number) in lines { append(EntryText(text), line: line + number) }
    return true
  }
}
