/// A set of ASCII characters in which a byte is looked up in one step.
struct ByteSet {
  private let low: UInt64
  private let high: UInt64

  /// Creates the set of a text's characters; non-ASCII ones are ignored.
  init(_ characters: StaticString) {
    var words: (low: UInt64, high: UInt64) = (0, 0)
    for byte in characters.utf8 where byte < 0x80 {
      if byte < 64 {
        words.low |= 1 << UInt64(byte)
      } else {
        words.high |= 1 << UInt64(byte & 63)
      }
    }
    (low, high) = words
  }

  func contains(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    return (byte < 64 ? low : high) >> UInt64(byte & 63) & 1 == 1
  }
}
