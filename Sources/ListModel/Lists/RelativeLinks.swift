/// The base of the relative links of a list: `docs/file.md`, `../LICENSE`, `/a.png`.
public struct RelativeLinks: Equatable, Sendable {
  /// The repository's page, `https://host/owner/name`, or the absolute path of a folder on disk.
  public var root: String
  /// The default branch; empty for a folder.
  public var branch: String
  /// The path of the list's file below the root.
  public var file: String

  /// The target of a relative link.
  public enum Target: Equatable, Sendable {
    /// To the file's page on the repository's host.
    case page(String)
    /// To a file on this disk.
    case file(String)

    /// The address or the path.
    public var text: String {
      switch self {
      case .page(let text), .file(let text): text
      }
    }
  }

  /// Takes all as they are.
  public init(root: String, branch: String, file: String) {
    self.root = root
    self.branch = branch
    self.file = file
  }

  /// Creates the base of a README on this disk; nil for a path that is not absolute.
  public init?(fileOnDisk path: String) {
    guard path.utf8.first == UInt8(ascii: "/"),
      let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex
    else { return nil }
    self.init(
      root: String(path[..<slash]), branch: "",
      file: String(path[path.utf8.index(after: slash)...]))
  }

  /// Returns the target of a link; nil for one that is not relative, leads out of the root, or is
  /// on an unknown kind of host.
  ///
  /// A place on the list's own page (`#a`) is a link to its file.
  public func target(of link: String) -> Target? {
    guard RelativeLinks.isRelative(link), let path = path(of: link) else { return nil }
    guard root.utf8.first != UInt8(ascii: "/") else { return .file(root + "/" + path.file) }
    guard let host = HostKind(root: root) else { return nil }
    return .page(host.page(of: path.file, in: root, branch: branch) + path.rest)
  }

  /// Returns whether a link has neither a scheme nor a host.
  public static func isRelative(_ link: String) -> Bool {
    let bytes = link.utf8
    guard let first = bytes.first, !bytes.starts(with: "//".utf8), first > 0x20 else {
      return false
    }
    let end = bytes.firstIndex { ":/?#".utf8.contains($0) }
    return end.map { bytes[$0] != UInt8(ascii: ":") } ?? true
  }

  /// Returns the path below the root, and the query and fragment after it.
  private func path(of link: String) -> (file: String, rest: String)? {
    let slash = UInt8(ascii: "/")
    let bytes = Array(link.utf8)
    let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
    let rest = String(decoding: bytes[end...], as: UTF8.self)
    guard end > 0 else { return (file, rest) }
    var parts: [[UInt8]] =
      bytes[0] == slash ? [] : file.utf8.split(separator: slash).dropLast().map { Array($0) }
    for part in bytes[..<end].split(separator: slash) where !part.elementsEqual(".".utf8) {
      guard part.elementsEqual("..".utf8) else {
        parts.append(Array(part))
        continue
      }
      guard parts.popLast() != nil else { return nil }
    }
    return (String(decoding: Array(parts.joined(separator: [slash])), as: UTF8.self), rest)
  }
}
