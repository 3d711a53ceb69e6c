/// What one pass finds in a text, eight bytes a step.
///
/// The tests for bytes of a word are those of Anderson, "Bit Twiddling Hacks": each is exact for the
/// question whether there is any.
struct ASCIIScan {
  /// Whether all bytes are printing ASCII, 0x20 to 0x7E.
  let isPrinting: Bool
  let hasColon: Bool

  init(_ text: UnsafeRawBufferPointer) {
    var others: UInt64 = 0
    var colons: UInt64 = 0
    func take(_ word: UInt64) {
      // Bytes below 0x20, from 0x80 on, and 0x7F or 0xFF.
      others |= (word &- 0x2020_2020_2020_2020) | word | (word &+ 0x0101_0101_0101_0101)
      let difference = word ^ 0x3A3A_3A3A_3A3A_3A3A
      colons |= (difference &- 0x0101_0101_0101_0101) & ~difference
    }
    var offset = 0
    while offset + 8 <= text.count {
      take(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    // The rest, with spaces before it.
    var rest: UInt64 = 0x2020_2020_2020_2020
    for byte in text[offset...] { rest = rest << 8 | UInt64(byte) }
    take(rest)
    let high: UInt64 = 0x8080_8080_8080_8080
    isPrinting = others & high == 0
    hasColon = colons & high != 0
  }
}
