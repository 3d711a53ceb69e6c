/// Counts the traits of each language in a text, to recognise one without a suffix.
struct MarkupEvidence {
  private static let bytesLookedAt = 256 << 10

  private var counts: [MarkupLanguage: Int] = [:]
  private var previous: ArraySlice<UInt8> = []
  private var isFirstLine = true

  /// The language with the most traits; Markdown if no other has any.
  var likeliest: MarkupLanguage {
    let others: [MarkupLanguage] = [.org, .reStructuredText, .asciidoc, .html]
    let best = others.max { count($0) < count($1) } ?? .markdown
    return count(best) >= 2 && count(best) > count(.markdown) ? best : .markdown
  }

  /// There is Markdown, and nothing of any other language.
  var isMarkdownOnly: Bool { count(.markdown) >= 2 && counts.count == 1 }

  mutating func gather(_ text: [UInt8]) {
    let text = text.prefix(MarkupEvidence.bytesLookedAt)
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
      read(text[start..<end])
      start = end + 1
    }
  }

  private func count(_ language: MarkupLanguage) -> Int { counts[language] ?? 0 }

  private mutating func add(_ weight: Int, to language: MarkupLanguage) {
    counts[language, default: 0] += weight
  }
}

extension MarkupEvidence {
  private mutating func read(_ line: ArraySlice<UInt8>) {
    let text = line.trimmingBlanks
    if !text.isEmpty {
      readStart(of: text, isIndented: text.startIndex > line.startIndex)
      readLinks(in: text)
      isFirstLine = false
    }
    previous = text
  }

  private mutating func readStart(of text: ArraySlice<UInt8>, isIndented: Bool) {
    switch text[text.startIndex] {
    case UInt8(ascii: "#"):
      if text.starts(with: "#+".utf8), text.contains(UInt8(ascii: ":")) || text.contains(0x5F) {
        add(3, to: .org)
      } else if !isIndented, text.drop(while: { $0 == UInt8(ascii: "#") }).first == 0x20 {
        add(1, to: .markdown)
      }
    case UInt8(ascii: ":"):
      if [":properties:", ":end:", ":custom_id:"].contains(where: { startsWith(text, $0) }) {
        add(2, to: .org)
      }
    case UInt8(ascii: "."):
      if text.starts(with: ".. ".utf8), isDirective(text.dropFirst(3)) {
        add(3, to: .reStructuredText)
      }
    case UInt8(ascii: "="):
      let rest = text.drop { $0 == UInt8(ascii: "=") }
      if !isIndented, rest.first == 0x20, text.count - rest.count <= 6, isTitle(rest.dropFirst()) {
        add(isFirstLine ? 2 : 1, to: .asciidoc)
      }
    case UInt8(ascii: "|"):
      if text.starts(with: "|===".utf8) { add(2, to: .asciidoc) }
    case UInt8(ascii: "<"):
      if isFirstLine, startsWith(text, "<!doctype html") || startsWith(text, "<html") {
        add(1_000_000, to: .html)
      }
    case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "\""):
      if !isIndented, text.count > 3, text.count >= previous.count, !previous.isEmpty,
        text.allSatisfy({ $0 == text.first })
      {
        add(1, to: .reStructuredText)
      }
    default: break
    }
  }

  /// `name::`, `_target:` or `|name| name::`.
  private func isDirective(_ text: ArraySlice<UInt8>) -> Bool {
    if text.first == UInt8(ascii: "_") { return text.contains(UInt8(ascii: ":")) }
    return holds(text, "::")
  }

  /// Not the border of a table, which consists of `=` and spaces.
  private func isTitle(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { $0 != 0x20 && $0 != UInt8(ascii: "=") }
  }

  /// Links as each language writes them.
  private mutating func readLinks(in line: ArraySlice<UInt8>) {
    var index = line.startIndex
    /// Where the current URL begins; nil outside one.
    var address: Int?
    var angle: Int?
    var brackets: Int?
    while index + 1 < line.endIndex {
      let (byte, next) = (line[index], line[index + 1])
      switch (byte, next) {
      case (UInt8(ascii: "]"), UInt8(ascii: "(")):
        add(2, to: .markdown)
      case (UInt8(ascii: "["), UInt8(ascii: "[")):
        brackets = index + 2
      case (UInt8(ascii: "]"), UInt8(ascii: "[")):
        if let start = brackets, isOrgTarget(line[start..<index]) { add(2, to: .org) }
        brackets = nil
      case (UInt8(ascii: "]"), UInt8(ascii: "]")):
        if let start = brackets, isAddress(line[start..<index]) { add(2, to: .org) }
        brackets = nil
      case (UInt8(ascii: "<"), _): angle = index
      case (UInt8(ascii: ">"), UInt8(ascii: "`")):
        if angle != nil, line[(index + 2)...].first == UInt8(ascii: "_") {
          add(2, to: .reStructuredText)
        }
      case (UInt8(ascii: ":"), UInt8(ascii: "/")): address = index
      case (_, UInt8(ascii: "[")):
        if let start = address, index > start + 3, brackets == nil, byte != UInt8(ascii: "]"),
          byte > 0x20, byte != UInt8(ascii: "(")
        {
          add(2, to: .asciidoc)
        }
      default: break
      }
      if byte <= 0x20 || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") { address = nil }
      index += 1
    }
  }

  private func isAddress(_ target: ArraySlice<UInt8>) -> Bool {
    target.count < 4_096 && holds(target, "://") && !target.contains(0x20)
  }

  private func isOrgTarget(_ target: ArraySlice<UInt8>) -> Bool {
    guard let first = target.first else { return false }
    return first == UInt8(ascii: "#") || first == UInt8(ascii: "*")
      || ["file:", "./", "id:"].contains { startsWith(target, $0) } || isAddress(target)
  }
}
