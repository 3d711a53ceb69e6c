/// The header fields of a message while they are written.
struct MailHead {
  private(set) var bytes: [UInt8] = []

  /// Adds a field whose value is trusted or checked: ASCII, in one short line.
  mutating func add(_ name: String, _ value: String) {
    bytes += "\(name): \(value)\n".utf8
  }

  /// Adds a field with any text as its value, without control characters and at most 200 scalars
  /// long.
  ///
  /// Text other than short ASCII becomes encoded words (RFC 2047) in the Q encoding: none is longer
  /// than 75 bytes or splits a character, and each but the first is on a folded line.
  mutating func add(text name: String, _ value: String) {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    let isPlain =
      value.utf8.count <= 60 && !value.contains("=?")
      && value.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    guard !isPlain else { return add(name, value) }
    for scalar in value.unicodeScalars.prefix(200) {
      let encoded = MailHead.encoded(scalar)
      // `=?UTF-8?Q?` and `?=` take 12 bytes, and the first line begins with the field's name.
      if word.count + encoded.count > 75 - 12 - (words.isEmpty ? name.utf8.count : 0) {
        words.append(word)
        word = []
      }
      word += encoded
    }
    words.append(word)
    bytes += "\(name):".utf8
    for word in words { bytes += " =?UTF-8?Q?".utf8 + word + "?=\n".utf8 }
  }

  /// Returns a character in the form for an encoded word: letters and digits unchanged, `_` for a
  /// blank.
  private static func encoded(_ scalar: Unicode.Scalar) -> [UInt8] {
    if scalar == " " { return [UInt8(ascii: "_")] }
    return UTF8.encode(scalar).map { Array($0) }?.flatMap { byte in
      byte.isASCIILetter || byte.isASCIIDigit ? [byte] : QuotedPrintable.escape(byte)
    } ?? []
  }
}
