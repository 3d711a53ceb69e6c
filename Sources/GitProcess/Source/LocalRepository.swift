import Glibc

/// Finds repositories and bundles among the paths that a reader types.
enum LocalRepository {
  /// Whether the text is spelled as a path, or something of that name is there.
  static func looksLikePath(_ bytes: [UInt8]) -> Bool {
    let starts = ["/", "./", "../", "~/"]
    return starts.contains { bytes.starts(with: $0.utf8) } || bytes.elementsEqual(".".utf8)
      || bytes.elementsEqual("..".utf8) || bytes.elementsEqual("~".utf8)
      || access(String(decoding: bytes, as: UTF8.self), F_OK) == 0
  }

  /// The absolute path, without links, of a repository or a bundle.
  static func path(_ bytes: [UInt8], home: String?) throws(GitSourceError) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    if bytes.first == UInt8(ascii: "~"), bytes.count == 1 || bytes[1] == UInt8(ascii: "/") {
      text = (home ?? "") + String(decoding: bytes.dropFirst(), as: UTF8.self)
    }
    guard let resolved = realpath(text, nil) else { throw .notThere(text) }
    defer { free(resolved) }
    let path = String(cString: resolved)
    guard isRepository(path) || isRepository(path + "/.git") || isBundle(path) else {
      throw .noRepository(path)
    }
    return path
  }

  /// Whether a clone at a path has only the newest part of the history.
  static func isShallow(_ path: String) -> Bool {
    isKind(S_IFREG, path + "/.git/shallow") || isKind(S_IFREG, path + "/shallow")
  }

  private static func isRepository(_ path: String) -> Bool {
    // A working tree of `git worktree` has a file `.git` that leads to the repository.
    isKind(S_IFREG, path) && path.utf8.suffix(5).elementsEqual("/.git".utf8)
      || isKind(S_IFREG, path + "/HEAD") && isKind(S_IFDIR, path + "/objects")
  }

  private static func isBundle(_ path: String) -> Bool {
    // A regular file only: opening a pipe would wait for its writer.
    guard isKind(S_IFREG, path) else { return false }
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return false }
    defer { close(file) }
    var start = [UInt8](repeating: 0, count: 16)
    let count = read(file, &start, start.count)
    return count == start.count
      && (start.elementsEqual("# v2 git bundle\n".utf8)
        || start.elementsEqual("# v3 git bundle\n".utf8))
  }

  private static func isKind(_ kind: mode_t, _ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == kind
  }
}
