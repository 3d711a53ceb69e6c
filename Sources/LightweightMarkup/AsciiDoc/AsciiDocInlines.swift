/// Writes a text of AsciiDoc as Markdown: links stay, and of emphasis the words.
struct AsciiDocInlines {
  /// More deeply nested texts are written unchanged.
  private static let nesting = 8

  private let text: ArraySlice<UInt8>
  private let depth: Int
  private var index: Int
  private var closers = ClosingMarkers()

  init(_ text: ArraySlice<UInt8>, depth: Int = 0) {
    self.text = text
    self.depth = depth
    index = text.startIndex
  }

  mutating func write(to writer: inout MarkdownWriter) {
    guard depth < AsciiDocInlines.nesting else { return writer.write(text) }
    var plain = index
    while index < text.endIndex {
      let start = index
      guard let markup = markup() else {
        index += 1
        continue
      }
      writer.write(text[plain..<start])
      write(markup, to: &writer)
      index = markup.end
      plain = markup.end
    }
    writer.write(text[plain...])
  }
}

/// Markup in a text, and where it ends.
private struct AsciiDocMarkup {
  enum Kind {
    case nothing
    /// Words that may contain further markup.
    case words(ArraySlice<UInt8>)
    case strong(ArraySlice<UInt8>)
    case literal(ArraySlice<UInt8>)
    case link(ArraySlice<UInt8>, words: ArraySlice<UInt8>)
  }

  let kind: Kind
  let end: Int
}

// MARK: - Writing

extension AsciiDocInlines {
  private func write(_ markup: AsciiDocMarkup, to writer: inout MarkdownWriter) {
    switch markup.kind {
    case .nothing: break
    case .literal(let words): writer.write(words)
    case .words(let words): write(words, to: &writer)
    case .strong(let words): writer.writeStrong { writer in write(words, to: &writer) }
    case .link(let url, let words):
      let shown = AsciiDocInlines.shown(words)
      writer.writeLink(to: url) { writer in
        if shown.isEmpty { writer.write(url) } else { write(shown, to: &writer) }
      }
    }
  }

  private func write(_ part: ArraySlice<UInt8>, to writer: inout MarkdownWriter) {
    var inlines = AsciiDocInlines(part, depth: depth + 1)
    inlines.write(to: &writer)
  }

  /// Returns the shown text of `text,window=_blank`, `"text, more",role=x` and `text^`.
  private static func shown(_ words: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var shown = words.trimmingBlanks
    if shown.first == UInt8(ascii: "\"") {
      let quoted = shown.dropFirst()
      shown = quoted.prefix { $0 != UInt8(ascii: "\"") }
    } else if shown.contains(UInt8(ascii: "=")) {
      shown = shown.prefix { $0 != UInt8(ascii: ",") }
      if shown.contains(UInt8(ascii: "=")) { return [] }
    }
    if shown.last == UInt8(ascii: "^") { shown = shown.dropLast() }
    return shown
  }
}

// MARK: - Finding

