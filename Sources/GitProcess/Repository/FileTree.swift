import Glibc

/// Removes folders that a clone left behind.
enum FileTree {
  /// Removes a file or a folder with its contents.
  ///
  /// Follows no symbolic link, and leaves whatever it may not remove.
  static func remove(_ path: String) {
    var pending = [path]
    var folders: [String] = []
    while let next = pending.popLast() {
      var status = stat()
      guard lstat(next, &status) == 0 else { continue }
      guard status.st_mode & S_IFMT == S_IFDIR else {
        unlink(next)
        continue
      }
      folders.append(next)
      pending += names(in: next).map { next + "/" + $0 }
    }
    for folder in folders.reversed() { rmdir(folder) }
  }

  /// Returns the size in bytes of the largest file in a folder; 0 if there is none.
  static func largestFile(in folder: String) -> Int {
    names(in: folder).reduce(0) { largest, name in
      var status = stat()
      guard lstat(folder + "/" + name, &status) == 0 else { return largest }
      return max(largest, Int(status.st_size))
    }
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }
}
