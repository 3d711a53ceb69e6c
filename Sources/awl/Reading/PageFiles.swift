import Glibc

/// Finds and reads the files that pages are in.
enum PageFiles {
  /// The largest file that is read; the reader cuts what is above 16 MiB, so more is no use.
  private static let limit = 17 * 1024 * 1024

  /// The file at a path, or the pages below a folder.
  static func files(at path: String) throws -> [String] {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Failure(.badData, "cannot read \(path): \(String(cString: strerror(errno)))")
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { return [path] }
    let found = pages(below: path)
    guard !found.isEmpty else {
      throw Failure(.badData, "no page in \(path): a folder of pages holds README.md files")
    }
    return found
  }

  /// The bytes of a file, or of standard input for `-`.
  static func bytes(of path: String) throws -> [UInt8] {
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Failure(.badData, "cannot read \(path): \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < limit {
      let count = read(descriptor, &buffer, buffer.count)
      if count > 0 {
        bytes.append(contentsOf: buffer[..<count])
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw Failure(.badData, "cannot read \(path): \(String(cString: strerror(errno)))")
      }
    }
    return bytes
  }

  /// The daily pages of the lists below a folder, in the order of their paths; a folder without
  /// any has its own README.
  private static func pages(below folder: String) -> [String] {
    var found: [String] = []
    var open = [(path: folder, depth: 0)]
    while let (path, depth) = open.popLast() {
      for name in names(in: path) {
        let child = path + "/" + name
        if name == "README.md" || name == "readme.md" { found.append(child) }
        if isFolder(child), depth < 8, !name.hasPrefix(".") { open.append((child, depth + 1)) }
      }
    }
    let daily = found.filter(isDailyPage)
    let own = [folder + "/README.md", folder + "/readme.md"].filter { found.contains($0) }
    return (daily.isEmpty ? (own.isEmpty ? found : own) : daily).sorted()
  }

  /// Whether a path is where the site keeps a list's daily page: `content/owner/name/README.md`,
  /// but no calendar page and neither the weekly page nor the overview of a list.
  private static func isDailyPage(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let content = parts.lastIndex(of: "content"), parts.count - content >= 4 else {
      return false
    }
    let owner = parts[content + 1]
    let folder = parts[parts.count - 2]
    let isCalendar = owner.utf8.count == 4 && owner.utf8.allSatisfy { (48...57).contains($0) }
    let isVariant = parts.count - content > 4 && (folder == "week" || folder == "readme")
    return !isCalendar && !isVariant
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
