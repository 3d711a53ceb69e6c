import ListModel

/// The kind of HTML that a line beginning with `<` starts.
enum HTMLStart {
  /// Returns the text that ends a block of HTML which continues over blank lines; nil for other
  /// lines.
  static func endMark(of line: UnsafeBufferPointer<UInt8>) -> StaticString? {
    if begins(line, with: "<!--") { return "-->" }
    if begins(line, with: "<![cdata[") { return "]]>" }
    if begins(line, with: "<!") { return ">" }
    if begins(line, with: "<?") { return "?>" }
    if begins(line, with: "<script") { return "</script>" }
    if begins(line, with: "<pre") { return "</pre>" }
    if begins(line, with: "<style") { return "</style>" }
    return nil
  }

  /// Returns a tag: HTML up to the next blank line, if not text.
  static func isTag(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.count > 1 else { return false }
    return line[1] == UInt8(ascii: "/") || (line[1] | 0x20) >= 0x61 && (line[1] | 0x20) <= 0x7A
  }

  private static func begins(
    _ line: UnsafeBufferPointer<UInt8>, with word: StaticString
  ) -> Bool {
    guard line.count >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount {
      if asciiLowercased(line[index]) != word.utf8Start[index] { return false }
    }
    return true
  }
}
