/// Counts the bytes of a paragraph that may open markup.
struct OpenerCount {
  /// Openers of all kinds since the paragraph began.
  private(set) var total = 0
  /// Bars of the last line; each but the outer ones parts two cells.
  private(set) var bars = 0

  mutating func reset() { total = 0 }

  /// Adds those of a line and notes the syntax that the line needs.
  mutating func count(
    _ bytes: [UInt8], from start: Int, to end: Int, syntax: inout MarkdownPiece.Syntax
  ) {
    bars = 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in start..<end where OpenerCount.isMarkup(bytes[index]) {
        switch bytes[index] {
        case UInt8(ascii: "|"): bars += 1
        case UInt8(ascii: "~"):
          total += 1
          if index + 1 < end, bytes[index + 1] == UInt8(ascii: "~") {
            syntax.insert(.strikethrough)
          }
        case UInt8(ascii: "["):
          total += 1
          if index + 1 < end, bytes[index + 1] == UInt8(ascii: "^") { syntax.insert(.footnotes) }
        default: total += 1
        }
      }
    }
  }

  /// `& * < [ \ _ ` | ~`: a bit for each of the ASCII characters from 64 on and below.
  @inline(__always)
  static func isMarkup(_ byte: UInt8) -> Bool {
    let low: UInt64 = 1 << 0x26 | 1 << 0x2A | 1 << 0x3C
    let high: UInt64 = 1 << 0x1B | 1 << 0x1C | 1 << 0x1F | 1 << 0x20 | 1 << 0x3C | 1 << 0x3E
    let bits = byte < 64 ? low : byte < 128 ? high : 0
    return bits &>> UInt64(byte & 63) & 1 != 0
  }
}
