/// The canonical form of a link, which identifies it in all spellings.
///
/// `https://www.GitHub.com/Owner/Name/#readme` and `http://github.com/owner/name` have the key
/// `github.com/owner/name`. Dropped are `http` and `https`, a leading `www.`, slashes at the path's
/// end, `utm_` parameters, an empty query, and the fragments `` and `readme`. The host is
/// lower-cased. On GitHub, GitLab, Codeberg and Bitbucket so are the owner and the name, and a
/// repository's `.git` and `?tab=readme-ov-file` are dropped. All other differences distinguish
/// links, including other schemes. Any bytes are allowed; text that is not a URL is its own key.
/// Costs one pass and one array.
///
/// It is the only rule for equality of links: in filters, histories, bookmarks and lists.
public struct LinkKey: Sendable {
  /// The canonical form.
  public let bytes: [UInt8]

  /// Creates the key of a link as a list gives it.
  public init(_ url: String) {
    var url = url
    var bytes: [UInt8] = []
    url.withUTF8 { appendCanonicalForm(of: $0, to: &bytes) }
    self.bytes = bytes
  }

  /// Creates a stored canonical form; it is not canonicalised again.
  public init(canonical bytes: [UInt8]) { self.bytes = bytes }

  /// Creates the key of a link that is held as UTF-8.
  public init(utf8 url: UnsafeBufferPointer<UInt8>) {
    var bytes: [UInt8] = []
    appendCanonicalForm(of: url, to: &bytes)
    self.bytes = bytes
  }
}

extension LinkKey: Hashable {
  /// Returns whether two links are one.
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

/// Appends the canonical form of a URL to `bytes`, which must be empty.
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
  lowercase(&bytes, from: 0)
  let isForge = hasRepositories(bytes)
  append(path: address[slash..<mark], lowercasedParts: isForge ? 2 : 0, to: &bytes)
  let isRepository = isForge && bytes.count { $0 == UInt8(ascii: "/") } == 2
  if isRepository { dropSuffix(".git", of: &bytes) }
  append(query: address[mark..<hash].dropFirst(), ofRepository: isRepository, to: &bytes)
  let fragment = address[hash...]
  if fragment.count > 1, !matches(fragment.dropFirst(), "readme") {
    bytes.append(contentsOf: fragment)
  }
}

private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

private let space = UInt8(ascii: " ")

/// Returns the start of the host in a web address, after scheme and `www.`; nil for another scheme.
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
  if lowercasedParts > 0 { lowercase(&bytes, from: start, parts: lowercasedParts) }
  while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
}

/// Lower-cases bytes from a place on, as far as the slash that ends a number of parts.
private func lowercase(_ bytes: inout [UInt8], from start: Int, parts: Int = .max) {
  bytes.withUnsafeMutableBufferPointer { bytes in
    var slashes = 0
    for index in start..<bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "/") { slashes += 1 }
      if slashes > parts { break }
      bytes[index] = asciiLowercased(byte)
    }
  }
}

/// Returns whether a lower-case host is one whose paths begin with a case-insensitive owner and
/// repository.
private func hasRepositories(_ host: [UInt8]) -> Bool {
  // Most hosts have another length and are not compared.
  guard host.count == 10 || host.count == 12 || host.count == 13 else { return false }
  return host.withUnsafeBufferPointer { host in
    matches(host[...], "github.com") || matches(host[...], "gitlab.com")
      || matches(host[...], "codeberg.org") || matches(host[...], "bitbucket.org")
  }
}

/// Drops the end of a repository's name, unless that is all of it.
private func dropSuffix(_ suffix: StaticString, of bytes: inout [UInt8]) {
  let count = suffix.utf8CodeUnitCount
  let name = UnsafeBufferPointer(start: suffix.utf8Start, count: count)
  // Nearly all names end in another byte, and slices of arrays are counted references.
  guard bytes.last == name.last, bytes.suffix(count).elementsEqual(name),
    bytes.dropLast(count).last != UInt8(ascii: "/")
  else { return }
  bytes.removeLast(count)
}

private func append(query: Bytes, ofRepository: Bool, to bytes: inout [UInt8]) {
  if query.isEmpty { return }
  var separator = UInt8(ascii: "?")
  for parameter in query.split(separator: UInt8(ascii: "&")) {
    if matches(parameter.prefix(4), "utm_") { continue }
    if ofRepository, matches(parameter[...], "tab=readme-ov-file") { continue }
    bytes.append(separator)
    bytes.append(contentsOf: parameter)
    separator = UInt8(ascii: "&")
  }
}

/// Returns whether the bytes are a lower-case ASCII word, in any case.
private func matches(_ bytes: Bytes, _ word: StaticString) -> Bool {
  bytes.count == word.utf8CodeUnitCount
    && zip(bytes, UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
      .allSatisfy { asciiLowercased($0) == $1 }
}
