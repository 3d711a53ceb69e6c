/// A symbol by its name: `:warning:`.
enum Shortcode {
  private static let longest = 48

  /// Returns the length of a symbol's name at the start of a text; 0 if there is none.
  static func length(atStartOf text: some Collection<UInt8>) -> Int {
    guard text.first == UInt8(ascii: ":") else { return 0 }
    let name = text.dropFirst().prefix(longest).prefix(while: isNameByte)
    guard let first = name.first, (first | 0x20) >= 0x61 || first == UInt8(ascii: "+"),
      text.dropFirst(name.count + 1).first == UInt8(ascii: ":")
    else { return 0 }
    return name.count + 2
  }

  /// Returns the length of a symbol's name at the end of a text; 0 if there is none.
  static func length(atEndOf text: ByteSlice) -> Int {
    guard text.last == UInt8(ascii: ":") else { return 0 }
    var start = text.endIndex - 1
    while start > text.startIndex, text.endIndex - start <= longest, isNameByte(text[start - 1]) {
      start -= 1
    }
    guard start > text.startIndex else { return 0 }
    let found = length(atStartOf: text[(start - 1)...])
    guard found > 0, start - 1 == text.startIndex || text[start - 2] == 0x20 else { return 0 }
    return found
  }

  /// Returns whether a text ends with the name of a symbol.
  static func endsText(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { length(atEndOf: $0[...]) > 0 }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == 0x5F || byte == 0x2D || byte == 0x2B
  }
}
