import ListModel

/// The link of an entry in pages and feeds: an absolute URI in ASCII.
///
/// The allowed schemes are http, https, mailto, ftp, gemini, irc and ircs. A relative link is
/// resolved against the source of its list, at the default branch (`/blob/HEAD/`). Characters that
/// are not allowed in a URI are percent-encoded, including a second `#`. Costs one pass over the
/// link.
public struct PublishedLink: Equatable {
  /// The URI.
  let uri: String

  /// Nil for another scheme, for an address without a host, and for a relative link of a list with
  /// an unknown source: such a link is published as plain text.
  init?(_ link: String, of list: AwesomeList) {
    var link = link
    if link.withUTF8({ PublishedLink.isPlain($0) }) {
      uri = link
      return
    }
    let trimmed = link.publishable.utf8.drop { $0 == 0x20 }
    guard let scheme = PublishedLink.scheme(of: trimmed) else {
      guard let absolute = PublishedLink.resolve(Array(trimmed), of: list) else { return nil }
      uri = PublishedLink.encode(absolute.utf8)
      return
    }
    switch scheme {
    case "http", "https", "ftp", "gemini", "irc", "ircs":
      guard PublishedLink.hasPlainHost(trimmed.dropFirst(scheme.utf8.count)) else { return nil }
    case "mailto": guard trimmed.contains(UInt8(ascii: "@")) else { return nil }
    default: return nil
    }
    uri = PublishedLink.encode(trimmed)
  }
}

extension PublishedLink {
  /// Returns whether an address may be published as that of a feed: http or https, with a plain
  /// host, and a valid URI.
  public static func isServed(_ address: String) -> Bool {
    let scheme = scheme(of: address[...].utf8)
    guard scheme == "https" || scheme == "http" else { return false }
    return hasPlainHost(address.utf8.drop { $0 != UInt8(ascii: ":") })
      && encode(address.utf8).utf8.elementsEqual(address.utf8)
  }

