/// Assembles UTF-8 bytes into characters; invalid sequences are dropped.
///
/// Overlong forms, surrogates and values beyond U+10FFFF are invalid. A byte that cannot continue a
/// sequence starts a new one, so no byte after an invalid sequence is lost.
struct CharacterDecoder {
  private var value: UInt32 = 0
  private var missing = 0
  /// The least value that a sequence of this length may have; less is an overlong form.
  private var least: UInt32 = 0

  /// Whether no sequence has begun.
  var isComplete: Bool { missing == 0 }

  /// Takes a byte of 0x80 or more and returns the scalar that it completes, if it does.
  mutating func take(_ byte: UInt8) -> Unicode.Scalar? {
    switch byte {
    case 0x80..<0xC0 where missing > 0:
      value = value << 6 | UInt32(byte & 0x3F)
      missing -= 1
      return missing == 0 && value >= least ? Unicode.Scalar(value) : nil
    case 0xC2..<0xE0: begin(UInt32(byte & 0x1F), missing: 1, least: 0x80)
    case 0xE0..<0xF0: begin(UInt32(byte & 0x0F), missing: 2, least: 0x800)
    case 0xF0..<0xF5: begin(UInt32(byte & 0x07), missing: 3, least: 0x10000)
    default: missing = 0
    }
    return nil
  }

  private mutating func begin(_ bits: UInt32, missing: Int, least: UInt32) {
    value = bits
    self.missing = missing
    self.least = least
  }
}
