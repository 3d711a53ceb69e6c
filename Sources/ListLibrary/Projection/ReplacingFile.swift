import Glibc

/// A new file that takes another's place when it is complete.
struct ReplacingFile: ~Copyable {
  private let descriptor: Int32
  private let path: String
  private let temporary: String

  /// Lets `fill` write a new file, and renames it to `path`; it goes again if anything fails.
  ///
  /// Of two processes only the one that has the library's lock may call it.
  static func replace(
    _ path: String, _ fill: (borrowing ReplacingFile) throws(LibraryError) -> Void
  ) throws(LibraryError) {
    let file = try ReplacingFile(path)
    try fill(file)
    guard rename(file.temporary, path) == 0 else { throw .unwritable(path: path, code: errno) }
  }

  private init(_ path: String) throws(LibraryError) {
    // One name: what a killed process has left is taken away by the next.
    let temporary = path + ".new"
    unlink(temporary)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let opened = open(temporary, flags, 0o600)
    guard opened >= 0 else { throw .unwritable(path: temporary, code: errno) }
    (descriptor, self.path, self.temporary) = (opened, path, temporary)
  }

  deinit {
    close(descriptor)
    // After the rename there is nothing by this name.
    unlink(temporary)
  }

  /// Appends bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(LibraryError) {
    var written = 0
    while written < bytes.count {
      let count = Glibc.write(
        descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(path: path, code: count < 0 ? errno : ENOSPC) }
      written += count
    }
  }
}