  /// Returns the scheme in lower case; nil for a relative link.
  private static func scheme(of link: Substring.UTF8View) -> String? {
    guard let colon = link.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = link[..<colon]
    guard let first = name.first, first.isASCIILetter,
      name.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) })
    else { return nil }
    return String(decoding: name.map { asciiLowercased($0) }, as: UTF8.self)
  }

  /// Returns whether `://host` follows, where the host has no user, no blank and at most one port
  /// number.
  private static func hasPlainHost(_ rest: Substring.UTF8View) -> Bool {
    guard rest.starts(with: "://".utf8) else { return false }
    let authority = rest.dropFirst(3).prefix { !endsAuthority.contains($0) }
    guard !authority.isEmpty, !authority.contains(where: forbiddenInAuthority.contains) else {
      return false
    }
    var host = authority
    if authority.first == UInt8(ascii: "[") {
      guard let end = authority.firstIndex(of: UInt8(ascii: "]")) else { return false }
      host = authority[authority.index(after: end)...]
      guard host.isEmpty || host.first == UInt8(ascii: ":") else { return false }
    } else if host.contains(where: brackets.contains) {
      return false
    }
    guard let colon = host.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let port = host[host.index(after: colon)...]
    return port.count <= 5 && port.allSatisfy(\.isASCIIDigit)
  }

  /// Returns the address of a file of the list's repository; nil if it would lead out of it.
  private static func resolve(_ link: [UInt8], of list: AwesomeList) -> String? {
    guard let source = list.source, let base = PublishedLink.webAddress(source) else { return nil }
    let text = String(decoding: link, as: UTF8.self)
    guard let first = link.first else { return nil }
    if first == UInt8(ascii: "#") { return base + text }
    if link.starts(with: "//".utf8) {
      return hasPlainHost((":" + text)[...].utf8) ? "https:" + text : nil
    }
    let end = link.firstIndex { "?#".utf8.contains($0) } ?? link.count
    var parts: [Substring] = []
    for part in String(decoding: link[..<end], as: UTF8.self).split(separator: "/") {
      if part.utf8.elementsEqual("..".utf8) {
        guard parts.popLast() != nil else { return nil }
      } else if !part.utf8.elementsEqual(".".utf8) {
        parts.append(part)
      }
    }
    let rest = String(decoding: link[end...], as: UTF8.self)
    return base + "/blob/HEAD/" + parts.joined(separator: "/") + rest
  }

  /// Returns a repository's page, without the extra parts of a clone's address; nil if it is not
  /// one.
  private static func webAddress(_ source: String) -> String? {
    guard scheme(of: source[...].utf8) == "https" || scheme(of: source[...].utf8) == "http",
      hasPlainHost(source.utf8.drop { $0 != UInt8(ascii: ":") })
    else { return nil }
    var bytes = Array(source.utf8)
    while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
    if bytes.suffix(4).elementsEqual(".git".utf8) { bytes.removeLast(4) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns whether a link is http or https and published unchanged, as most are; may be false for
  /// some that are.
  private static func isPlain(_ link: UnsafeBufferPointer<UInt8>) -> Bool {
    var rest = link[...]
    guard rest.starts(with: "http".utf8) else { return false }
    rest = rest.dropFirst(rest.dropFirst(4).first == UInt8(ascii: "s") ? 5 : 4)
    guard rest.starts(with: "://".utf8) else { return false }
    rest = rest.dropFirst(3)
    let host = rest.prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2D || $0 == 0x2E }
    rest = rest.dropFirst(host.count)
    guard !host.isEmpty, rest.first.map({ endsAuthority.contains($0) }) ?? true else {
      return false
    }
    if let fragment = rest.firstIndex(of: UInt8(ascii: "#")) {
      return rest[..<fragment].allSatisfy(isURIByte)
        && rest[(fragment + 1)...].allSatisfy(isURIByte)
    }
    return rest.allSatisfy(isURIByte)
  }

  /// Returns the link in ASCII, with its scheme in lower case.
  private static func encode(_ link: some BidirectionalCollection<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(link.count + 16)
    let schemeEnd = link.firstIndex(of: UInt8(ascii: ":")) ?? link.startIndex
    let hosts = hostEnd(of: link)
    var seesFragment = false
    for index in link.indices {
      let byte = link[index]
      if index < schemeEnd {
        bytes.append(asciiLowercased(byte))
      } else if byte == UInt8(ascii: "#"), !seesFragment {
        seesFragment = true
        bytes.append(byte)
      } else if byte == UInt8(ascii: "%"), isEscape(link[index...]) {
        bytes.append(byte)
      } else if isURIByte(byte) || index < hosts && brackets.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns the end of the host; brackets before it belong to an IPv6 address.
  private static func hostEnd<Link: BidirectionalCollection<UInt8>>(of link: Link) -> Link.Index {
    var index = link.startIndex
    var slashes = 0
    while index < link.endIndex {
      if link[index] == UInt8(ascii: "/") { slashes += 1 }
      if slashes == 3 || link[index] == UInt8(ascii: "?") || link[index] == UInt8(ascii: "#") {
        break
      }
      index = link.index(after: index)
    }
    return index
  }

  private static func isEscape(_ rest: some Collection<UInt8>) -> Bool {
    let digits = rest.dropFirst().prefix(2)
    return digits.count == 2 && digits.allSatisfy(\.isHexDigit)
  }

  /// RFC 3986: unreserved characters and delimiters without `#`, `[` and `]`.
  private static func isURIByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || punctuationOfURIs.contains(byte)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}

private let forbiddenInAuthority = ByteSet(" @\\<>\"^`{|}%")
private let endsAuthority = ByteSet("/?#")
private let punctuationOfURIs = ByteSet("-._~:/?@!$&'()*+,;=")
private let brackets = ByteSet("[]")

extension UInt8 {
  var isASCIIDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  var isASCIILetter: Bool {
    let lower = asciiLowercased(self)
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  fileprivate var isHexDigit: Bool {
    isASCIIDigit
      || asciiLowercased(self) >= UInt8(ascii: "a")
        && asciiLowercased(self) <= UInt8(ascii: "f")
  }
}
