/// A link cut after its scheme, with all bytes checked that no part of a link may have.
struct LinkParts {
  /// Lower-cased.
  let scheme: String
  /// The part after the colon.
  let rest: ArraySlice<UInt8>

  init(_ raw: String) throws(LinkRefusal) {
    var bytes = Array(raw.utf8)[...]
    while let first = bytes.first, isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, isSpace(last) { bytes.removeLast() }
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= SafeLink.lengthLimit else { throw .tooLong(bytes.count) }
    for byte in bytes {
      if byte < 0x20 || byte == 0x7F { throw .control(byte) }
      if byte == UInt8(ascii: "\\") { throw .backslash }
    }
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > bytes.startIndex,
      bytes[..<colon].allSatisfy(isOfScheme), isLetter(bytes[bytes.startIndex])
    else { throw .noScheme }
    scheme = String(decoding: bytes[..<colon].map(lowercased), as: UTF8.self)
    rest = bytes[(colon + 1)...]
  }
}

/// The part of a link with the host: `//host:port` and everything after it.
struct Authority {
  let host: ArraySlice<UInt8>
  let port: Int?
  /// Path, query and fragment.
  let rest: ArraySlice<UInt8>

  init(afterSlashesIn bytes: ArraySlice<UInt8>) throws(LinkRefusal) {
    guard bytes.starts(with: "//".utf8) else { throw .noHost }
    let start = bytes.startIndex + 2
    let end = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
    let authority = bytes[start..<end]
    guard !authority.contains(UInt8(ascii: "@")) else { throw .userName }
    let hostEnd = try Self.hostEnd(in: authority)
    host = authority[..<hostEnd]
    guard !host.isEmpty else { throw .noHost }
    port = try Self.port(authority[hostEnd...])
    rest = bytes[end...]
  }

  private static func hostEnd(in authority: ArraySlice<UInt8>) throws(LinkRefusal) -> Int {
    guard authority.first == UInt8(ascii: "[") else {
      return authority.firstIndex(of: UInt8(ascii: ":")) ?? authority.endIndex
    }
    guard let bracket = authority.firstIndex(of: UInt8(ascii: "]")) else { throw .host }
    return bracket + 1
  }

  private static func port(_ bytes: ArraySlice<UInt8>) throws(LinkRefusal) -> Int? {
    guard let colon = bytes.first else { return nil }
    let digits = bytes.dropFirst()
    if digits.isEmpty, colon == UInt8(ascii: ":") { return nil }
    guard colon == UInt8(ascii: ":"), digits.count <= 5, digits.allSatisfy(isDigit),
      let port = Int(String(decoding: digits, as: UTF8.self)), (1...65_535).contains(port)
    else { throw .port }
    return port
  }
}

/// Returns the lower-case form of an ASCII letter, and every other byte unchanged.
func lowercased(_ byte: UInt8) -> UInt8 {
  byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}

func isLetter(_ byte: UInt8) -> Bool {
  lowercased(byte) >= UInt8(ascii: "a") && lowercased(byte) <= UInt8(ascii: "z")
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

private func isOfScheme(_ byte: UInt8) -> Bool {
  isLetter(byte) || isDigit(byte) || "+-.".utf8.contains(byte)
}

private func isSpace(_ byte: UInt8) -> Bool { " \t\r\n".utf8.contains(byte) }
