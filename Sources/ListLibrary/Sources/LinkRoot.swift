import GitProcess
import ListModel

/// The web address of a repository's files.
struct LinkRoot: Equatable, Sendable {
  /// `https://host/owner/name`, or the absolute path of a working tree.
  let root: String
  /// The default branch; empty for a working tree.
  let branch: String

  /// Creates the base from a repository's page on its host, or from its folder if it was not cloned
  /// from a host.
  ///
  /// Nil for a bundle, which has no pages.
  init?(of source: GitSource, in clone: Repository) {
    let address: String?
    if source.transport == .file {
      let config = try? PageBytes.read(source.location + "/.git/config")
      address = config.flatMap { OriginName.origin(inConfig: $0) }
      guard config != nil else { return nil }
    } else {
      address = source.location
    }
    if let page = address.flatMap({ LinkRoot.page(of: $0) }) {
      (root, branch) = (page, clone.branch ?? "HEAD")
    } else if source.transport == .file {
      (root, branch) = (source.location, "")
    } else {
      return nil
    }
  }

  /// The repository's page on its host; nil for a folder on this machine.
  var page: String? { root.utf8.first == UInt8(ascii: "/") ? nil : root }

  /// Returns the base of the links in a file.
  func base(of file: String) -> RelativeLinks {
    RelativeLinks(root: root, branch: branch, file: file)
  }

  /// `https://host/owner/name` of an address: `git@host:owner/name.git`, `ssh://git@host/owner/name`.
  static func page(of address: String) -> String? {
    var rest = address.utf8[...]
    let hasScheme = rest.firstRange(of: "://".utf8)
    if let scheme = hasScheme {
      rest = rest[scheme.upperBound...]
    } else if rest.first == UInt8(ascii: "/") || rest.first == UInt8(ascii: ".") {
      return nil
    }
    let start = address.utf8.starts(with: "http://".utf8) ? "http://" : "https://"
    let host = rest.prefix {
      $0 != UInt8(ascii: "/") && (hasScheme != nil || $0 != UInt8(ascii: ":"))
    }
    var path = rest.dropFirst(host.count).drop {
      $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":")
    }
    if path.suffix(4).elementsEqual(".git".utf8) { path.removeLast(4) }
    // The part before the host may be secret.
    let name = host.lastIndex(of: UInt8(ascii: "@")).map { host[host.index(after: $0)...] } ?? host
    guard name.contains(UInt8(ascii: ".")), path.contains(UInt8(ascii: "/")) else { return nil }
    return start + String(decoding: Array(name), as: UTF8.self) + "/"
      + String(decoding: Array(path), as: UTF8.self)
  }
}
