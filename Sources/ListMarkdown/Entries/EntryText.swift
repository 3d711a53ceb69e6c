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
  var entry = EntryBytes()

  var hasLink: Bool { entry.url != nil }
  var title: ArraySlice<UInt8> { entry.bytes[entry.title] }

  init() {}

  init(_ text: borrowing InlineText) { read(text) }

  /// Begins another entry.
  mutating func read(_ text: borrowing InlineText) {
    entry.clear()
    let (links, strongEnd) = (text.links, text.strongEnd)
    text.withBytes { bytes, urls in
      guard let main = EntryText.mainLink(of: links) else {
        takeUnlinked(bytes, strongEnd: strongEnd)
        return
      }
      let url = entry.add(urls[links[main].url].buffer)
      entry.url = url
      entry.stars = links[main].stars
      let isTitle = take(bytes, around: links[main])
      let shown = isTitle ? entry.title : entry.add(bytes[links[main].range].buffer)
      entry.addLink(title: shown, url: url)
      for index in links.indices where index != main { add(links[index], bytes, urls) }
      if entry.title.isEmpty { entry.title = url }
    }
  }

  /// Adds a further paragraph to the description, on a line of its own.
  mutating func addParagraph(_ paragraph: InlineText) {
    paragraph.withBytes { bytes, urls in
      if !bytes.isEmpty {
        if !entry.description.isEmpty { entry.description.append(0x0A) }
        describe(bytes)
      }
      for link in paragraph.links where !link.isImage || !leads(to: urls[link.url]) {
        add(link, bytes, urls)
      }
    }
  }

  /// Takes back what was said so far.
  mutating func dropDescription() { entry.description.removeAll(keepingCapacity: true) }

  /// Where no link has been seen yet, the first of these is the entry's.
  mutating func adoptLink() {
    guard entry.url == nil, let first = entry.links.first(where: { !isAnchor($0) }) else { return }
    entry.url = first.url
  }

  /// There are links, and all of them lead to places on the same page.
  var hasOnlyAnchors: Bool { !entry.links.isEmpty && entry.links.allSatisfy { isAnchor($0) } }

  /// A link leads off the page.
  var leadsAway: Bool { entry.links.contains { !isAnchor($0) } }
}

extension EntryText {
  private static func mainLink(of links: [InlineLink]) -> Int? {
    links.firstIndex { !$0.isImage && !$0.isAnchor }
      ?? links.firstIndex { !$0.isImage } ?? links.indices.first
  }

  private func isAnchor(_ link: EntryBytes.LinkPlace) -> Bool {
    entry.bytes[link.url].first == UInt8(ascii: "#")
  }

  /// Whether an address is the main link; a picture often leads where the title does.
  private func leads(to url: ByteSlice) -> Bool {
    url.elementsEqual(entry.url.map { entry.bytes[$0] } ?? [])
  }

  private mutating func add(_ link: InlineLink, _ text: ByteSlice, _ urls: ByteSlice) {
    let title = entry.add(text[link.range].buffer)
    entry.addLink(title: title, url: entry.add(urls[link.url].buffer))
  }

  private mutating func describe(_ text: ByteSlice) {
    entry.description.append(contentsOf: text.buffer)
  }

  private mutating func describe(_ text: ByteSlice, _ more: ByteSlice) {
    describe(text)
    if !more.isEmpty { entry.description.append(0x20) }
    describe(more)
  }

  /// Takes the title and what is said of it; true where the title is what stands under the link.
  private mutating func take(_ bytes: ByteSlice, around main: InlineLink) -> Bool {
    var lead = bytes[..<main.range.lowerBound]
    if !lead.isEmpty { lead = takeMarks(atEndOf: lead) }
    let hasWords = lead.contains { EntryText.isWordByte($0) }
    var rest = bytes[main.range.upperBound...].trimmingLeadingSpaces
    if hasWords, main.isBare || EntryText.opensBracket(lead) {
      // `"My talk" ([audio](…), [slides](…))`: what stands before is the title.
      entry.title = entry.add(EntryText.withoutOpening(lead).buffer)
      if !main.isBare { rest = bytes[(lead.endIndex - 1)...] }
      rest = takeMarks(atEndOf: rest)
      describe(EntryText.withoutSeparator(rest))
      return false
    }
    entry.title = entry.add(bytes[main.range].buffer)
    takeMarks(atStartOf: &rest)
    rest = takeMarks(atEndOf: rest)
    if !hasWords {
      describe(EntryText.withoutSeparator(rest))
    } else if lead.last == UInt8(ascii: ":") {
      // `Go: [name](…) - What it does.`
      let said = EntryText.withoutSeparator(rest)
      describe(said.isEmpty ? lead.dropLast() : lead, said)
    } else {
      describe(bytes[..<main.range.upperBound], rest)
    }
    return true
  }

  /// An entry without link: its strong beginning or what stands before a dash is the title.
  private mutating func takeUnlinked(_ bytes: ByteSlice, strongEnd: Int) {
    let end = strongEnd > 0 ? strongEnd : EntryText.separator(in: bytes) ?? bytes.endIndex
    entry.title = entry.add(takeMarks(atEndOf: bytes[..<end]).buffer)
    var rest = bytes[end...].trimmingLeadingSpaces
    takeMarks(atStartOf: &rest)
    describe(EntryText.withoutSeparator(takeMarks(atEndOf: rest)))
  }
}

// MARK: - Marks

extension EntryText {
  /// Takes the symbols that the text starts with, unless a number follows: that is a count.
  private mutating func takeMarks(atStartOf text: inout ByteSlice) {
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
  private mutating func takeMarks(atEndOf text: ByteSlice) -> ByteSlice {
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

  private static func opensBracket(_ text: ByteSlice) -> Bool {
    text.last == UInt8(ascii: "(") || text.last == UInt8(ascii: "[")
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|")
      || byte == UInt8(ascii: ",")
  }

  private static func withoutOpening(_ text: ByteSlice) -> ByteSlice {
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
  private static func withoutSeparator(_ text: ByteSlice) -> ByteSlice {
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
  private static func separator(in text: ByteSlice) -> Int? {
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
