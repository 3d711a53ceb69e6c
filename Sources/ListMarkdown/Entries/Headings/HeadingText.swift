import ListModel

/// A heading: its text without links back to the contents, and its path.
///
/// A class, since it is held until the next block, and copying it would update four reference
/// counts each time.
final class HeadingText {
  let level: Int
  let line: Int
  let text: InlineText

  init(level: Int, line: Int, text: InlineText) {
    self.level = level
    self.line = line
    // Most headings have no link and are not copied.
    self.text = text.links.isEmpty ? text : HeadingDecoration.withoutBackLinks(text)
  }

  /// The heading begins with a link that leads off the page and does not separate a path, so it may
  /// be an entry.
  var isLinked: Bool {
    text.links.contains { !$0.isAnchor && !$0.isImage && isBesideStart($0) } && parts.count == 1
  }

  /// The heading as one part of a path, without number, count and the like.
  var part: String { text.text[HeadingDecoration.name(in: text.text[...])].string }

  /// The parts of a path separated by ` / `, as in published pages, except in a table of contents;
  /// a ` / ` within a link's text does not separate.
  var parts: [String] {
    let bytes = text.text
    var parts: [String] = []
    var start = 0
    var index = 0
    var links = text.links[...]
    while index < bytes.count {
      if let link = links.first, link.range.upperBound <= index { links = links.dropFirst() }
      if let link = links.first, link.range.contains(index) {
        index = link.range.upperBound
        continue
      }
      if bytes[index] == UInt8(ascii: "/"), index > 0, bytes[index - 1] == 0x20,
        index + 1 == bytes.count || bytes[index + 1] == 0x20
      {
        append(bytes[start..<index], to: &parts)
        start = index + 1
      }
      index += 1
    }
    append(bytes[start...], to: &parts)
    return parts
  }
}

extension HeadingText {
  /// The text without the number that is before a link.
  var textWithoutNumber: InlineText {
    numberLength > 0 ? text.dropping(prefix: numberLength) : text
  }

  private func isBesideStart(_ link: InlineLink) -> Bool {
    // One or two symbols may come before the link: `💰 [Name](…)`.
    text.text[numberLength..<link.range.lowerBound].allSatisfy { $0 >= 0x80 || $0 == 0x20 }
  }

  /// How long the number is that the heading begins with right before its link: `3. [Name](…)`.
  private var numberLength: Int {
    guard let start = text.links.first?.range.lowerBound else { return 0 }
    let digits = text.text[..<start].prefix(while: { $0.isDigit }).count
    guard digits > 0, digits < start,
      [UInt8(ascii: "."), UInt8(ascii: ")")].contains(text.text[digits])
    else { return 0 }
    let length = digits + 1
    return text.text[length..<start].allSatisfy { $0 == 0x20 } ? start : 0
  }

  private func append(_ part: ArraySlice<UInt8>, to parts: inout [String]) {
    let name = part[HeadingDecoration.name(in: part)]
    if !name.isEmpty, !SectionName.isContents(name) { parts.append(name.string) }
  }
}
