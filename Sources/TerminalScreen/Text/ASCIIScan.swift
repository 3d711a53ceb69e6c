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
      others |= Self.others(in: word)
      let difference = word ^ 0x3A3A_3A3A_3A3A_3A3A
      colons |= (difference &- 0x0101_0101_0101_0101) & ~difference
    }
    var offset = 0
    while offset + 8 <= text.count {
      take(text.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    if offset < text.count { take(Self.last(of: text)) }
    isPrinting = others & Self.high == 0
    hasColon = colons & Self.high != 0
  }

  /// Returns whether eight bytes are printing ASCII.
  @inline(__always)
  static func isPrinting(_ word: UInt64) -> Bool { others(in: word) & high == 0 }

  private static var high: UInt64 { 0x8080_8080_8080_8080 }

  /// Marks, by their highest bits, bytes below 0x20, from 0x80 on, and 0x7F or 0xFF.
  @inline(__always)
  private static func others(in word: UInt64) -> UInt64 {
    (word &- 0x2020_2020_2020_2020) | word | (word &+ 0x0101_0101_0101_0101)
  }

  /// Returns the last eight bytes, some of which may have been taken before; of a shorter text all,
  /// with spaces before it.
  private static func last(of text: UnsafeRawBufferPointer) -> UInt64 {
    guard text.count < 8 else {
      return text.loadUnaligned(fromByteOffset: text.count - 8, as: UInt64.self)
    }
    return text.reduce(0x2020_2020_2020_2020) { $0 << 8 | UInt64($1) }
  }
}
