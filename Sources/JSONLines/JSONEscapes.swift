/// Appends a text escaped for a JSON string, without the quotes; costs one pass.
func appendEscaped(_ text: String, to bytes: inout [UInt8]) {
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x22: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "\"")])
    case 0x5C: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "\\")])
    case 0x0A: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "n")])
    case 0x0D: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "r")])
    case 0x09: bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "t")])
    case 0x20...0x7E: bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case _ where isEscaped(scalar.value):
      for unit in String(scalar).utf16 { appendEscape(unit, to: &bytes) }
    default: bytes.append(contentsOf: String(scalar).utf8)
    }
  }
}

/// Returns whether a code point must be escaped in a file or on a terminal: controls, line
/// separators, bidirectional controls, and invisible characters such as joiners and tags.
private func isEscaped(_ value: UInt32) -> Bool {
  switch value {
  case 0x00...0x1F, 0x7F...0x9F: true
  case 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: true
  case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true
  case 0x3164, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB: true
  case 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0xE0000...0xE0FFF: true
  default: false
  }
}

private func appendEscape(_ unit: UInt16, to bytes: inout [UInt8]) {
  bytes.append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
  for shift in stride(from: 12, through: 0, by: -4) {
    let digit = UInt8(truncatingIfNeeded: (unit >> UInt16(shift)) & 0xF)
    bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
  }
}
