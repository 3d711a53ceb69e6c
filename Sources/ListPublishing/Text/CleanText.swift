extension String {
  /// The text without characters that pages and feeds must not contain: C0 and C1 controls,
  /// controls of the writing direction, U+2028, U+2029, U+FEFF and noncharacters.
  ///
  /// Joiners and variation selectors stay, because they are part of emoji. A text without such
  /// characters is returned unchanged, after one pass over its bytes.
  var publishable: String {
    var text = self
    guard text.withUTF8({ $0.contains(where: mayBeginUnpublishable) }) else { return text }
    var clean = String.UnicodeScalarView()
    for scalar in unicodeScalars where scalar.isPublishable { clean.append(scalar) }
    return String(clean)
  }
}

/// Returns whether a byte of UTF-8 may be the first of a scalar that is dropped.
private func mayBeginUnpublishable(_ byte: UInt8) -> Bool {
  switch byte {
  case 0..<0x20, 0x7F, 0xC2, 0xD8, 0xE2, 0xEF, 0xF0...0xF4: true
  default: false
  }
}

extension Unicode.Scalar {
  fileprivate var isPublishable: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF,
      0xFDD0...0xFDEF:
      false
    default: value & 0xFFFE != 0xFFFE
    }
  }
}
