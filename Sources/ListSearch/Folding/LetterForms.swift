/// Forms of letters outside Latin that a user types as one letter.
enum LetterForms {
  /// Returns the letters of a ligature; nil for anything else.
  static func letters(of scalar: UInt32) -> FoldedScalar? {
    switch scalar {
    case 0xFB00: FoldedScalar(0x66, 0x66)
    case 0xFB01: FoldedScalar(0x66, 0x69)
    case 0xFB02: FoldedScalar(0x66, 0x6C)
    case 0xFB03: FoldedScalar(0x66, 0x66, 0x69)
    case 0xFB04: FoldedScalar(0x66, 0x66, 0x6C)
    case 0xFB05, 0xFB06: FoldedScalar(0x73, 0x74)
    case 0xFB13: FoldedScalar(0x574, 0x576)
    case 0xFB14: FoldedScalar(0x574, 0x565)
    case 0xFB15: FoldedScalar(0x574, 0x56B)
    case 0xFB16: FoldedScalar(0x57E, 0x576)
    case 0xFB17: FoldedScalar(0x574, 0x56D)
    // The ligatures of lam and alef, with any mark on the alef.
    case 0xFEF5...0xFEFC: FoldedScalar(0x644, 0x627)
    default: nil
    }
  }

  /// Returns an Arabic letter without the hamza or madda on it, as it is commonly typed.
  static func arabicWithoutHamza(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x622, 0x623, 0x625, 0x671: 0x627
    case 0x624: 0x648
    case 0x626: 0x64A
    default: scalar
    }
  }

  /// Returns a Greek letter without its accents, breathings and subscripts; case is preserved.
  static func greekWithoutAccents(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x1F00...0x1F6F, 0x1F80...0x1FAF: letterOfRow(scalar)
    case 0x1F70, 0x1F71, 0x1FB0...0x1FB4, 0x1FB6, 0x1FB7: 0x3B1
    case 0x1F72, 0x1F73: 0x3B5
    case 0x1F74, 0x1F75, 0x1FC2...0x1FC4, 0x1FC6, 0x1FC7: 0x3B7
    case 0x1F76, 0x1F77, 0x1FBE, 0x1FD0...0x1FD3, 0x1FD6, 0x1FD7: 0x3B9
    case 0x1F78, 0x1F79: 0x3BF
    case 0x1F7A, 0x1F7B, 0x1FE0...0x1FE3, 0x1FE6, 0x1FE7: 0x3C5
    case 0x1F7C, 0x1F7D, 0x1FF2...0x1FF4, 0x1FF6, 0x1FF7: 0x3C9
    case 0x1FE4, 0x1FE5: 0x3C1
    case 0x1FB8...0x1FBC: 0x391
    case 0x1FC8, 0x1FC9: 0x395
    case 0x1FCA...0x1FCC: 0x397
    case 0x1FD8...0x1FDB: 0x399
    case 0x1FE8...0x1FEB: 0x3A5
    case 0x1FEC: 0x3A1
    case 0x1FF8, 0x1FF9: 0x39F
    case 0x1FFA...0x1FFC: 0x3A9
    default: scalar
    }
  }

  /// Rows of sixteen have one letter: eight small ones, then eight capitals.
  private static func letterOfRow(_ scalar: UInt32) -> UInt32 {
    let small: UInt32 =
      switch scalar >> 4 & 0xF {
      case 0, 8: 0x3B1
      case 1: 0x3B5
      case 2, 9: 0x3B7
      case 3: 0x3B9
      case 4: 0x3BF
      case 5: 0x3C5
      default: 0x3C9
      }
    return scalar & 8 == 0 ? small : small - 0x20
  }

  /// Returns the small letter of a capital outside the arithmetic ranges: Unicode's, if it is one
  /// letter.
  static func small(_ scalar: UInt32) -> UInt32 {
    guard let letter = Unicode.Scalar(scalar) else { return scalar }
    let mapping = letter.properties.lowercaseMapping.unicodeScalars
    guard let first = mapping.first, mapping.count == 1 else { return scalar }
    return first.value
  }
}

/// Returns whether a text has a capital letter by Unicode's definition; title-case letters count.
func hasCapital(_ text: [UInt8]) -> Bool {
  String(decoding: text, as: UTF8.self).unicodeScalars.contains {
    $0.properties.isUppercase || $0.properties.generalCategory == .titlecaseLetter
  }
}
