/// AsciiDoc headings and other lines recognised by their form only.
enum AsciiDocHeading {
  /// Returns the level of `== Words` or `## Words`, 0 for the document's title, and the words.
  static func line(_ text: ArraySlice<UInt8>) -> (level: Int, text: ArraySlice<UInt8>)? {
    guard let sign = text.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: "#") else {
      return nil
    }
    let rest = text.drop { $0 == sign }
    let count = text.count - rest.count
    guard count <= 6, rest.first == 0x20 else { return nil }
    var words = rest.trimmingBlanks
    // `== Words ==`.
    let closing = words.reversed().prefix { $0 == sign }.count
    if closing == count, words.dropLast(closing).last == 0x20 {
      words = words.dropLast(closing).trimmingBlanks
    }
    return words.isEmpty ? nil : (count - 1, words)
  }

  /// Returns the heading level of an underline, which must be as long as the line above it.
  static func underline(_ line: ArraySlice<UInt8>, of text: ArraySlice<UInt8>) -> Int? {
    guard let sign = line.first, line.count > 2, line.allSatisfy({ $0 == sign }),
      let level = Array("=-~^+".utf8).firstIndex(of: sign), text.contains(where: isWord)
    else { return nil }
    let length = text.count(where: { $0 & 0xC0 != 0x80 })
    return abs(length - line.count) <= 1 ? level : nil
  }

  /// Returns a line that begins and ends a block: `--`, ```` ``` ````, `|===`, or four and more of
  /// a sign.
  static func isDelimiter(_ text: ArraySlice<UInt8>) -> Bool {
    guard let sign = text.first, text.count > 1 else { return false }
    if text.starts(with: "```".utf8) || text.elementsEqual("|===".utf8) { return true }
    guard text.allSatisfy({ $0 == sign }) else { return false }
    if text.count == 2 { return sign == UInt8(ascii: "-") }
    return text.count >= 4 && Array("=*_-.+/".utf8).contains(sign)
  }

  /// `[…]` on a line of its own: an anchor or the attributes of the next block.
  static func isBlockAttribute(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: "[") && text.last == UInt8(ascii: "]")
      && text.dropFirst().first != 0x20
  }

  /// Returns whether it is `image::…[]`, `include::…[]`, `ifdef::…[]`, `toc::[]`, or a page or
  /// section break.
  static func isMacro(_ text: ArraySlice<UInt8>) -> Bool {
    if text.elementsEqual("'''".utf8) || text.elementsEqual("<<<".utf8) { return true }
    guard text.last == UInt8(ascii: "]"), let colons = position(of: "::", in: text.prefix(64))
    else { return false }
    return colons > text.startIndex && text[..<colons].allSatisfy { isWord($0) && $0 < 0x80 }
      && text[colons...].dropFirst(2).first != 0x20
  }
}
