/// The quoted-printable encoding of RFC 2045, with LF as line end.
enum QuotedPrintable {
  /// Lines of the result have at most 76 bytes, whatever the length of the text's lines.
  static func encode(_ text: [UInt8]) -> [UInt8] {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(text.count + text.count / 4)
    var column = 0
    for (index, byte) in text.enumerated() {
      if byte == 0x0A {
        encoded.append(byte)
        column = 0
        continue
      }
      let isLast = index + 1 == text.count || text[index + 1] == 0x0A
      let isPlain =
        (0x21..<0x7F).contains(byte) && byte != UInt8(ascii: "=") || byte == 0x20 && !isLast
      if column + (isPlain ? 1 : 3) > 75 {
        encoded += [UInt8(ascii: "="), 0x0A]
        column = 0
      }
      // A single dot would end the message for some programs; mbox readers take `From ` for a
      // message header.
      let isRisky = column == 0 && (byte == UInt8(ascii: ".") || byte == UInt8(ascii: "F"))
      let unit = isPlain && !isRisky ? [byte] : escape(byte)
      encoded += unit
      column += unit.count
    }
    return encoded
  }

  /// `=C3`.
  static func escape(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
