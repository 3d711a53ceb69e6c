import ListModel

/// The beginning of a file, from which its format is recognised.
struct FilePrefix {
  /// So much is looked at.
  private static let limit = 4_096

  /// The first kilobytes, from the first byte that is not a white space, ASCII letters in lower case.
  let bytes: [UInt8]

  init(_ file: [UInt8]) {
    bytes = decoded(Array(file.prefix(2 * Self.limit)))
      .drop { $0 <= 0x20 }.prefix(Self.limit).map(asciiLowercased)
  }

  func starts(with text: String) -> Bool { bytes.starts(with: text.utf8) }

  /// Returns whether a text, in lower case, is in it.
  func contains(_ text: StaticString) -> Bool { place(of: text, in: bytes[...], from: 0) != nil }

  /// Its first line.
  var firstLine: [UInt8] { Array(bytes.prefix { $0 != 0x0A && $0 != 0x0D }) }

  /// Its lines.
  var lines: [ArraySlice<UInt8>] { bytes.split { $0 == 0x0A || $0 == 0x0D } }
}

/// Returns the bytes of a file as UTF-8 without a byte order mark; UTF-16 is known by its own.
func decoded(_ bytes: [UInt8]) -> [UInt8] {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
  if bytes.starts(with: [0xFF, 0xFE]) { return utf8(ofUTF16: bytes.dropFirst(2), low: 0) }
  if bytes.starts(with: [0xFE, 0xFF]) { return utf8(ofUTF16: bytes.dropFirst(2), low: 1) }
  return bytes
}

private func utf8(ofUTF16 bytes: ArraySlice<UInt8>, low: Int) -> [UInt8] {
  let units = (0..<bytes.count / 2).lazy.map { index in
    let place = bytes.startIndex + 2 * index
    return UInt16(bytes[place + low]) | UInt16(bytes[place + 1 - low]) << 8
  }
  return Array(String(decoding: units, as: UTF16.self).utf8)
}
