/// How each code point is shown.
///
/// The aim is that every cell takes the columns that glibc's wcwidth, ncurses and the terminal
/// agree on, and that no text can control the terminal, or hide or reorder other text.
enum CodePoint {
  enum Treatment: Hashable {
    /// Shown unchanged, in 1 or 2 columns.
    case keep(width: UInt8)
    /// A combining mark.
    case mark
    case replaced(by: Unicode.Scalar)
    case tab
    case lineBreak
    /// Direction controls and invisible characters: taken out and counted.
    case hidden
    /// A modifier of the preceding character (variation selectors, skin tones, the keycap's frame):
    /// dropped without being counted, since it conceals nothing.
    case cosmetic
    case joiner
    case nonJoiner
  }

  static let replacement: Unicode.Scalar = "\u{FFFD}"
  static let dottedCircle: Unicode.Scalar = "\u{25CC}"
  static let zeroWidthNonJoiner: Unicode.Scalar = "\u{200C}"
  static let zeroWidthJoiner: Unicode.Scalar = "\u{200D}"

  /// Returns how a code point is shown, regardless of its neighbours.
  static func treatment(of scalar: Unicode.Scalar) -> Treatment {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: .keep(width: 1)
    case 0x09: .tab
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: .lineBreak
    case 0x00..<0x20, 0x7F: .replaced(by: controlPicture(scalar) ?? replacement)
    case 0x80..<0xA0: .replaced(by: replacement)
    case 0x200C: .nonJoiner
    case 0x200D: .joiner
    // A braille cell without dots is a space that looks like one.
    case 0x2800: .replaced(by: " ")
    // Regional indicators: a flag is shown as its two letters.
    case 0x1F1E6...0x1F1FF: .replaced(by: Unicode.Scalar(UInt8(scalar.value - 0x1F1E6 + 0x41)))
    case 0xFE00...0xFE0F, 0x20E3, 0x1F3FB...0x1F3FF: .cosmetic
    case let value where isHidden(value): .hidden
    case let value where isPrivateUse(value): .replaced(by: replacement)
    case let value: treatment(byWidth: WidthTable.columns(of: value))
    }
  }

  /// Returns the symbol for a C0 control or DEL, such as `␛`.
  static func controlPicture(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    scalar.value < 0x20
      ? Unicode.Scalar(0x2400 + scalar.value) : scalar.value == 0x7F ? "\u{2421}" : nil
  }

  /// Returns whether it forms an emoji sequence with an adjacent zero-width joiner.
  static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    // Digits, `#`, `*`, © and ® have the property too, but begin no joined sequence.
    scalar.value > 0xFF && scalar.properties.isEmoji
  }

  /// Returns whether it says how the emoji before it looks: in colour, or with which skin.
  static func changesEmoji(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0F}" || (0x1F3FB...0x1F3FF).contains(scalar.value)
  }

  /// Returns whether it belongs to a script in which a non-joiner affects reading: those from
  /// Arabic to Sinhala, whose letters and marks are written with it.
  static func isJoiningLetter(_ scalar: Unicode.Scalar) -> Bool {
    guard (0x0600...0x0DFF).contains(scalar.value) else { return false }
    switch treatment(of: scalar) {
    case .keep, .mark: return true
    default: return false
    }
  }

  private static func treatment(byWidth columns: Int) -> Treatment {
    switch columns {
    case 0: .mark
    case 1: .keep(width: 1)
    case 2: .keep(width: 2)
    default: .replaced(by: replacement)
    }
  }

  private static func isHidden(_ value: UInt32) -> Bool {
    switch value {
    // Direction: Arabic letter mark, marks, embeddings, overrides, isolates.
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    // Soft hyphen, grapheme joiner, fillers, Khmer inherent vowels, Mongolian selectors.
    case 0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x3164, 0xFFA0: true
    // Zero-width space, word joiner, invisible operators, deprecated format characters.
    case 0x200B, 0x2060...0x2064, 0x206A...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
    // Hieroglyphs', shorthand and musical format controls, tags and supplementary selectors.
    case 0x13430...0x1343F, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
    default: false
    }
  }

  private static func isPrivateUse(_ value: UInt32) -> Bool {
    (0xE000...0xF8FF).contains(value) || value >= 0xF0000
  }
}
