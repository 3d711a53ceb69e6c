/// The classes of bytes by which titles, links and headings are read; looking at Characters or
/// scalars instead would cost many times as much.
extension UInt8 {
  /// A digit of ASCII.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// A letter of ASCII.
  var isLetter: Bool { self | 0x20 >= 0x61 && self | 0x20 <= 0x7A }

  /// A letter or a digit of ASCII.
  var isLetterOrDigit: Bool { isLetter || isDigit }

  /// A letter or a digit of ASCII, or a byte of any other character.
  var isOfWord: Bool { isLetterOrDigit || self >= 0x80 }
}
