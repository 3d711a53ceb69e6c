/// The forms of characters that differ from others only in width.
///
/// The characters that Unicode decomposes as `<wide>` or `<narrow>`: full-width ASCII and symbols,
/// half-width katakana, hangul and symbols.
enum WidthForms {
  /// Returns the usual form of a character, or the character itself.
  static func usual(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x3000: 0x20
    case 0xFF01...0xFF5E: scalar - 0xFEE0
    case 0xFF5F, 0xFF60: scalar - 0xFF5F + 0x2985
    case 0xFF61...0xFF9F: kana[Int(scalar - 0xFF61)]
    case 0xFFA0: 0x3164
    case 0xFFA1...0xFFBE: scalar - 0xFFA1 + 0x3131
    case 0xFFC2...0xFFC7: scalar - 0xFFC2 + 0x314F
    case 0xFFCA...0xFFCF: scalar - 0xFFCA + 0x3155
    case 0xFFD2...0xFFD7: scalar - 0xFFD2 + 0x315B
    case 0xFFDA...0xFFDC: scalar - 0xFFDA + 0x3161
    case 0xFFE0...0xFFE6: signs[Int(scalar - 0xFFE0)]
    case 0xFFE8: 0x2502
    case 0xFFE9...0xFFEC: scalar - 0xFFE9 + 0x2190
    case 0xFFED: 0x25A0
    case 0xFFEE: 0x25CB
    default: scalar
    }
  }

  private static let signs: [UInt32] = [0xA2, 0xA3, 0xAC, 0xAF, 0xA6, 0xA5, 0x20A9]
  private static let kana: [UInt32] =
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u{3099}\u{309A}"
    .unicodeScalars.map(\.value)
}

/// Reads a code point, and for kana a voicing mark after it: half-width kana have no voiced letters
/// of their own.
@inline(__always)
func decodeVoiced(_ source: UnsafeRawBufferPointer, _ offset: inout Int) -> UInt32 {
  let scalar = decodeScalar(source, &offset)
  guard scalar >= 0x3041 else { return scalar }
  return voiced(scalar, source, &offset)
}

private func voiced(
  _ scalar: UInt32, _ source: UnsafeRawBufferPointer, _ offset: inout Int
) -> UInt32 {
  let kana = WidthForms.usual(scalar)
  guard kana >= 0x3041, kana <= 0x30FE, offset + 3 <= source.count else { return scalar }
  let isHalfVoiced: Bool
  switch (source[offset], source[offset + 1], source[offset + 2]) {
  case (0xE3, 0x82, 0x99), (0xEF, 0xBE, 0x9E): isHalfVoiced = false
  case (0xE3, 0x82, 0x9A), (0xEF, 0xBE, 0x9F): isHalfVoiced = true
  default: return scalar
  }
  guard let letter = isHalfVoiced ? halfVoiced(kana) : fullyVoiced(kana) else { return scalar }
  offset += 3
  return letter
}

/// Returns the kana with a voicing mark: the next code point in most rows of the table.
private func fullyVoiced(_ kana: UInt32) -> UInt32? {
  switch kana {
  case 0x3046, 0x30A6: return kana + 0x4E
  case 0x309D, 0x30FD: return kana + 1
  case 0x30EF...0x30F2: return kana + 8
  default: break
  }
  switch kana > 0x30A0 ? kana - 0x60 : kana {
  case 0x304B...0x3062: return kana & 1 == 1 ? kana + 1 : nil
  case 0x3064, 0x3066, 0x3068: return kana + 1
  case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B: return kana + 1
  default: return nil
  }
}

private func halfVoiced(_ kana: UInt32) -> UInt32? {
  switch kana > 0x30A0 ? kana - 0x60 : kana {
  case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B: kana + 2
  default: nil
  }
}
