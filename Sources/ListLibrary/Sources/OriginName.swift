import Glibc

/// Tells which repository a folder is a copy of, without running git.
enum OriginName {
  /// `owner/name` of the origin of the repository whose top a folder, or the folder of a file, is.
  ///
  /// Nil if there is no repository, or it does not say where it came from.
  static func ofFolder(_ path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    let folder = isFolder ? path : parent(of: path)
    guard let bytes = try? PageBytes.read(folder + "/.git/config") else { return nil }
    return origin(inConfig: bytes).flatMap { ofAddress($0) }
  }

  /// Returns the address in the section `[remote "origin"]` of git's configuration.
  static func origin(inConfig bytes: [UInt8]) -> String? {
    var isOrigin = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let line = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      if line.first == UInt8(ascii: "[") {
        isOrigin = line.starts(with: #"[remote "origin"]"#.utf8)
      } else if isOrigin, line.starts(with: "url".utf8) {
        let value = line.dropFirst(3).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "=") }
        return String(decoding: value.prefix { $0 > 0x20 }, as: UTF8.self)
      }
    }
    return nil
  }

  /// Returns the last two parts of an address: of `git@github.com:owner/name.git` they are
  /// `owner/name`.
  static func ofAddress(_ address: String) -> String? {
    // A path on this machine has no owner.
    guard address.utf8.first != UInt8(ascii: "/"), !address.utf8.starts(with: "file:".utf8) else {
      return nil
    }
    var rest = address.utf8[...]
    if rest.suffix(4).elementsEqual(".git".utf8) { rest.removeLast(4) }
    let parts = rest.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ":") }
    // There must be a host before them, or a path on this machine would become an owner.
    guard parts.count >= 3 else { return nil }
    return parts.suffix(2).map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
