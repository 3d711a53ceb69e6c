import Glibc

/// A path with its links resolved: the real file's folder and name.
///
/// A bookmarks file is often a link into a dotfiles repository; replacing the link by a file would
/// leave the real one stale. The target of a link need not exist yet.
struct FileLocation {
  /// The folder, absolute, as the links spell it.
  let folder: String
  /// The file's name in the folder.
  let name: String
  /// Whether a link was followed.
  let isLinked: Bool

  /// The whole path.
  var path: String { folder == "/" ? "/" + name : folder + "/" + name }

  /// Creates a file that is known to be no link.
  init(folder: String, name: String) {
    (self.folder, self.name, isLinked) = (folder, name, false)
  }

  /// Follows the links of an absolute path.
  init(_ path: String) throws(FileError) {
    var place = path
    // As many as the kernel follows.
    for hop in 0...40 {
      let (folder, name) = try split(place, of: path)
      guard let target = try linkTarget(place) else {
        (self.folder, self.name, isLinked) = (folder, name, hop > 0)
        return
      }
      place = target.utf8.first == UInt8(ascii: "/") ? target : folder + "/" + target
    }
    throw .linkLoop(path: path)
  }
}

private func split(
  _ place: String, of path: String
) throws(FileError) -> (folder: String, name: String) {
  let bytes = place.utf8
  guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else {
    throw .system(.find, path: path, code: ENOENT)
  }
  let name = String(place[bytes.index(after: slash)...])
  guard !["", ".", ".."].contains(name) else { throw .notAFile(path: path) }
  return (slash == place.startIndex ? "/" : String(place[..<slash]), name)
}

/// Returns the target of a link; nil for anything else.
private func linkTarget(_ path: String) throws(FileError) -> String? {
  var status = stat()
  guard lstat(path, &status) == 0 else {
    // A file in place of a folder is reported when the folder is opened.
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw errno == ELOOP
      ? .linkLoop(path: path) : .system(.find, path: path, code: errno)
  }
  guard status.st_mode & S_IFMT == S_IFLNK else { return nil }
  var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
  let count = try call(.find, path) { readlink(path, &target, target.count) }
  return String(decoding: target[..<count], as: UTF8.self)
}
