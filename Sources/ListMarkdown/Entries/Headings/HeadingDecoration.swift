/// The parts of a heading that are not part of its name.
///
///     ## 1. Tools          a number
///     ## Tools (39)        a count of its entries
///     ## Tools [⬆](#c)     a link back to the contents
///     ## Tools {#t}        an anchor
///     ## Tools:            a colon
enum HeadingDecoration {
  private static let counted = Set(
    [
      "app", "article", "book", "course", "entry", "item", "library", "link", "list", "package",
      "paper", "plugin", "project", "repo", "repository", "resource", "site", "tool", "video",
      "website",
    ].flatMap { word -> [String] in
      [word, word + "s", word.hasSuffix("y") ? word.dropLast() + "ies" : word + "es"]
    })
  private static let arrows: [[UInt8]] = [
    "⬆️", "⬆", "↑", "⇧", "🔝", "🔼", "⤴️", "⤴", "▲", "△", "↩️", "↩", "⏫", "↥", "⇑", "⮝", "^",
  ].map { Array($0.utf8) }

  /// Returns the heading without links to anchors of its own page next to its name.
  static func withoutBackLinks(_ heading: consuming InlineText) -> InlineText {
    guard heading.links.contains(where: \.isAnchor) else { return heading }
    var cuts: [Range<Int>] = []
    // More than a few would take quadratic time, and do not occur in headings.
    for link in heading.links.lazy.filter(\.isAnchor).prefix(16) {
      let whole = withBrackets(link.range, in: heading.text)
      let beside = heading.text[..<whole.lowerBound] + heading.text[whole.upperBound...]
      // A page published by awl links a heading that contains ` / `, so that this does not separate
      // a path.
      guard beside.contains(where: { $0.isOfWord }), !hasJoin(heading.text[link.range]),
        cuts.last.map({ $0.upperBound <= whole.lowerBound }) ?? true
      else { continue }
      cuts.append(whole)
    }
    var rest = copy heading
    rest.remove(cuts)
    let name = rest.text[...].trimmingTrailingSpaces
    guard name.contains(where: { $0.isOfWord }) else { return heading }
    rest.text.removeSubrange(name.endIndex...)
    let start = rest.text.prefix { $0 == 0x20 }.count
    return start > 0 ? rest.dropping(prefix: start) : rest
  }

  /// Returns the range of the name in a heading's text; all of it if nothing else would remain.
  static func name(in text: ArraySlice<UInt8>) -> Range<Int> {
    var name = text[...].trimmingTrailingSpaces.trimmingLeadingSpaces
    name = name.dropFirst(numberLength(name)).trimmingLeadingSpaces
    while true {
      let end = name.endIndex
      name = withoutEnd(name).trimmingTrailingSpaces
      if name.endIndex == end { break }
    }
    return name.contains(where: { $0.isOfWord })
      ? name.startIndex..<name.endIndex : text.startIndex..<text.endIndex
  }
}

extension HeadingDecoration {
  private static func hasJoin(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.contains { text[$0] == UInt8(ascii: "/") && text[..<$0].last == 0x20 }
  }

  private static func withBrackets(_ link: Range<Int>, in text: [UInt8]) -> Range<Int> {
    guard link.lowerBound > 0, link.upperBound < text.count,
      let close = EntryText.closing(of: text[link.lowerBound - 1]), text[link.upperBound] == close
    else { return link }
    return link.lowerBound - 1..<link.upperBound + 1
  }

  /// Returns the length of `1.`, `1)`, `(1)`, `1.2` or `一、` and the space after it.
  private static func numberLength(_ text: ArraySlice<UInt8>) -> Int {
    let chinese = chineseNumberLength(text)
    if chinese > 0 { return chinese }
    let isInBrackets = text.first == UInt8(ascii: "(")
    var rest = isInBrackets ? text.dropFirst() : text
    var points = 0
    while true {
      let digits = rest.prefix { $0.isDigit }
      guard !digits.isEmpty, digits.count < 4 else { break }
      rest = rest.dropFirst(digits.count)
      guard rest.first == UInt8(ascii: ".") else { break }
      rest = rest.dropFirst()
      points += 1
    }
    guard rest.startIndex > text.startIndex + (isInBrackets ? 1 : 0) else { return 0 }
    if rest.first == UInt8(ascii: ")") {
      rest = rest.dropFirst()
    } else if points == 0 || isInBrackets {
      return 0
    }
    guard rest.first == 0x20 else { return 0 }
    return rest.startIndex + 1 - text.startIndex
  }

  private static func chineseNumberLength(_ text: ArraySlice<UInt8>) -> Int {
    // Fast for nearly all headings: the digits begin with these bytes.
    guard let first = text.first, first == 0xE4 || first == 0xE5 else { return 0 }
    let digits = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    var rest = text
    while let digit = digits.first(where: { rest.starts(with: $0.utf8) }) {
      rest = rest.dropFirst(digit.utf8.count)
    }
    guard rest.startIndex > text.startIndex, rest.starts(with: "、".utf8) else { return 0 }
    return rest.startIndex + 3 - text.startIndex
  }

  /// Takes one thing from the end.
  private static func withoutEnd(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    switch text.last {
    case UInt8(ascii: ":"): return Shortcode.endsText(text) ? text : text.dropLast()
    case UInt8(ascii: ")"): return withoutCount(text, open: UInt8(ascii: "("))
    case UInt8(ascii: "]"): return withoutCount(text, open: UInt8(ascii: "["))
    case UInt8(ascii: "}"):
      guard let open = text.suffix(128).lastIndex(of: UInt8(ascii: "{")),
        [UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: ".")].contains(text[open + 1])
      else { return text }
      return text[..<open]
    case .some(let last) where last < 0x80 && last != UInt8(ascii: "^"): return text
    default:
      if text.suffix(3).elementsEqual("：".utf8) { return text.dropLast(3) }
      let arrow = arrows.first { text.suffix($0.count).elementsEqual($0) }
      return text.dropLast(arrow?.count ?? 0)
    }
  }

  /// Takes `(39)` or `(39 items)`; a year is part of the name.
  private static func withoutCount(_ text: ArraySlice<UInt8>, open: UInt8) -> ArraySlice<UInt8> {
    guard let start = text.suffix(32).lastIndex(of: open) else { return text }
    let inside = text[(start + 1)...].dropLast()
    let number = inside.prefix { $0.isDigit || $0 == UInt8(ascii: ",") }
    guard let first = number.first, first.isDigit else {
      return inside.allSatisfy { $0 == 0x20 } ? text[..<start] : text
    }
    let word = inside.dropFirst(number.count).trimmingLeadingSpaces.map { $0 | 0x20 }
    let isYear =
      number.count == 4 && (number.starts(with: "19".utf8) || number.starts(with: "20".utf8))
    guard word.isEmpty ? !isYear : counted.contains(String(decoding: word, as: UTF8.self)) else {
      return text
    }
    return text[..<start]
  }
}
