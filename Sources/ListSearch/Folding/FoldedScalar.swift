/// The folded form of a code point: nothing, or one to three code points.
struct FoldedScalar: Equatable {
  /// Zero for a code point that is dropped.
  let first: UInt32
  /// Zero if there is no second.
  let second: UInt32
  /// Zero if there is no third.
  let third: UInt32

  init(_ first: UInt32, _ second: UInt32 = 0, _ third: UInt32 = 0) {
    self.first = first
    self.second = second
    self.third = third
  }

  /// With the small letters in place of capitals.
  var lowercased: FoldedScalar {
    // A fold with three code points is a ligature of small letters.
    FoldedScalar(ListSearch.lowercased(first), ListSearch.lowercased(second), third)
  }

  static let dropped = FoldedScalar(0)

  /// Folds a code point, so that a letter and its decomposed form fold alike.
  ///
  /// Drops diacritics and invisible characters; maps width variants to their usual forms, ligatures
  /// to their letters, typographic quotes, dashes and spaces to ASCII, and capital letters to small
  /// ones unless the case is preserved.
  init(folding scalar: UInt32, keepingCase: Bool) {
    let bare = FoldedScalar.withoutDiacritics(scalar)
    self = keepingCase ? bare : bare.lowercased
  }

  private static func withoutDiacritics(_ scalar: UInt32) -> FoldedScalar {
    switch scalar {
    case 0, 0xAD, 0x300...0x36F, 0x483...0x487, 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5,
      0x5C7, 0x640, 0x64B...0x65F, 0x670, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
      0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F, 0x20D0...0x20FF,
      0xFE00...0xFE0F, 0xFE20...0xFE2F, 0xFEFF:
      .dropped
    case 1...0x7F: FoldedScalar(scalar)
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F: FoldedScalar(0x20)
    case 0xC0...0x24F, 0x1E00...0x1EFF: LatinLetters.ascii(scalar) ?? FoldedScalar(scalar)
    // Within a word a sigma is another letter than at its end.
    case 0x3C2: FoldedScalar(0x3C3)
    case 0x386...0x3CE: FoldedScalar(greekWithoutTonos(scalar))
    case 0x622...0x671: FoldedScalar(LetterForms.arabicWithoutHamza(scalar))
    case 0x1F00...0x1FFC: FoldedScalar(LetterForms.greekWithoutAccents(scalar))
    case 0x400...0x4F9: FoldedScalar(cyrillicWithoutDiacritics(scalar))
    case 0x2010...0x2015, 0x2212: FoldedScalar(UInt32(UInt8(ascii: "-")))
    case 0x212A: FoldedScalar(UInt32(UInt8(ascii: "K")))
    case 0x212B: FoldedScalar(UInt32(UInt8(ascii: "A")))
    case 0x2018...0x201B: FoldedScalar(UInt32(UInt8(ascii: "'")))
    case 0x201C...0x201F: FoldedScalar(UInt32(UInt8(ascii: "\"")))
    case 0xFB00...0xFB17, 0xFEF5...0xFEFC: LetterForms.letters(of: scalar) ?? FoldedScalar(scalar)
    case 0x2C7E: FoldedScalar(UInt32(UInt8(ascii: "S")))
    case 0x2C7F: FoldedScalar(UInt32(UInt8(ascii: "Z")))
    case 0x3000, 0xFF01...0xFFEE: FoldedScalar(WidthForms.usual(scalar))
    default: FoldedScalar(scalar)
    }
  }
}

private func greekWithoutTonos(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x386: 0x391
  case 0x388: 0x395
  case 0x389: 0x397
  case 0x38A, 0x3AA: 0x399
  case 0x38C: 0x39F
  case 0x38E, 0x3AB: 0x3A5
  case 0x38F: 0x3A9
  case 0x390, 0x3AF, 0x3CA: 0x3B9
  case 0x3AC: 0x3B1
  case 0x3AD: 0x3B5
  case 0x3AE: 0x3B7
  case 0x3B0, 0x3CB, 0x3CD: 0x3C5
  case 0x3CC: 0x3BF
  case 0x3CE: 0x3C9
  default: scalar
  }
}

private func cyrillicWithoutDiacritics(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x400, 0x401, 0x4D6: 0x415
  case 0x403: 0x413
  case 0x407: 0x406
  case 0x40C: 0x41A
  case 0x40D, 0x419, 0x4E2, 0x4E4: 0x418
  case 0x40E, 0x4EE, 0x4F0, 0x4F2: 0x423
  case 0x439, 0x45D, 0x4E3, 0x4E5: 0x438
  case 0x450, 0x451, 0x4D7: 0x435
  case 0x453: 0x433
  case 0x457: 0x456
  case 0x45C: 0x43A
  case 0x45E, 0x4EF, 0x4F1, 0x4F3: 0x443
  case 0x4C1, 0x4DC: 0x416
  case 0x4C2, 0x4DD: 0x436
  case 0x4D0, 0x4D2: 0x410
  case 0x4D1, 0x4D3: 0x430
  case 0x4DE: 0x417
  case 0x4DF: 0x437
  case 0x4E6: 0x41E
  case 0x4E7: 0x43E
  case 0x4EC: 0x42D
  case 0x4ED: 0x44D
  case 0x4F4: 0x427
  case 0x4F5: 0x447
  case 0x4F8: 0x42B
  case 0x4F9: 0x44B
  default: scalar
  }
}

/// Returns the small letter of a capital; every other code point unchanged.
func lowercased(_ scalar: UInt32) -> UInt32 {
  switch scalar {
  case 0x41...0x5A, 0x391...0x3A1, 0x3A3...0x3A9, 0x410...0x42F: scalar + 0x20
  case 0x400...0x40F: scalar + 0x50
  case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: scalar | 1
  case 0x4C1...0x4CE: scalar & 1 == 1 ? scalar + 1 : scalar
  case 0x4C0: 0x4CF
  // Armenian, Georgian, Cherokee, Coptic, Glagolitic and others that have capitals.
  case 0x531...0x556, 0x10A0...0x10C5, 0x13A0...0x13F5, 0x1C90...0x1CBF, 0x2C00...0x2CE2,
    0xA640...0xA69A, 0xA722...0xA7F5, 0x10400...0x1E921:
    LetterForms.small(scalar)
  default: scalar
  }
}
