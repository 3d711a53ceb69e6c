/// The headings of Markdown that is in a block of HTML, as after a `<pre>` without an end.
enum HiddenHeadings {
  struct Found {
    let text: [UInt8]
    let level: Int
    /// Counted from 0.
    let line: Int
  }

  /// Finds the headings, in time that grows with the text.
  static func find(in html: UnsafeBufferPointer<UInt8>) -> [Found] {
    guard mayHaveHeadings(html) else { return [] }
    var found: [Found] = []
    var reader = MarkdownReader(withoutTags(html))
    _ = reader.read { block in
      guard block.node.kind == .heading else { return }
      found.append(
        Found(
          text: InlineCollector.collect(block.node).text, level: block.node.headingLevel,
          line: block.node.line + block.lineOffset - 1))
    }
    return found
  }

  /// Returns whether a line after the first one begins like a heading or like the rule below one.
  private static func mayHaveHeadings(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
    var isStart = false
    for byte in html {
      if isStart, "#=-".utf8.contains(byte) { return true }
      isStart = byte == 0x0A || isStart && byte == 0x20
    }
    return false
  }

  /// Returns the text with blank lines instead of those that would hide the next ones.
  private static func withoutTags(_ html: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(html.count)
    for line in html.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let content = UnsafeBufferPointer(rebasing: line.drop { $0 == 0x20 || $0 == 0x09 })
      if !beginsHTML(content) { text += line }
      text.append(0x0A)
    }
    return text
  }

  private static func beginsHTML(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "<") else { return line.starts(with: "-->".utf8) }
    let bytes = Array(line)
    return HTMLLine(line).start != .other || HTMLBlock(bytes, at: 0, to: bytes.count) != nil
  }
}
