/// Writes a text of Org as Markdown: links stay, and of emphasis the words.
struct OrgInlines {
  private let text: ArraySlice<UInt8>
  private let links: OrgLinks
  /// How many texts this one is a part of.
  private let depth: Int
  private var index: Int
  private var closers = ClosingMarkers()
  /// If there is no `]]` left.
  private var noLinkFrom = Int.max

  init(_ text: ArraySlice<UInt8>, links: OrgLinks, depth: Int = 0) {
    self.text = text
    self.links = links
    self.depth = depth
    index = text.startIndex
  }

  /// More deeply nested texts are written unchanged.
  private static let nesting = 8

  mutating func write(to writer: inout MarkdownWriter) {
    guard depth < OrgInlines.nesting else { return writer.write(text) }
    var plain = index
    while index < text.endIndex {
      let start = index
      guard let end = markup() else {
        index += 1
        continue
      }
      writer.write(text[plain..<start])
      write(start..<end, to: &writer)
      index = end
      plain = end
    }
    writer.write(text[plain...])
  }
}

extension OrgInlines {
  /// Returns the end of the markup that begins here; nil for plain text.
  private mutating func markup() -> Int? {
    switch text[index] {
    case UInt8(ascii: "["): linkEnd() ?? footnoteEnd()
    case UInt8(ascii: "<"): angleEnd()
    case UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "="),
      UInt8(ascii: "~"), UInt8(ascii: "+"):
      emphasisEnd()
    case UInt8(ascii: "\\"): breakEnd()
    case UInt8(ascii: "@"): exportEnd()
    default: nil
    }
  }

  private mutating func write(_ range: Range<Int>, to writer: inout MarkdownWriter) {
    let markup = text[range]
    let inner = range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)
    switch markup.first {
    case UInt8(ascii: "["): if markup.starts(with: "[[".utf8) { writeLink(markup, to: &writer) }
    case UInt8(ascii: "<"):
      if !markup.starts(with: "<<".utf8) { writer.writeLink(to: text[inner]) { _ in } }
    case UInt8(ascii: "="), UInt8(ascii: "~"): writer.write(text[inner])
    case UInt8(ascii: "*"):
      writer.writeStrong { writer in write(text[inner], to: &writer) }
    case UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "+"):
      write(text[inner], to: &writer)
    default: break
    }
  }
}

extension OrgInlines {
  /// `[[target]]` and `[[target][text]]`.
  private mutating func linkEnd() -> Int? {
    guard index < noLinkFrom, text[index...].starts(with: "[[".utf8) else { return nil }
    var place = index + 2
    while place + 1 < text.endIndex {
      if text[place] == UInt8(ascii: "]"), text[place + 1] == UInt8(ascii: "]") {
        return place + 2
      }
      if text[place] == UInt8(ascii: "["), text[place + 1] == UInt8(ascii: "[") { return nil }
      place += 1
    }
    noLinkFrom = index
    return nil
  }

  private func writeLink(_ markup: ArraySlice<UInt8>, to writer: inout MarkdownWriter) {
    let inner = markup.dropFirst(2).dropLast(2)
    let split = position(of: "][", in: inner)
    let target = unescaped(split.map { inner[..<$0] } ?? inner)
    let words = split.map { inner[($0 + 2)...] } ?? []
    if OrgLinks.isPicture(words) || words.isEmpty && OrgLinks.isPicture(target[...]) { return }
    let url = links.url(of: target[...])
    writer.writeLink(to: url[...]) { writer in
      if words.isEmpty { writer.write(target[...]) } else { write(words, to: &writer) }
    }
  }

  /// Returns the target without line breaks and the backslashes that escape brackets and
  /// backslashes.
  private func unescaped(_ target: ArraySlice<UInt8>) -> [UInt8] {
    var found: [UInt8] = []
    var isEscaped = false
    for byte in target where byte != 0x0A {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped, byte != UInt8(ascii: "["), byte != UInt8(ascii: "]"),
        byte != UInt8(ascii: "\\")
      {
        found.append(UInt8(ascii: "\\"))
      }
      isEscaped = false
      found.append(byte)
    }
    return found
  }

  /// `[fn:1]`, which has no meaning here.
  private func footnoteEnd() -> Int? {
    guard startsWith(text[index...], "[fn:") else { return nil }
    return text[index...].prefix(64).firstIndex(of: UInt8(ascii: "]")).map { $0 + 1 }
  }

  /// `<https://…>`, and targets, `<<name>>`.
  private func angleEnd() -> Int? {
    let rest = text[index...].prefix(4_096)
    let isEnd = { (byte: UInt8) in byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") }
    if rest.starts(with: "<<".utf8) {
      let name = rest.dropFirst(rest.dropFirst(2).first == UInt8(ascii: "<") ? 3 : 2).prefix(128)
      guard let end = name.firstIndex(where: isEnd), text[end] == UInt8(ascii: ">") else {
        return nil
      }
      return text[end...].prefix(3).prefix { $0 == UInt8(ascii: ">") }.endIndex
    }
    guard
      ["<http://", "<https://", "<mailto:", "<ftp://"].contains(where: { startsWith(rest, $0) }),
      let end = rest.dropFirst().firstIndex(where: { $0 <= 0x20 || isEnd($0) }),
      rest[end] == UInt8(ascii: ">")
    else { return nil }
    return end + 1
  }

  /// `\\` at the end of a line.
  private func breakEnd() -> Int? {
    guard text[index...].starts(with: "\\\\".utf8) else { return nil }
    let after = index + 2
    return after == text.endIndex || text[after] == 0x0A ? after : nil
  }

  /// `@@html:<br>@@`.
  private func exportEnd() -> Int? {
    guard text[index...].starts(with: "@@".utf8) else { return nil }
    let rest = text[(index + 2)...].prefix(512)
    return position(of: "@@", in: rest).map { $0 + 2 }
  }

  private mutating func emphasisEnd() -> Int? {
    let marker = text[index]
    let before = index > text.startIndex ? text[index - 1] : 0x20
    let opening = Array("-({'\"[".utf8)
    guard before <= 0x20 || opening.contains(before), index + 1 < text.endIndex,
      text[index + 1] > 0x20
    else { return nil }
    let text = text
    return closers.next(marker, from: index + 2, to: text.endIndex) { place in
      guard text[place] == marker, text[place - 1] > 0x20 else { return false }
      let after = place + 1 < text.endIndex ? text[place + 1] : 0x20
      return after <= 0x20 || Array("-.,;:!?'\")}[]\\".utf8).contains(after)
    }.map { $0 + 1 }
  }

  /// Writes a part of the text.
  private func write(_ part: ArraySlice<UInt8>, to writer: inout MarkdownWriter) {
    var inlines = OrgInlines(part, links: links, depth: depth + 1)
    inlines.write(to: &writer)
  }
}
