/// Reads the code point at an offset and moves the offset after it.
///
/// A byte that begins no well-formed sequence is U+FFFD, one byte long. The caller answers for
/// `offset < bytes.count`.
@inline(__always)
func decodeScalar(_ bytes: UnsafeRawBufferPointer, _ offset: inout Int) -> UInt32 {
  let lead = UInt32(bytes[offset])
  if lead < 0x80 {
    offset += 1
    return lead
  }
  return decodeLongScalar(bytes, &offset, lead)
}

private func decodeLongScalar(
  _ bytes: UnsafeRawBufferPointer, _ offset: inout Int, _ lead: UInt32
) -> UInt32 {
  let (length, smallest, bits): (Int, UInt32, UInt32) =
    switch lead {
    case 0xC2...0xDF: (2, 0x80, lead & 0x1F)
    case 0xE0...0xEF: (3, 0x800, lead & 0x0F)
    case 0xF0...0xF4: (4, 0x10000, lead & 0x07)
    default: (0, 0, 0)
    }
  guard length > 0, offset + length <= bytes.count else {
    offset += 1
    return 0xFFFD
  }
  var scalar = bits
  for step in 1..<length {
    let next = UInt32(bytes[offset + step])
    guard next & 0xC0 == 0x80 else {
      offset += 1
      return 0xFFFD
    }
    scalar = scalar << 6 | next & 0x3F
  }
  guard scalar >= smallest, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else {
    offset += 1
    return 0xFFFD
  }
  offset += length
  return scalar
}

/// Returns how many bytes the UTF-8 of a code point has.
func utf8Length(_ scalar: UInt32) -> Int {
  scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
}

extension [UInt8] {
  /// Adds the UTF-8 of a code point.
  mutating func append(utf8 scalar: UInt32) {
    switch scalar {
    case 0..<0x80: append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      append(continuation: scalar)
    case 0x800..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      append(continuation: scalar >> 6)
      append(continuation: scalar)
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      append(continuation: scalar >> 12)
      append(continuation: scalar >> 6)
      append(continuation: scalar)
    }
  }

  private mutating func append(continuation bits: UInt32) {
    append(UInt8(truncatingIfNeeded: 0x80 | bits & 0x3F))
  }
}
