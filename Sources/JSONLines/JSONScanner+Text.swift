extension JSONScanner {
  /// Reads a text.
  public mutating func string() throws(JSONError) -> String {
    skipSpace()
    let quoteColumn = column
    let span = try quoted()
    guard span.hasEscapes else {
      return try text(bytes[span.range], quoteColumn: quoteColumn, isPlain: span.isASCII)
    }
    let unescaped = try unescaped(span.range)
    return try text(unescaped[...], quoteColumn: quoteColumn, isPlain: false)
  }

  /// Reads the name of a member.
  mutating func name() throws(JSONError) -> Name {
    skipSpace()
    let start = position
    let quoteColumn = column
    let span = try quoted()
    guard span.hasEscapes || !span.isASCII else {
      return Name(start: start, bytes: bytes, range: span.range)
    }
    let name = span.hasEscapes ? try unescaped(span.range) : Array(bytes[span.range])
    _ = try text(name[...], quoteColumn: quoteColumn, isPlain: false)
    return Name(start: start, bytes: name, range: 0..<name.count)
  }
}

/// Returns whether a byte needs no escape in a string.
private func isPlain(_ byte: UInt8) -> Bool {
  byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
}

/// Returns whether none of eight bytes needs an escape in a string.
///
/// Subtracting a number from each byte borrows into the high bit of the smaller ones; a byte equals
/// another if the exclusive or of both is less than one.
private func isPlain(_ eight: UInt64) -> Bool {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let quotes = eight ^ (ones &* 0x22)
  let backslashes = eight ^ (ones &* 0x5C)
  let odd =
    (eight &- ones &* 0x20) & ~eight | (quotes &- ones) & ~quotes
    | (backslashes &- ones) & ~backslashes
  return odd & (ones &* 0x80) == 0
}

extension JSONScanner {
  /// The bytes between two quotes.
  private struct Quoted {
    let range: Range<Int>
    let hasEscapes: Bool
    let isASCII: Bool
  }

  /// Steps over a text with its quotes.
  private mutating func quoted() throws(JSONError) -> Quoted {
    guard try next() == UInt8(ascii: "\"") else { throw .otherKind(column: column) }
    position += 1
    let first = position
    var hasEscapes = false
    var isASCII = true
    while true {
      let plain = plainBytes()
      position = plain.end
      isASCII = isASCII && plain.areASCII
      let byte = try next()
      position += 1
      if byte == UInt8(ascii: "\"") { break }
      guard byte == UInt8(ascii: "\\") else {
        position -= 1
        throw fault
      }
      hasEscapes = true
      // Escapes are decoded later; here one only must not end the string.
      _ = try next()
      position += 1
    }
    return Quoted(range: first..<(position - 1), hasEscapes: hasEscapes, isASCII: isASCII)
  }

  /// Returns the end of the bytes that need no escape, and whether all are ASCII.
  ///
  /// Reads eight bytes at once if possible. The loads are unchecked: `limit` never exceeds the
  /// bytes, since `init` clamps it.
  private func plainBytes() -> (end: Int, areASCII: Bool) {
    let bytes = bytes.span.bytes
    var place = position
    var bits: UInt64 = 0
    while limit - place >= 8 {
      let eight = bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
      guard isPlain(eight) else { break }
      bits |= eight
      place += 8
    }
    while place < limit {
      let byte = bytes.unsafeLoad(fromByteOffset: place, as: UInt8.self)
      guard isPlain(byte) else { break }
      bits |= UInt64(byte)
      place += 1
    }
    return (place, bits & 0x8080_8080_8080_8080 == 0)
  }

  /// Returns some bytes as text; they must be UTF-8.
  private func text(
    _ bytes: ArraySlice<UInt8>, quoteColumn: Int, isPlain: Bool
  ) throws(JSONError) -> String {
    let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    // Decoding repairs invalid UTF-8, which makes the bytes differ.
    guard isPlain || text.utf8.elementsEqual(bytes) else { throw .badText(column: quoteColumn) }
    return text
  }

  /// Returns the bytes of a string with its escapes decoded.
  private func unescaped(_ range: Range<Int>) throws(JSONError) -> [UInt8] {
    var inside = JSONScanner(bytes, in: range, lineStart: start)
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    while inside.position < range.upperBound {
      let byte = bytes[inside.position]
      inside.position += 1
      if byte == UInt8(ascii: "\\") {
        try inside.appendEscaped(to: &text)
      } else {
        text.append(byte)
      }
    }
    return text
  }

  /// Appends a decoded escape; the position is after its backslash.
  private mutating func appendEscaped(to text: inout [UInt8]) throws(JSONError) {
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

  /// Returns the character of `\uXXXX` or of a pair of surrogates; the position is after the first
  /// `u`.
  private mutating func escapedScalar() throws(JSONError) -> Unicode.Scalar {
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

  private mutating func hexadecimal() throws(JSONError) -> UInt32 {
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
