import ListModel

/// The parts of an entry as the text of its first paragraph tells them.
///
///     [Alibi Detect (⭐1.5k)](https://…) 🎓 - Outlier detection.
///
/// gives the title `Alibi Detect`, 1500 stars, the mark 🎓 and the description
/// `Outlier detection.` The main link is the first one that is neither an image nor a place
/// on its own page, if there is such a one. A sentence around the link is kept whole.
struct EntryText {
  var title = ""
  var url: String?
  var description: [UInt8] = []
  var stars: Stars?
  var marks: [Mark] = []
  var links: [Link] = []

  init(_ text: InlineText) {
    guard let main = EntryText.mainLink(of: text) else {
      takeUnlinked(text)
      return
    }
    let link = text.links[main]
    url = String(decoding: link.url, as: UTF8.self)
    stars = link.stars
    takeLinks(text, main: main)
    take(text, around: link)
    takeTrailingMarks()
    if title.isEmpty { title = url ?? "" }
  }

  /// Adds the links of a later paragraph.
  mutating func add(_ links: [InlineLink], of text: InlineText) {
    for link in links where self.links.count < PageLimits.linksOfEntry {
      self.links.append(
        Link(title: text.string(link.range), url: String(decoding: link.url, as: UTF8.self)))
    }
  }
}

extension EntryText {
  private static func mainLink(of text: InlineText) -> Int? {
    text.links.firstIndex { !$0.isImage && !$0.isAnchor }
      ?? text.links.firstIndex { !$0.isImage } ?? text.links.indices.first
  }

  private mutating func takeLinks(_ text: InlineText, main: Int) {
    links.reserveCapacity(min(text.links.count, PageLimits.linksOfEntry))
    add([text.links[main]], of: text)
    guard text.links.count > 1 else { return }
    add(Array(text.links[..<main]), of: text)
    add(Array(text.links[(main + 1)...]), of: text)
  }

  private mutating func take(_ text: InlineText, around link: InlineLink) {
    let bytes = text.text
    let before = bytes[..<link.range.lowerBound]
    var after = bytes[link.range.upperBound...]
    let (lead, leadMarks) = EntryText.takingMarks(atEndOf: before)
    marks = leadMarks
    let hasWords = lead.contains { EntryText.isWordByte($0) }
    if hasWords, link.isBare || EntryText.opensBracket(lead) {
      // `"My talk" ([audio](…), [slides](…))`: what stands before is the title.
      title = String(decoding: EntryText.withoutOpening(lead), as: UTF8.self)
      description =
        link.isBare ? EntryText.withoutSeparator(after) : Array(bytes[(lead.endIndex - 1)...])
      return
    }
    title = text.string(link.range)
    after = after.drop { $0 == 0x20 }
    takeMarks(atStartOf: &after)
    if hasWords, lead.last != UInt8(ascii: ":") {
      description = Array(bytes[..<link.range.upperBound] + [0x20] + after)
    } else if hasWords {
      description = Array(lead) + [0x20] + EntryText.withoutSeparator(after)
    } else {
      description = EntryText.withoutSeparator(after)
    }
  }

  /// An entry without link: its strong beginning or what stands before a dash is the title.
  private mutating func takeUnlinked(_ text: InlineText) {
    let bytes = text.text[...]
    let end =
      text.strongEnd > 0
      ? text.strongEnd : EntryText.separator(in: bytes) ?? bytes.endIndex
    let (head, headMarks) = EntryText.takingMarks(atEndOf: bytes[..<end])
    title = String(decoding: head, as: UTF8.self)
    marks = headMarks
    var rest = bytes[end...].drop { $0 == 0x20 }
    takeMarks(atStartOf: &rest)
    description = EntryText.withoutSeparator(rest)
    takeTrailingMarks()
  }

  private mutating func takeTrailingMarks() {
    let (rest, found) = EntryText.takingMarks(atEndOf: description[...])
    guard !found.isEmpty else { return }
    marks += found
    description = Array(rest)
  }

  /// Takes the symbols that the text starts with, unless a number follows: that is a count.
  private mutating func takeMarks(atStartOf text: inout ArraySlice<UInt8>) {
    while let (mark, end) = Symbols.symbol(in: text, at: text.startIndex) {
      let rest = text[end...].drop { $0 == 0x20 }
      if let next = rest.first, next >= 0x30, next <= 0x39 { return }
      marks.append(mark)
      text = rest
    }
  }
}

extension EntryText {
  private static func takingMarks(
    atEndOf text: ArraySlice<UInt8>
  ) -> (rest: ArraySlice<UInt8>, marks: [Mark]) {
    let trimmed = text.trimmingTrailingSpaces
    guard let last = trimmed.last, last >= 0x80,
      let start = Symbols.startOfTrailingSymbols(in: trimmed)
    else { return (trimmed, []) }
    var marks: [Mark] = []
    var index = start
    while index < trimmed.endIndex {
      if let (mark, end) = Symbols.symbol(in: trimmed, at: index) {
        marks.append(mark)
        index = end
      } else {
        index += 1
      }
    }
    return (trimmed[..<start].trimmingTrailingSpaces, marks)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  private static func opensBracket(_ text: ArraySlice<UInt8>) -> Bool {
    text.last == UInt8(ascii: "(") || text.last == UInt8(ascii: "[")
  }

  private static func withoutOpening(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let last = text.last, last == 0x20 || opensBracket(text) || isSeparator(last) {
      text.removeLast()
    }
    for dash in dashes where text.reversed().starts(with: dash.reversed()) {
      text = text.dropLast(dash.count).trimmingTrailingSpaces
    }
    return text
  }

  private static let dashes: [[UInt8]] = [Array("–".utf8), Array("—".utf8)]

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: ",")
  }

  /// The text without the dash, colon or bar between a title and what is said of it.
  private static func withoutSeparator(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var rest = text.drop { $0 == 0x20 }
    if let first = rest.first, isSeparator(first) {
      rest = rest.drop { isSeparator($0) }
    } else if let dash = dashes.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(dash.count)
    }
    return Array(rest.drop { $0 == 0x20 })
  }

  /// Where ` - `, ` – ` or ` — ` first stands.
  private static func separator(in text: ArraySlice<UInt8>) -> Int? {
    var index = text.startIndex
    while index + 2 < text.endIndex {
      if text[index] == 0x20 {
        if text[index + 1] == UInt8(ascii: "-"), text[index + 2] == 0x20 { return index }
        if index + 4 < text.endIndex, text[index + 4] == 0x20,
          dashes.contains(where: { text[index + 1..<index + 4].elementsEqual($0) })
        {
          return index
        }
      }
      index += 1
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  var trimmingTrailingSpaces: ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, self[end - 1] == 0x20 { end -= 1 }
    return self[..<end]
  }
}
