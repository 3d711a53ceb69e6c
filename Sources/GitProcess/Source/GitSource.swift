/// A repository that may be cloned: the checkpoint between user input and git.
///
///     owner/name                     https://github.com/owner/name
///     https://host/path.git          as it is
///     host.net/owner/name            with https:// before it
///     http://127.0.0.1:8080/path     loopback only
///     /path, ./path, ~/path, file:// a local clone, a bare repository or a bundle
///
/// Nothing else gets through: no other scheme, no `user@host:path`, no option, no password in a
/// URL. Every byte of a URL is checked here, before git or curl read it their own way.
public struct GitSource: Equatable, Sendable {
  /// How git reaches the repository; no other protocol is then allowed.
  public enum Transport: Equatable, Sendable {
    /// A host of the net.
    case https
    /// A server on this machine, without encryption.
    case loopback
    /// A folder or a bundle on this machine.
    case file
  }

  /// The argument for git: an absolute path or a URL of printable ASCII.
  public let location: String
  /// The one protocol that serves for it.
  public let transport: Transport

  /// Parses `owner/name` or a URL; accesses no file, so text of any origin may be passed.
  public init(address: String) throws(GitSourceError) {
    var text = try GitSource.trimmed(address)
    if GitSource.beginsWithHost(text) { text = Array("https://".utf8) + text }
    if text.contains("://".utf8) {
      let url = try GitAddress(text)
      location = url.text
      transport = url.isLoopback ? .loopback : .https
    } else {
      location = "https://github.com/" + (try GitSource.repositoryName(text))
      transport = .https
    }
  }

  /// Takes a local clone, bare or not, or a bundle; only for paths that the user typed.
  ///
  /// A relative path is taken from the working folder, and `~/` from `home`.
  public init(path: String, home: String? = nil) throws(GitSourceError) {
    let given = try GitSource.trimmed(path)
    location = try LocalRepository.path(given, home: home)
    transport = .file
  }

  /// Parses user input: a URL, a path that looks like one or exists, else `owner/name`.
  public init(typed text: String, home: String? = nil) throws(GitSourceError) {
    let bytes = try GitSource.trimmed(text)
    if bytes.starts(with: "file://".utf8) {
      self = try GitSource(
        path: String(decoding: bytes.dropFirst("file://".utf8.count), as: UTF8.self), home: home)
    } else if !bytes.contains("://".utf8), LocalRepository.looksLikePath(bytes) {
      self = try GitSource(path: text, home: home)
    } else {
      self = try GitSource(address: text)
    }
  }

  /// The host with its port; nil for a source on this machine.
  public var host: String? {
    guard transport == .https else { return nil }
    let authority = location.utf8.dropFirst("https://".utf8.count).prefix {
      $0 != UInt8(ascii: "/")
    }
    return String(authority).map { $0.lowercased() }
  }

  /// Whether it is a clone on this machine that has only the newest part of the history.
  var isShallow: Bool { transport == .file && LocalRepository.isShallow(location) }

  /// The folder of its objects, if it is a local repository; nil for a bundle.
  var localObjects: String? { transport == .file ? LocalRepository.objects(of: location) : nil }

  /// How the objects of a bundle are named, as its first lines say.
  var bundleFormat: ObjectFormat {
    let head = (SmallFile.text(location) ?? "").utf8.prefix(200)
    return Array(head).contains("@object-format=sha256".utf8) ? .sha256 : .sha1
  }

  /// The repository's name: `owner/name` of a URL, the name of the folder or bundle.
  public var name: String {
    var parts = location.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
    if let last = parts.last, parts.count > 1, last.elementsEqual(".git".utf8) {
      parts.removeLast()
    }
    if var last = parts.popLast() {
      for suffix in [".git", ".bundle"] where last.count > suffix.utf8.count {
        if last.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) {
          last.removeLast(suffix.utf8.count)
        }
      }
      parts.append(last)
    }
    // Of a URL the first two parts are the scheme and the host.
    let named = transport == .file ? parts.suffix(1) : parts.dropFirst(2).suffix(2)
    return String(decoding: Array(named.joined(separator: "/".utf8)), as: UTF8.self)
  }
}

extension GitSource {
  private static func trimmed(_ text: String) throws(GitSourceError) -> [UInt8] {
    var bytes = Array(text.utf8)[...]
    while let first = bytes.first, first == 0x20 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 { bytes.removeLast() }
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= 4_096 else { throw .tooLong }
    guard bytes.first != UInt8(ascii: "-") else { throw .option }
    guard bytes.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { throw .controlCharacter }
    return Array(bytes)
  }

  /// Returns whether an address lacks only its scheme: `github.com/owner/name`.
  ///
  /// GitHub's owner names contain no dots, and one name follows the owner.
  private static func beginsWithHost(_ bytes: [UInt8]) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count >= 3, !bytes.contains(UInt8(ascii: ":")) else { return false }
    let names = parts[0].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return names.count >= 2 && names.allSatisfy { !$0.isEmpty }
      && names[names.count - 1].allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
  }

  /// Checks `owner/name` by GitHub's rules for names.
  private static func repositoryName(_ bytes: [UInt8]) throws(GitSourceError) -> String {
    guard !bytes.contains(UInt8(ascii: ":")) else { throw .otherProtocol }
    let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 2, (1...39).contains(parts[0].count), (1...100).contains(parts[1].count),
      parts[0].allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "-") }),
      parts[1].allSatisfy({ $0.isASCIILetterOrDigit || "-._".utf8.contains($0) }),
      parts[1].contains(where: { $0 != UInt8(ascii: ".") }), parts[1][parts[1].startIndex] != 0x2D
    else { throw .neither }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension UInt8 {
  var isASCIILetterOrDigit: Bool {
    self >= 0x30 && self <= 0x39 || (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A
  }
}
