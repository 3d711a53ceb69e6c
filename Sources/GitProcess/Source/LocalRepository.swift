import Glibc

/// Finds repositories and bundles among the paths that a user types.
enum LocalRepository {
  /// Returns whether the text looks like a path, or names an existing file.
  static func looksLikePath(_ bytes: [UInt8]) -> Bool {
    let starts = ["/", "./", "../", "~/"]
    return starts.contains { bytes.starts(with: $0.utf8) } || bytes.elementsEqual(".".utf8)
      || bytes.elementsEqual("..".utf8) || bytes.elementsEqual("~".utf8)
      || access(String(decoding: bytes, as: UTF8.self), F_OK) == 0
  }

  /// Returns the absolute path, without links, of a repository or a bundle.
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

  /// Returns whether a clone at a path has only the newest part of the history.
  static func isShallow(_ path: String) -> Bool {
    isKind(S_IFREG, path + "/.git/shallow") || isKind(S_IFREG, path + "/shallow")
  }

  /// Returns the folder of a repository's objects; nil for a bundle, or a path that cannot be
  /// passed to git.
  static func objects(of path: String) -> String? {
    let folders = [path + "/.git", path]
    for folder in folders.map({ linkedFolder($0) ?? $0 }) {
      // A working tree of `git worktree` shares the objects of the repository it belongs to.
      let common = SmallFile.line(folder + "/commondir").map { absolute($0, below: folder) }
      let objects = (common ?? folder) + "/objects"
      guard isKind(S_IFDIR, objects), let resolved = realpath(objects, nil) else { continue }
      defer { free(resolved) }
      let found = String(cString: resolved)
      return found.utf8.contains(0x0A) ? nil : found
    }
    return nil
  }

  /// Returns the target of a `.git` file.
  private static func linkedFolder(_ path: String) -> String? {
    let start = "gitdir: "
    guard isKind(S_IFREG, path), let line = SmallFile.line(path), line.hasPrefix(start) else {
      return nil
    }
    let above = String(path.prefix(upTo: path.lastIndex(of: "/") ?? path.startIndex))
    return absolute(String(line.dropFirst(start.count)), below: above)
  }

  private static func absolute(_ path: String, below folder: String) -> String {
    path.hasPrefix("/") ? path : folder + "/" + path
  }

  private static func isRepository(_ path: String) -> Bool {
    // A working tree of `git worktree` has a file `.git` that points to the repository.
    isKind(S_IFREG, path) && path.utf8.suffix(5).elementsEqual("/.git".utf8)
      || isKind(S_IFREG, path + "/HEAD") && isKind(S_IFDIR, path + "/objects")
  }

  private static func isBundle(_ path: String) -> Bool {
    // A regular file only: opening a FIFO would wait for its writer.
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
