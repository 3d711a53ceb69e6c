extension JSONScanner {
  /// Reads a text.
  public mutating func string() throws(JSONFault) -> String {
    skipSpace()
    let quoteColumn = column
    guard try next() == UInt8(ascii: "\"") else { throw .otherKind(column: quoteColumn) }
    position += 1
    let first = position
    while try next() != UInt8(ascii: "\"") {
      guard bytes[position] >= 0x20 else { throw fault }
      if bytes[position] == UInt8(ascii: "\\") {
        return try escapedString(from: first, quoteColumn: quoteColumn)
      }
      position += 1
    }
    guard let text = String(validating: bytes[first..<position], as: UTF8.self) else {
      throw .badText(column: quoteColumn)
    }
    position += 1
    return text
  }

  /// The rest of a text, from its first escape on.
  private mutating func escapedString(
    from first: Int, quoteColumn: Int
  ) throws(JSONFault) -> String {
    var text = Array(bytes[first..<position])
    while true {
      let byte = try next()
      guard byte >= 0x20 else { throw fault }
      position += 1
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        try appendEscaped(to: &text)
      } else {
        text.append(byte)
      }
    }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw .badText(column: quoteColumn)
    }
    return string
  }

  /// Appends what an escape stands for; the position is behind its backslash.
  private mutating func appendEscaped(to text: inout [UInt8]) throws(JSONFault) {
    let byte = try next()
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try escapedScalar()).utf8)
    default:
      position -= 1
      throw fault
    }
  }

  /// The character of `\uXXXX` or of a pair of surrogates; the position is behind the first `u`.
  private mutating func escapedScalar() throws(JSONFault) -> Unicode.Scalar {
    let escapeColumn = column - 2
    let unit = try hexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, try next() == UInt8(ascii: "\\") else {
      throw .badText(column: escapeColumn)
    }
    position += 1
    guard try next() == UInt8(ascii: "u") else { throw .badText(column: escapeColumn) }
    position += 1
    let second = try hexadecimal()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
    else { throw .badText(column: escapeColumn) }
    return scalar
  }

  private mutating func hexadecimal() throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = try next()
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte & 0x0F)
      case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
        value = value << 4 | UInt32(byte & 0x0F) + 9
      default: throw fault
      }
      position += 1
    }
    return value
  }
}
