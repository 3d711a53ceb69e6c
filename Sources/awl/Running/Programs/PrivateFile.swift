import Glibc

/// A text in a private file, for a program that only takes files.
///
/// It is in a folder that only the user can enter, in the runtime directory, which is in memory and
/// cleared at logout, or else in the temporary directory. The folder is removed with everything
/// that the program left in it, such as backups and swap files.
struct PrivateFile {
  let path: String
  private let folder: String

  /// Writes a text into a new file of mode 0600; nil if no folder can be made or written to.
  ///
  /// - Parameter name: of the file, without a slash.
  init?(_ text: String, name: String, environment: [String: String]) {
    var made: String?
    for parent in Self.candidates(environment) where made == nil {
      made = Self.makeFolder(in: parent)
    }
    guard let folder = made else { return nil }
    self.folder = folder
    path = folder + "/" + name
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0, Self.write(Array(text.utf8), to: descriptor) else {
      Self.remove(folder)
      return nil
    }
  }

  /// Returns the file's content; nil if it is gone, is not a regular file, or exceeds the limit.
  func contents(limit: Int) -> [UInt8]? {
    // The program may have replaced the file, but a link could lead anywhere.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    return try? FileBytes.bytes(of: descriptor, limit: limit)
  }

  /// Removes the file and its folder.
  func remove() { Self.remove(folder) }
}

extension PrivateFile {
  private static func candidates(_ environment: [String: String]) -> [String] {
    let runtime = environment["XDG_RUNTIME_DIR"].flatMap { isOwn($0) ? $0 : nil }
    return [runtime, environment["TMPDIR"], "/tmp"].compactMap { path in
      path.flatMap { $0.utf8.first == UInt8(ascii: "/") ? $0 : nil }
    }
  }

  /// Returns whether a folder belongs only to the user, as the runtime directory must.
  private static func isOwn(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == getuid() && status.st_mode & 0o077 == 0
  }

  private static func makeFolder(in parent: String) -> String? {
    var template = Array((parent + "/awl-XXXXXX").utf8CString)
    // mkdtemp creates it with mode 0700.
    guard mkdtemp(&template) != nil else { return nil }
    return String(
      decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    defer { close(descriptor) }
    return writeAll(bytes, to: descriptor)
  }

  private static func remove(_ folder: String) {
    for name in fileNames(in: folder) { unlink(folder + "/" + name) }
    rmdir(folder)
  }
}
