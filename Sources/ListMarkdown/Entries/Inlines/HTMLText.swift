/// Text that is between the tags of HTML.
enum HTMLText {
  private static let entities: [(name: String, text: String)] = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"),
    ("&nbsp;", " "), ("&ndash;", "–"), ("&mdash;", "—"), ("&bull;", "•"), ("&middot;", "·"),
  ]

  /// Returns the text with the entities decoded that occur in lists; others are unchanged.
  static func unescaped(_ text: some Collection<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
    var bytes: [UInt8] = []
    var rest = text[...]
    while let first = rest.first {
      if first == UInt8(ascii: "&"),
        let entity = entities.first(where: { rest.starts(with: $0.name.utf8) })
      {
        bytes += entity.text.utf8
        rest = rest.dropFirst(entity.name.utf8.count)
      } else {
        bytes.append(first)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }

  /// Returns whether a line is a link back: `↥ back to top`.
  static func leadsBack(_ line: InlineText) -> Bool {
    guard line.text.count < 40 else { return false }
    let words = line.text.map { $0 | 0x20 }.drop { $0 < 0x61 || $0 > 0x7A }
    return words.starts(with: "back to".utf8) || words.starts(with: "go to top".utf8)
  }
}
