import ListModel

/// The parts of an entry as the text of its first paragraph tells them.
///
///     [Alibi Detect (⭐1.5k)](https://…) 🎓 - Outlier detection.
///
/// gives the title `Alibi Detect`, 1500 stars, the mark 🎓 and the description
/// `Outlier detection.` The main link is the first one that is neither an image nor a place
/// on its own page, if there is such a one. A sentence around the link is kept whole.
struct EntryText {
  /// The entry as it was read so far, without its place.
  private var entry = Entry(title: "")

  var title: String { entry.title }
  var url: String? { entry.url }
  var links: [Link] { entry.links }

  init(_ text: borrowing InlineText) {
    guard let main = EntryText.mainLink(of: text) else {
      takeUnlinked(text)
      return
    }
    entry.url = text.links[main].url
    entry.stars = text.links[main].stars
    let isTitle = take(text, around: main)
    // The title and the text under the link are then one text in memory.
    let shown = isTitle ? title : text.string(text.links[main].range)
    entry.links = [Link(title: shown, url: text.links[main].url)]
    for index in text.links.indices where index != main {
      entry.links.append(text.link(text.links[index]))
    }
    if title.isEmpty { entry.title = text.links[main].url }
  }

  /// The entry at a place of the page.
  consuming func entry(category: CategoryPath, added: Day?) -> Entry {
    entry.category = category
    entry.added = added
    return entry
  }

  /// Adds a further paragraph to the description, on a line of its own.
  mutating func addParagraph(_ paragraph: InlineText) {
    if !paragraph.text.isEmpty {
      if !entry.description.isEmpty { entry.description += "\n" }
      entry.description += paragraph.text[...].string
    }
    // A picture often leads where the title does.
    for link in paragraph.links where !link.isImage || !link.url.hasSameBytes(as: url ?? "") {
      entry.links.append(paragraph.link(link))
    }
  }

  /// Takes back what was said so far.
  mutating func dropDescription() { entry.description = "" }

  /// Where no link has been seen yet, the first of these is the entry's.
  mutating func adoptLink() {
    guard url == nil, let first = links.first(where: { !$0.isAnchor }) else { return }
    entry.url = first.url
  }
}

extension EntryText {
  private static func mainLink(of text: InlineText) -> Int? {
    text.links.firstIndex { !$0.isImage && !$0.isAnchor }
      ?? text.links.firstIndex { !$0.isImage } ?? text.links.indices.first
  }

  /// Takes the title and what is said of it; true where the title is what stands under the link.
  private mutating func take(_ text: InlineText, around main: Int) -> Bool {
    let bytes = text.text
    let (range, isBare) = (text.links[main].range, text.links[main].isBare)
    var lead = bytes[..<range.lowerBound]
    if !lead.isEmpty { lead = takeMarks(atEndOf: lead) }
    let hasWords = lead.contains { EntryText.isWordByte($0) }
    var rest = bytes[range.upperBound...].trimmingLeadingSpaces
    if hasWords, isBare || EntryText.opensBracket(lead) {
      // `"My talk" ([audio](…), [slides](…))`: what stands before is the title.
      entry.title = EntryText.withoutOpening(lead).string
      if !isBare { rest = bytes[(lead.endIndex - 1)...] }
      rest = takeMarks(atEndOf: rest)
      entry.description = EntryText.withoutSeparator(rest).string
      return false
    }
    entry.title = text.string(range)
    takeMarks(atStartOf: &rest)
    rest = takeMarks(atEndOf: rest)
    if !hasWords {
      entry.description = EntryText.withoutSeparator(rest).string
    } else if lead.last == UInt8(ascii: ":") {
      // `Go: [name](…) - What it does.`
      let said = EntryText.withoutSeparator(rest)
      entry.description = said.isEmpty ? lead.dropLast().string : lead.string + " " + said.string
    } else {
      let whole = bytes[..<range.upperBound].string
      entry.description = rest.isEmpty ? whole : whole + " " + rest.string
    }
    return true
  }

  /// An entry without link: its strong beginning or what stands before a dash is the title.
  private mutating func takeUnlinked(_ text: InlineText) {
    let bytes = text.text[...]
    let end =
      text.strongEnd > 0 ? text.strongEnd : EntryText.separator(in: bytes) ?? bytes.endIndex
    entry.title = takeMarks(atEndOf: bytes[..<end]).string
    var rest = bytes[end...].trimmingLeadingSpaces
    takeMarks(atStartOf: &rest)
    entry.description = EntryText.withoutSeparator(takeMarks(atEndOf: rest)).string
  }
}

// MARK: - Marks

extension EntryText {
  /// Takes the symbols that the text starts with, unless a number follows: that is a count.
  private mutating func takeMarks(atStartOf text: inout ArraySlice<UInt8>) {
    while let first = text.first, first >= 0x80,
      let (mark, end) = Symbols.symbol(in: text, at: text.startIndex)
    {
      let rest = text[end...].trimmingLeadingSpaces
      if let next = rest.first, next >= 0x30, next <= 0x39 { return }
      entry.marks.append(mark)
      text = rest
    }
  }

  /// Takes the symbols that the text ends with; the text without them.
  private mutating func takeMarks(atEndOf text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let trimmed = text.trimmingTrailingSpaces
    guard let last = trimmed.last, last >= 0x80,
      let start = Symbols.startOfTrailingSymbols(in: trimmed)
    else { return trimmed }
    var index = start
    while index < trimmed.endIndex {
      if let (mark, end) = Symbols.symbol(in: trimmed, at: index) {
        entry.marks.append(mark)
        index = end
      } else {
        index += 1
      }
    }
    return trimmed[..<start].trimmingTrailingSpaces
  }
}

// MARK: - Dashes and brackets

extension EntryText {
  private static let dashes: [[UInt8]] = [Array("–".utf8), Array("—".utf8)]

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  private static func opensBracket(_ text: ArraySlice<UInt8>) -> Bool {
    text.last == UInt8(ascii: "(") || text.last == UInt8(ascii: "[")
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: ",")
  }

  private static func withoutOpening(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text
    while let last = text.last, last == 0x20 || opensBracket(text) || isSeparator(last) {
      text.removeLast()
    }
    for dash in dashes where text.suffix(dash.count).elementsEqual(dash) {
      text = text.dropLast(dash.count).trimmingTrailingSpaces
    }
    return text
  }

  /// The text without the dash, colon or bar between a title and what is said of it.
  private static func withoutSeparator(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text.trimmingLeadingSpaces
    guard let first = rest.first else { return rest }
    let behind = rest.drop { isSeparator($0) }
    if isSeparator(first) {
      // `:warning:` and `-1` are words; a dash may stand right before one.
      let isWord = behind.first.map { $0 > 0x20 } ?? false
      if !isWord || first == UInt8(ascii: "-") { rest = behind }
    } else if first == 0xE2, let dash = dashes.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(dash.count)
    }
    return rest.trimmingLeadingSpaces
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

extension InlineText {
  /// A link of the text as the model has it.
  fileprivate func link(_ link: InlineLink) -> Link {
    Link(title: string(link.range), url: link.url)
  }
}

extension String {
  /// Equality without normalisation, which would take its time on hostile text.
  func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension Link {
  /// The link leads to a place on its own page.
  var isAnchor: Bool { url.utf8.first == UInt8(ascii: "#") }
}
