extension GitSource {
  /// An address as it may be shown and logged: without a user's name and password.
  ///
  ///     https://user:word@host/path   https://…@host/path
  ///
  /// What stands before the host may be a secret by itself, and a password may hold `/` and `@`.
  /// Text without such a part is given as it is.
  public static func withoutPassword(_ address: String) -> String {
    let bytes = Array(address.utf8)
    var start = bytes.startIndex
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
      bytes[colon...].starts(with: "://".utf8)
    {
      start = colon + 3
    }
    let slash = bytes[start...].firstIndex { "/?#".utf8.contains($0) } ?? bytes.endIndex
    let host = bytes[start..<slash]
    var end = host.lastIndex(of: UInt8(ascii: "@"))
    if end == nil, let colon = host.lastIndex(of: UInt8(ascii: ":")),
      !host[(colon + 1)...].allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
    {
      // No port follows the colon, so that it is a password with a slash in it.
      end = bytes[start...].lastIndex(of: UInt8(ascii: "@"))
    }
    guard let end else { return address }
    return String(decoding: bytes[..<start], as: UTF8.self) + "…"
      + String(decoding: bytes[end...], as: UTF8.self)
  }
}
