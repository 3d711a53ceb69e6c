/// A URL of a repository, read byte by byte.
///
/// Of a page of a repository the repository is taken:
///
///     https://github.com/owner/name/blob/main/README.md
///     https://raw.githubusercontent.com/owner/name/main/README.md
///     https://www.trackawesomelist.com/owner/name/week/
///     https://gitlab.com/group/name/-/blob/main/README.md
///     https://codeberg.org/owner/name/src/branch/main/README.md
struct GitAddress {
  /// The URL as passed to git.
  let text: String
  /// Whether the host is this machine.
  let isLoopback: Bool

  init(_ bytes: [UInt8]) throws(GitSourceError) {
    let isEncrypted: Bool
    var rest = bytes[...]
    if GitAddress.take("https://", from: &rest) {
      isEncrypted = true
    } else if GitAddress.take("http://", from: &rest) {
      isEncrypted = false
    } else {
      throw .otherProtocol
    }
    if let end = rest.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
      rest = rest[..<end]
    }
    try GitAddress.checkBytes(rest)
    let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
    let authority = rest[..<slash]
    guard !authority.contains(UInt8(ascii: "@")) else { throw .userInfo }
    let host = try GitAddress.host(of: authority)
    isLoopback = !isEncrypted
    guard isEncrypted || GitAddress.isThisMachine(host) else { throw .unencrypted }
    let path = try GitAddress.path(rest[slash...], host: host)
    let start = isEncrypted ? "https://" : "http://"
    let site = GitAddress.isOfGitHub(authority) ? Array("github.com".utf8)[...] : authority
    text = start + String(decoding: site.map { GitAddress.lowercased($0) }, as: UTF8.self) + path
  }
}

extension GitAddress {
  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }

  private static func take(_ scheme: String, from rest: inout ArraySlice<UInt8>) -> Bool {
    let length = scheme.utf8.count
    guard rest.prefix(length).map({ lowercased($0) }).elementsEqual(scheme.utf8) else {
      return false
    }
    rest = rest.dropFirst(length)
    return true
  }

  /// Accepts printable ASCII except for the characters that RFC 3986 excludes and encoded control
  /// characters.
  private static func checkBytes(_ bytes: ArraySlice<UInt8>) throws(GitSourceError) {
    let refused = "\\\"<>^`{|} ".utf8
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte > 0x20, byte < 0x7F, !refused.contains(byte) else { throw .invalidURL }
      if byte == UInt8(ascii: "%") {
        guard index + 2 < bytes.endIndex, let high = bytes[index + 1].hexDigit,
          let low = bytes[index + 2].hexDigit, high > 1, high * 16 + low != 0x7F
        else { throw .invalidURL }
      }
      index += 1
    }
  }

  private static func host(
    of authority: ArraySlice<UInt8>
  ) throws(GitSourceError)
    -> ArraySlice<UInt8>
  {
    var host = authority
    let bracket = authority.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
    if let colon = authority[bracket...].lastIndex(of: UInt8(ascii: ":")) {
      host = authority[..<colon]
      let port = String(decoding: authority[(colon + 1)...], as: UTF8.self)
      guard (1...5).contains(port.utf8.count), let number = UInt16(port), number > 0 else {
        throw .invalidHost
      }
    }
    if host.elementsEqual("[::1]".utf8) { return host }
    guard let first = host.first, let last = host.last, host.count <= 253,
      first.isASCIILetterOrDigit, last.isASCIILetterOrDigit,
      host.allSatisfy({ $0.isASCIILetterOrDigit || $0 == 0x2D || $0 == 0x2E })
    else { throw .invalidHost }
    return host
  }

  /// Returns whether the repositories shown by a host are on GitHub, under the same owner and name.
  private static func isOfGitHub(_ host: ArraySlice<UInt8>) -> Bool {
    let hosts = [
      "github.com", "www.github.com", "raw.githubusercontent.com", "trackawesomelist.com",
      "www.trackawesomelist.com",
    ]
    let name = host.map { lowercased($0) }
    return hosts.contains { name.elementsEqual($0.utf8) }
  }

  private static func isThisMachine(_ host: ArraySlice<UInt8>) -> Bool {
    if host.map({ lowercased($0) }).elementsEqual("localhost".utf8) { return true }
    if host.elementsEqual("[::1]".utf8) { return true }
    let parts = host.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { UInt8(String(decoding: $0, as: UTF8.self)) }
    return parts.count == 4 && numbers.count == 4 && numbers[0] == 127
  }

  private static func path(
    _ bytes: ArraySlice<UInt8>, host: ArraySlice<UInt8>
  )
    throws(GitSourceError) -> String
  {
    var parts = bytes.split(separator: UInt8(ascii: "/"))
    guard !parts.isEmpty else { throw .noPath }
    guard !parts.contains(where: { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) })
    else { throw .invalidURL }
    if isOfGitHub(host) {
      // The folder with the site's pages.
      if parts.first?.elementsEqual("content".utf8) == true { parts.removeFirst() }
      guard parts.count >= 2 else { throw .noPath }
      parts = Array(parts.prefix(2))
    }
    if let dash = parts.firstIndex(where: { $0.elementsEqual("-".utf8) }), dash >= 2 {
      parts = Array(parts[..<dash])
    }
    if parts.count > 4, parts[2].elementsEqual("src".utf8),
      ["branch", "commit", "tag"].contains(where: { parts[3].elementsEqual($0.utf8) })
    {
      parts = Array(parts.prefix(2))
    }
    return parts.map { "/" + String(decoding: $0, as: UTF8.self) }.joined()
  }
}

extension UInt8 {
  /// The value of a hexadecimal digit in either case.
  var hexDigit: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}

extension [UInt8] {
  func contains(_ word: some Collection<UInt8>) -> Bool {
    guard count >= word.count else { return false }
    return (0...(count - word.count)).contains { self[$0...].starts(with: word) }
  }
}
