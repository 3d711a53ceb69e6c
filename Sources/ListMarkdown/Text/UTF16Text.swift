/// Text of two bytes a unit.
enum UTF16Text {
  enum ByteOrder { case little, big }

  /// Returns the byte order of a byte order mark, or of the zeros of ASCII text; nil for other
  /// text.
  static func byteOrder(of bytes: [UInt8]) -> ByteOrder? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .little }
    if bytes.starts(with: [0xFE, 0xFF]) { return .big }
    let head = bytes.prefix(512)
    guard head.count >= 8 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in head.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    // Nearly every other byte of ASCII text is zero, and none of the others.
    let most = head.count * 2 / 5
    if zeros[1] > most, zeros[0] == 0 { return .little }
    if zeros[0] > most, zeros[1] == 0 { return .big }
    return nil
  }

  /// Returns the text as UTF-8; unpaired surrogates become U+FFFD, a trailing odd byte is dropped.
  static func decode(_ bytes: [UInt8], _ order: ByteOrder) -> [UInt8] {
    let (low, high) = order == .little ? (0, 1) : (1, 0)
    let units = stride(from: 0, to: bytes.count - 1, by: 2).lazy.map {
      UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low])
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var decoder = UTF16()
    var iterator = units.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue("\u{FEFF}") where decoded.isEmpty: break
      case .scalarValue(let scalar): UTF8Scan.append(scalar.value, to: &decoded)
      case .error: UTF8Scan.append(0xFFFD, to: &decoded)
      case .emptyInput: return decoded
      }
    }
  }
}
