/// An HTML block that continues over blank lines up to its end mark.
enum HTMLBlock {
  case element, comment, instruction, declaration, data

  /// Creates the block that a line starts with; nil for HTML that ends at a blank line, and for
  /// text.
  init?(_ bytes: [UInt8], at start: Int, to end: Int) {
    let text = bytes[start..<end]
    if text.starts(with: "<!--".utf8) {
      self = .comment
    } else if text.starts(with: "<?".utf8) {
      self = .instruction
    } else if text.starts(with: "<![CDATA[".utf8) {
      self = .data
    } else if text.starts(with: "<!".utf8) {
      self = .declaration
    } else if HTMLBlock.startsElement(text) {
      self = .element
    } else {
      return nil
    }
  }

  /// Returns whether a line holds the text that ends the block.
  func ends(in line: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .comment: HTMLBlock.holds("-->", line)
    case .instruction: HTMLBlock.holds("?>", line)
    case .declaration: HTMLBlock.holds(">", line)
    case .data: HTMLBlock.holds("]]>", line)
    case .element:
      HTMLBlock.holds("</pre>", line) || HTMLBlock.holds("</script>", line)
        || HTMLBlock.holds("</style>", line)
    }
  }

  private static func startsElement(_ text: ArraySlice<UInt8>) -> Bool {
    ["<script", "<pre", "<style"].contains { name in
      guard text.count >= name.utf8.count else { return false }
      let next = text.dropFirst(name.utf8.count).first
      return zip(text, name.utf8).allSatisfy { $0 == $1 || $0 | 0x20 == $1 && $1 != 0x3C }
        && (next == nil || next == UInt8(ascii: ">") || next == 0x20 || next == 0x09)
    }
  }

  private static func holds(_ word: String, _ line: ArraySlice<UInt8>) -> Bool {
    let word = Array(word.utf8)
    var index = line.startIndex
    while index + word.count <= line.endIndex {
      if line[index..<index + word.count].elementsEqual(word, by: { $0 == $1 || $0 | 0x20 == $1 }) {
        return true
      }
      index += 1
    }
    return false
  }
}
