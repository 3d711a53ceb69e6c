import ListModel
import TestSupport

/// Makes bookmarks of texts that mean something in one format or another, from a seed.
struct HostileTexts {
  var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  /// A bookmark as imports give them: its texts have no white space at their ends, its times are
  /// whole seconds.
  mutating func bookmark() -> Bookmark {
    let moment = Timestamp(milliseconds: Int.random(in: 1...4_000_000_000, using: &random) * 1_000)
    let isLater = Bool.random(using: &random)
    return Bookmark(
      url: url(), title: line(or: "Title"), list: Bool.random(using: &random) ? "owner/name" : "",
      category: (0..<Int.random(in: 0...3, using: &random)).map { _ in
        String(line(or: "Heading").map { $0 == "/" ? "∕" : $0 })
      },
      description: paragraphs(), day: Bool.random(using: &random) ? moment.day : nil,
      stars: Bool.random(using: &random) ? Stars(1_500) : nil,
      isBookmarked: !isLater || Bool.random(using: &random), later: isLater,
      read: Bool.random(using: &random) ? moment : nil, tags: tags(), note: paragraphs(),
      added: moment, changed: Timestamp(milliseconds: 1_700_000_000_000))
  }

  private mutating func url() -> String {
    let parts = [
      "a", "/", "?q=1", "&amp;", "&", "<", ">", "(", ")", "[", "]", "\\", "%20", "ä", "日本", "'",
      "`",
      "*", "_", "~", "#x", ",", ";", "|", "$(x)", "::", "=", "+", "{", "}", "^", "\u{202E}", "&lt;",
    ]
    return "https://example.org/" + pick(parts, 0...6).joined()
  }

  private mutating func line(or fallback: String) -> String {
    let text = pick(Self.words, 0...6).joined(separator: Bool.random(using: &random) ? " " : "")
    let words = text.unicodeScalars.split { $0.value <= 0x20 }.map { String($0) }
    return words.isEmpty ? fallback : words.joined(separator: " ")
  }

  private mutating func paragraphs() -> String {
    let lines = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      // A line may be blank, be indented, or look like something of the format.
      pick(Self.words + ["\t", "  ", "\n", ":PROPERTIES:", "* [[x]]", "#+", "- [a](b)"], 0...4)
        .joined(separator: " ")
    }
    var text = lines.joined(separator: "\n").unicodeScalars[...]
    while let first = text.first, first.value <= 0x20 { text.removeFirst() }
    while let last = text.last, last.value <= 0x20 { text.removeLast() }
    return String(text)
  }

  private mutating func tags() -> [String] {
    var tags: [String] = []
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let tag = String(line(or: "tag").map { $0 == "," ? ";" : $0 })
      let words = tag.split(separator: " ").joined(separator: " ")
      // Two tags may not become one where blanks become underscores.
      let word = words.map { $0 == " " ? "_" : $0 }
      if !tags.contains(where: { $0.map { $0 == " " ? "_" : $0 } == word }) { tags.append(words) }
    }
    return tags
  }

  private mutating func pick(_ parts: [String], _ count: ClosedRange<Int>) -> [String] {
    (0..<Int.random(in: count, using: &random)).map { _ in
      parts[Int.random(in: parts.indices, using: &random)]
    }
  }

  private static let words = [
    "word", "Größe", "日本語", "👩‍🔬", "e\u{301}", "<b>", "</a>", "<!--", "-->", "]]>", "&amp;", "&",
    "&#10;", "\"", "'", "\"\"", "\\", "\\n", "[x]", "]]", "](", "(", ")", "*", "**", "_a_", "`",
    "~~~", "#", "##", "- ", "+", "1.", "|", ";", "=cmd", "@", ":tag:", ":", "{", "}", "$x", "%s",
    "\u{202E}abc", "\u{200B}x", "TAGS: a", "https://other.example", "<https://a.example>", "!",
    "www.example.org", "a/b", "--", "—", "\u{FFFD}", "<dd>", "<DT>", "null", "true", "http://",
  ]
}
