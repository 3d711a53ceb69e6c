extension GitSource {
  /// Returns a message in which no address shows a user's name and password.
  ///
  /// An address is a run without blanks that has `://` in it; its scheme may follow other text.
  public static func withoutPasswords(in message: String) -> String {
    guard message.utf8.contains(UInt8(ascii: "@")) else { return message }
    return message.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0.utf8.contains(UInt8(ascii: "@")) ? addressRedacted(in: $0) : String($0) }
      .joined(separator: " ")
  }

  private static func addressRedacted(in word: Substring) -> String {
    let bytes = Array(word.utf8)
    let mark = Array("://".utf8)
    var start = 0
    while start + mark.count <= bytes.count {
      guard bytes[start...].starts(with: mark) else {
        start += 1
        continue
      }
      return String(decoding: bytes[..<start], as: UTF8.self)
        + withoutPassword(String(decoding: bytes[start...], as: UTF8.self))
    }
    return String(word)
  }

  /// Returns an address to show and log: without a user's name and password.
  ///
  ///     https://user:word@host/path   https://…@host/path
  ///
  /// The user name may itself be a secret, and a password may contain `/` and `@`. Text without
  /// such a part is returned as it is.
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
      // No port follows the colon, so it is a password with a slash in it.
      end = bytes[start...].lastIndex(of: UInt8(ascii: "@"))
    }
    guard let end else { return address }
    return String(decoding: bytes[..<start], as: UTF8.self) + "…"
      + String(decoding: bytes[end...], as: UTF8.self)
  }
}
