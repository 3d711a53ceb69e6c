import Glibc

/// Reads UTF-8 byte by byte, as strictly as Unicode does.
enum UTF8Scan {
  /// Returns the first position of a byte from an offset on; nil if there is none.
  static func index(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + start, Int32(byte), buffer.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Returns the index of the first byte from 128 on; the end if all are ASCII.
  static func firstNonASCII(_ bytes: [UInt8], from start: Int) -> Int {
    bytes.withUnsafeBytes { buffer in
      var index = start
      while index + 8 <= buffer.count,
        buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      while index < buffer.count, buffer[index] < 0x80 { index += 1 }
      return index
    }
  }

  /// Returns the length of the scalar at a position; 0 if it is invalid: overlong, a surrogate,
  /// above U+10FFFF or truncated.
  static func width(_ bytes: [UInt8], at start: Int) -> Int {
    let first = bytes[start]
    if first < 0x80 { return 1 }
    let width = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard width > 0, start + width <= bytes.count else { return 0 }
    for index in start + 1..<start + width where bytes[index] & 0xC0 != 0x80 { return 0 }
    switch (first, bytes[start + 1]) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 0
    default: return width
    }
  }

  /// Returns the scalar at a position whose `width` is known and not 0.
  static func scalar(_ bytes: [UInt8], at start: Int, width: Int) -> UInt32 {
    if width == 1 { return UInt32(bytes[start]) }
    var value = UInt32(bytes[start]) & (0x7F >> UInt32(width))
    for index in start + 1..<start + width { value = value << 6 | UInt32(bytes[index] & 0x3F) }
    return value
  }

  /// Appends a scalar; anything else becomes U+FFFD.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: (Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
  }
}
