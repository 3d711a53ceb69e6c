import Glibc

/// Reads files of a few lines, such as git's own.
enum SmallFile {
  /// Returns the first 64 KiB of a regular file; nil if there is none.
  static func text(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var bytes = [UInt8](repeating: 0, count: 64 << 10)
    let count = read(file, &bytes, bytes.count)
    return count < 0 ? nil : String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Returns the first line of a file, without its line terminator.
  static func line(_ path: String) -> String? {
    text(path).map { String($0.prefix { !$0.isNewline }) }
  }
}