extension AsciiDocInlines {
  private mutating func markup() -> AsciiDocMarkup? {
    switch text[index] {
    case AsciiDocAttributes.mark:
      let next = text[index...].dropFirst().prefix(1)
      return AsciiDocMarkup(kind: .literal(next), end: next.endIndex)
    case UInt8(ascii: "\\"):
      let next = text[index...].dropFirst().prefix(1)
      guard let byte = next.first, !isWord(byte) || isAtAddress(index + 1) else { return nil }
      return AsciiDocMarkup(kind: .literal(next), end: next.endIndex)
    case UInt8(ascii: "["): return anchorOrRole()
    case UInt8(ascii: "<"): return angle()
    case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "#"):
      return emphasis()
    case UInt8(ascii: "+"): return lineBreak() ?? emphasis()
    default:
      guard isWord(text[index]), index == text.startIndex || !isWord(text[index - 1]) else {
        return nil
      }
      return address() ?? macro()
    }
  }

  private func isAtAddress(_ place: Int) -> Bool {
    let rest = text[place...]
    return ["http://", "https://", "ftp://", "irc://", "link:"].contains { startsWith(rest, $0) }
  }

  /// `https://…[text]`, and a bare URL.
  private mutating func address() -> AsciiDocMarkup? {
    let rest = text[index...]
    guard ["http://", "https://", "ftp://", "irc://"].contains(where: { startsWith(rest, $0) })
    else { return nil }
    let url = rest.prefix { $0 > 0x20 && !Array("[]<>".utf8).contains($0) }
    guard let words = brackets(at: url.endIndex) else {
      return AsciiDocMarkup(kind: .literal(url), end: url.endIndex)
    }
    return link(url, words: words)
  }

  /// `link:target[text]` and other macros of this form; pictures and notes are dropped.
  private mutating func macro() -> AsciiDocMarkup? {
    let name = text[index...].prefix(12).prefix { isWord($0) && $0 < 0x80 }
    guard name.endIndex < text.endIndex, text[name.endIndex] == UInt8(ascii: ":") else {
      return nil
    }
    let isKnown = [
      "link", "mailto", "xref", "image", "icon", "footnote", "anchor", "kbd", "btn", "pass",
    ]
    .contains { matches(name, $0) }
    guard isKnown else { return nil }
    let text = text
    let targetEnd = closers.next(0, from: name.endIndex + 1, to: text.endIndex) {
      text[$0] <= 0x20 || text[$0] == UInt8(ascii: "[")
    }
    guard let targetEnd else { return nil }
    var target = text[(name.endIndex + 1)..<targetEnd]
    guard let words = brackets(at: targetEnd) else { return nil }
    switch name.first {
    case UInt8(ascii: "l"):
      let marks = Array("++".utf8)
      if target.starts(with: marks), target.suffix(2).elementsEqual(marks), target.count > 4 {
        target = target.dropFirst(2).dropLast(2)
      }
      return link(target, words: words)
    case UInt8(ascii: "m"): return link(text[name.startIndex..<target.endIndex], words: words)
    case UInt8(ascii: "x"): return place(words, end: words.endIndex + 1)
    case UInt8(ascii: "k"), UInt8(ascii: "b"), UInt8(ascii: "p"):
      return AsciiDocMarkup(kind: .literal(words), end: words.endIndex + 1)
    default: return AsciiDocMarkup(kind: .nothing, end: words.endIndex + 1)
    }
  }

  private func link(_ url: ArraySlice<UInt8>, words: ArraySlice<UInt8>) -> AsciiDocMarkup {
    let end = words.endIndex + 1
    // The text of a link around a picture is the picture's alternative text.
    guard startsWith(words, "image:"), let open = words.firstIndex(of: UInt8(ascii: "[")) else {
      return AsciiDocMarkup(kind: .link(url, words: words), end: end)
    }
    let alternative = words[(open + 1)...].prefix {
      $0 != UInt8(ascii: "]") && $0 != UInt8(ascii: ",")
    }
    return AsciiDocMarkup(
      kind: alternative.isEmpty ? .nothing : .link(url, words: alternative), end: end)
  }

  /// Returns a link to a place in the document.
  private func place(_ words: ArraySlice<UInt8>, end: Int) -> AsciiDocMarkup {
    AsciiDocMarkup(kind: .link(Array("#".utf8)[...], words: words), end: end)
  }

  /// Returns the text in brackets at a position; an escaped bracket, and that of a picture, do not
  /// end it.
  private mutating func brackets(at place: Int) -> ArraySlice<UInt8>? {
    let text = text
    guard place < text.endIndex, text[place] == UInt8(ascii: "[") else { return nil }
    let isEnd = { (at: Int) in text[at] == UInt8(ascii: "]") && text[at - 1] != 0x5C }
    guard
      let end = closers.next(
        UInt8(ascii: "]"), from: place + 1, to: text.endIndex, isClosing: isEnd)
    else { return nil }
    let words = text[(place + 1)..<end]
    guard startsWith(words, "image:"), words.contains(UInt8(ascii: "[")) else { return words }
    // The part after a picture is never longer.
    let rest = text[(end + 1)...].prefix(256)
    return rest.indices.first(where: isEnd).map { text[(place + 1)..<$0] }
  }

  /// `[[anchor]]`, and the `[.role]` of a text that is set apart.
  private mutating func anchorOrRole() -> AsciiDocMarkup? {
    let rest = text[index...].prefix(64)
    if rest.starts(with: "[[".utf8), let end = next("]", twiceFrom: index + 2) {
      return AsciiDocMarkup(kind: .nothing, end: end + 2)
    }
    guard let sign = rest.dropFirst().first, Array(".#".utf8).contains(sign),
      let end = rest.firstIndex(of: UInt8(ascii: "]")), end + 1 < text.endIndex,
      Array("#*_`".utf8).contains(text[end + 1])
    else { return nil }
    return AsciiDocMarkup(kind: .nothing, end: end + 1)
  }

  /// `<<anchor,text>>` and `<https://…>`.
  private mutating func angle() -> AsciiDocMarkup? {
    let rest = text[index...]
    if rest.starts(with: "<<".utf8), let end = next(">", twiceFrom: index + 2) {
      let inner = text[(index + 2)..<end]
      let comma = inner.firstIndex(of: UInt8(ascii: ","))
      return place(comma.map { inner[($0 + 1)...] } ?? inner, end: end + 2)
    }
    guard isAtAddress(index + 1) else { return nil }
    let url = rest.dropFirst().prefix { $0 > 0x20 && !Array("[<>".utf8).contains($0) }
    guard url.endIndex < text.endIndex, text[url.endIndex] == UInt8(ascii: ">") else { return nil }
    return AsciiDocMarkup(kind: .link(url, words: []), end: url.endIndex + 1)
  }

  /// Returns where a character next occurs twice in a row, within a limit.
  private mutating func next(_ sign: Unicode.Scalar, twiceFrom start: Int) -> Int? {
    let (text, sign) = (text, UInt8(ascii: sign))
    let found = closers.next(sign &+ 128, from: start, to: text.endIndex) {
      text[$0] == sign && $0 + 1 < text.endIndex && text[$0 + 1] == sign
    }
    return found.flatMap { $0 - start < 512 ? $0 : nil }
  }

  /// ` +` at the end of a line.
  private func lineBreak() -> AsciiDocMarkup? {
    let after = index + 1
    guard index > text.startIndex, text[index - 1] == 0x20,
      after == text.endIndex || text[after] == 0x0A
    else { return nil }
    return AsciiDocMarkup(kind: .nothing, end: after)
  }

  /// `*words*` between other words, and `**words**` within them.
  private mutating func emphasis() -> AsciiDocMarkup? {
    let (text, sign) = (text, text[index])
    let isDouble = text[(index + 1)...].first == sign
    let width = isDouble ? 2 : 1
    let start = index + width
    guard start < text.endIndex, isDouble || text[start] > 0x20,
      isDouble || index == text.startIndex || !isWord(text[index - 1])
    else { return nil }
    let end = closers.next(sign &+ (isDouble ? 128 : 0), from: start + 1, to: text.endIndex) {
      guard text[$0] == sign else { return false }
      if isDouble { return $0 + 1 < text.endIndex && text[$0 + 1] == sign }
      return text[$0 - 1] > 0x20 && ($0 + 1 == text.endIndex || !isWord(text[$0 + 1]))
    }
    guard let end else { return nil }
    let words = text[start..<end]
    switch sign {
    case UInt8(ascii: "*") where !isDouble && words.last != 0x5C:
      return AsciiDocMarkup(kind: .strong(words), end: end + width)
    case UInt8(ascii: "+"): return AsciiDocMarkup(kind: .literal(words), end: end + width)
    default: return AsciiDocMarkup(kind: .words(words), end: end + width)
    }
  }
}
