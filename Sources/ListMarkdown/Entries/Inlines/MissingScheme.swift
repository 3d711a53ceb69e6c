/// Addresses without their scheme: `github.com/o/n`, `www.ex.org`, `//ex.org/p`.
///
/// A browser resolves these relative to the page. They are read as web sites if the first part
/// cannot be a folder of a list: it begins with `www.` or has an ending of host names that files do
/// not have.
enum MissingScheme {
  /// Endings of host names that are no endings of files; `.md`, `.py`, `.sh` and `.rs` are both.
  private static let endings: Set<String> = [
    "com", "org", "net", "edu", "gov", "io", "dev", "app", "ai", "info", "biz", "co", "uk", "de",
    "fr",
    "nl", "jp", "cn", "br", "eu", "us", "ca", "au", "it", "es", "ch", "se", "ru", "in", "kr", "tw",
    "xyz", "tech", "blog", "site", "online", "cloud", "tv", "me",
  ]

  /// Returns the scheme to put before an address; nil if it has one, or is relative to the page.
  static func scheme(of url: UnsafeBufferPointer<UInt8>) -> StaticString? {
    guard let first = url.first, first != UInt8(ascii: "h") || url.count < 5 || url[4] != 0x3A,
      first != UInt8(ascii: "#"), first != UInt8(ascii: ".")
    else { return nil }
    // `https:`, as nearly all are: no host name has a colon.
    if first == UInt8(ascii: "h"), url.count > 5, url[4] == 0x73, url[5] == 0x3A { return nil }
    if first == UInt8(ascii: "/") {
      guard url.count > 2, url[1] == UInt8(ascii: "/"), isHost(url[2...]) else { return nil }
      return "https:"
    }
    guard isHost(url[...]) else { return nil }
    // As GitHub has it for addresses that are in a text.
    return url.starts(with: "www.".utf8) ? "http://" : "https://"
  }

  /// Returns whether a text certainly begins with a host name.
  private static func isHost(_ text: ByteSlice) -> Bool {
    let host = text.prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    guard host.count < 254, host.contains(UInt8(ascii: ".")), host.allSatisfy(isHostByte),
      host.last != UInt8(ascii: "."), host.first != UInt8(ascii: ".")
    else { return false }
    if host.starts(with: "www.".utf8) { return true }
    let ending = host[(host.lastIndex(of: UInt8(ascii: ".")) ?? host.startIndex)...].dropFirst()
    return ending.count <= 6
      && endings.contains(String(decoding: ending.map { $0 | 0x20 }, as: UTF8.self))
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
