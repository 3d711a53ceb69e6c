/// Separators between a title and its description: a dash, a colon, an arrow, a bar.
enum Separator {
  /// ASCII separators, several of which may be combined: `--`, `=>`, `->`.
  private static func isASCII(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x3D, 0x3E, 0x7C, 0x7E: true
    default: false
    }
  }
  /// Dashes, colons, dots, arrows and bars of all scripts.
  private static let others: [[UInt8]] = [
    "–", "—", "―", "‒", "−", "‐", "‑", "－", "：", "︰", "｜", "～", "〜", "·", "•", "・", "∙", "⋅", "‣",
    "→", "⇒", "⟶", "➔", "➜", "➝", "➞", "➡️", "➡", "»", "«", "›", "│", "┃", "，", "、", "。", "；",
  ].map { Array($0.utf8) }

  /// Those that also end a sentence or a part of one, and so belong to a text at its end.
  private static let marks: Set<String> = ["，", "、", "。", "；", "»", "«", "›"]
  private static let trailing = others.filter {
    !marks.contains(String(decoding: $0, as: UTF8.self))
  }
  /// Those of others that lines of links to navigate by do not have.
  private static let dashes: [[UInt8]] = [
    "-", "–", "—", "―", "‒", "−", "－", ":", "：", "︰", "→", "⇒", "⟶", "➔", "➜", "=>", "~", "～",
  ].map { Array($0.utf8) }

  /// Returns whether a link is followed by a dash, a colon or an arrow, and not by the next of
  /// several links.
  static func startsDescription(_ text: some Collection<UInt8>) -> Bool {
    dashes.contains { text.starts(with: $0) }
  }

  /// Returns how much of a text is separators and the spaces around them.
  static func length(atStartOf text: ByteSlice) -> Int {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == 0x20 {
        index += 1
      } else if case let length = oneLength(atStartOf: text[index...]), length > 0 {
        index += length
      } else {
        break
      }
    }
    return index - text.startIndex
  }

  /// Returns the text without the separators that it begins with.
  static func trimmingStart(_ text: ByteSlice) -> ByteSlice {
    text.dropFirst(length(atStartOf: text))
  }

  /// Returns the text without detached separators at its end, or with `isTitle` also those directly
  /// after a word.
  static func trimmingEnd(_ text: ByteSlice, isTitle: Bool = false) -> ByteSlice {
    var text = text.trimmingTrailingSpaces
    while let last = text.last {
      var rest = text
      if last >= 0x80 {
        guard let other = trailing.first(where: { text.suffix($0.count).elementsEqual($0) }) else {
          break
        }
        rest = text.dropLast(other.count)
      } else {
        while let byte = rest.last, isASCII(byte) { rest.removeLast() }
        guard rest.endIndex < text.endIndex else { break }
        let run = text[rest.endIndex...]
        // `etc.` and `See:` end so; `C++ -` does not.
        let mayTouch = isTitle && (last == UInt8(ascii: ":") || last == UInt8(ascii: ","))
        guard rest.isEmpty || rest.last == 0x20 || run.count == 1 && mayTouch else { break }
      }
      text = rest.trimmingTrailingSpaces
    }
    return text
  }

  /// Returns the position of a separator between words: ` - `, ` – `, `：`, and with `withColon` also `: `.
  static func first(in text: ByteSlice, withColon: Bool) -> Range<Int>? {
    var index = text.startIndex
    while index < text.endIndex {
      switch text[index] {
      case 0x20:
        let length = dashLength(atStartOf: text[(index + 1)...])
        let end = index + 1 + length
        if length > 0, end < text.endIndex, text[end] == 0x20 { return index..<end + 1 }
      case UInt8(ascii: ":") where withColon:
        if index + 1 < text.endIndex, text[index + 1] == 0x20 { return index..<index + 2 }
      case 0xEF where text[index...].starts(with: "：".utf8): return index..<index + 3
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Returns the length of a dash, a bar or an arrow that may be between spaces within a text.
  private static func dashLength(atStartOf text: ByteSlice) -> Int {
    guard let first = text.first else { return 0 }
    if first >= 0x80 { return others.first { text.starts(with: $0) }?.count ?? 0 }
    let run = text.prefix { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "=") }
    if run.isEmpty { return [UInt8(ascii: "|"), UInt8(ascii: "~")].contains(first) ? 1 : 0 }
    return run.count + (text.dropFirst(run.count).first == UInt8(ascii: ">") ? 1 : 0)
  }

  private static func oneLength(atStartOf text: ByteSlice) -> Int {
    guard let first = text.first else { return 0 }
    if first >= 0x80 {
      guard first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF else { return 0 }
      return others.first { text.starts(with: $0) }?.count ?? 0
    }
    guard isASCII(first) else { return 0 }
    let run = text.prefix(while: isASCII)
    guard let next = text.dropFirst(run.count).first else { return run.count }
    // `.NET`, `/r/go` and `~100` are words, but a dash or a colon may be adjacent to the next word.
    let mayTouch =
      first == UInt8(ascii: "-") || run.count == 1 && first == UInt8(ascii: ":") && next != first
    return next == 0x20 || mayTouch && !run.isEmpty || next >= 0x80 && run.last != UInt8(ascii: ".")
      ? run.count : 0
  }
}
