/// What two spellings of one link have in common: the identity of a link.
///
/// `https://www.GitHub.com/Owner/Name/#readme` and `http://github.com/owner/name` have the key
/// `github.com/owner/name`. Dropped are `http` and `https`, a leading `www.`, slashes at the
/// path's end, `utm_` parameters, an empty query, and the fragments `` and `readme`. The host is
/// lower-cased, and on GitHub the owner and the name. All else tells links apart, other schemes
/// included. Any bytes will do; what is no URL is its own key. Costs one pass and one array.
public struct LinkKey: Sendable {
  /// The canonical form.
  public let bytes: [UInt8]

  /// The key of a link as a list gives it.
  public init(_ url: String) {
    var url = url
    var bytes: [UInt8] = []
    url.withUTF8 { appendCanonicalForm(of: $0, to: &bytes) }
    self.bytes = bytes
  }

  /// A canonical form that was stored; it is not made canonical again.
  public init(canonical bytes: [UInt8]) { self.bytes = bytes }

  /// The key of a link that is held as UTF-8.
  public init(utf8 url: UnsafeBufferPointer<UInt8>) {
    var bytes: [UInt8] = []
    appendCanonicalForm(of: url, to: &bytes)
    self.bytes = bytes
  }
}

extension LinkKey: Hashable {
  /// Whether two links are one.
  public static func == (left: LinkKey, right: LinkKey) -> Bool { left.bytes == right.bytes }

  /// Hashes the canonical form.
  public func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }
}

extension LinkKey: CustomStringConvertible {
  /// The canonical form as text.
  public var description: String { String(decoding: bytes, as: UTF8.self) }
}

/// Appends to `bytes`, which is empty, what `LinkKey` holds of a URL.
func appendCanonicalForm(of url: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
  var rest = url[...]
  while let first = rest.first, first <= space { rest.removeFirst() }
  while let last = rest.last, last <= space { rest.removeLast() }
  guard let start = webAddress(in: rest) else {
    bytes.append(contentsOf: rest)
    return
  }

  let address = rest[start...]
  let hash = address.firstIndex(of: UInt8(ascii: "#")) ?? address.endIndex
  let mark = address[..<hash].firstIndex(of: UInt8(ascii: "?")) ?? hash
  let slash = address[..<mark].firstIndex(of: UInt8(ascii: "/")) ?? mark
  bytes.reserveCapacity(address.count)

  bytes.append(contentsOf: address[..<slash])
  for index in bytes.indices { bytes[index] = asciiLowercased(bytes[index]) }
  let isGitHub = bytes.count == 10 && bytes.elementsEqual("github.com".utf8)
  append(path: address[slash..<mark], lowercasedParts: isGitHub ? 2 : 0, to: &bytes)
  append(query: address[mark..<hash].dropFirst(), to: &bytes)
  let fragment = address[hash...]
  if fragment.count > 1, !matches(fragment.dropFirst(), "readme") {
    bytes.append(contentsOf: fragment)
  }
}

private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

private let space = UInt8(ascii: " ")

/// Where the host of a web address begins, behind scheme and `www.`; nil for another scheme.
private func webAddress(in url: Bytes) -> Int? {
  let start: Int
  if matches(url.prefix(8), "https://") {
    start = url.startIndex + 8
  } else if matches(url.prefix(7), "http://") {
    start = url.startIndex + 7
  } else if let colon = url.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
  ),
    url[colon] == UInt8(ascii: ":")
  {
    return nil
  } else {
    start = url.startIndex
  }
  return matches(url[start...].prefix(4), "www.") ? start + 4 : start
}

private func append(path: Bytes, lowercasedParts: Int, to bytes: inout [UInt8]) {
  let start = bytes.count
  bytes.append(contentsOf: path)
  var slashes = 0
  for index in start..<bytes.count where lowercasedParts > 0 {
    if bytes[index] == UInt8(ascii: "/") { slashes += 1 }
    if slashes > lowercasedParts { break }
    bytes[index] = asciiLowercased(bytes[index])
  }
  while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
}

private func append(query: Bytes, to bytes: inout [UInt8]) {
  var separator = UInt8(ascii: "?")
  for parameter in query.split(separator: UInt8(ascii: "&")) {
    if matches(parameter.prefix(4), "utm_") { continue }
    bytes.append(separator)
    bytes.append(contentsOf: parameter)
    separator = UInt8(ascii: "&")
  }
}

/// Whether the bytes are a lower-case ASCII word, in any case.
private func matches(_ bytes: Bytes, _ word: StaticString) -> Bool {
  bytes.count == word.utf8CodeUnitCount
    && zip(bytes, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
      .allSatisfy { asciiLowercased($0) == $1 }
}
