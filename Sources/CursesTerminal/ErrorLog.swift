internal import Glibc
internal import TerminalScreen

/// Keeps standard error off the screen by redirecting it to a log file while the screen is up.
///
/// Standard error that is not a terminal is left as the user redirected it. If the log cannot be
/// opened, it goes to /dev/null.
struct ErrorLog {
  private let path: String?
  /// The original standard error; nil while it is not redirected.
  private var original: Int32?
  /// The log's length when the screen was first shown.
  private var start: off_t?

  /// A log that has grown beyond this is begun again.
  private static let limit: off_t = 1 << 20

  init(path: String?) {
    self.path = path
  }

  /// Points standard error at the log.
  mutating func begin() {
    guard original == nil, isatty(2) == 1 else { return }
    let log = openLog()
    let copy = fcntl(2, F_DUPFD_CLOEXEC, 3)
    if log >= 0, copy >= 0, dup2(log, 2) == 2 {
      original = copy
    } else if copy >= 0 {
      close(copy)
    }
    if log >= 0 { close(log) }
  }

  /// Restores standard error.
  mutating func end() {
    guard let copy = original else { return }
    dup2(copy, 2)
    close(copy)
    original = nil
  }

  /// Returns the last line written to the log since the screen was first shown.
  func lastLine() -> SafeText? {
    guard let path, let start else { return nil }
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return nil }
    defer { close(file) }
    let end = lseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: Int(max(0, min(end - start, 4_096))))
    let count = pread(file, &bytes, bytes.count, max(start, end - 4_096))
    let lines = bytes[..<max(0, count)].split(separator: UInt8(ascii: "\n"))
    return lines.last.map { SafeText(bytes: Array($0)) }
  }

  private mutating func openLog() -> Int32 {
    if let path {
      let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
      let file = open(path, flags, 0o600)
      var status = stat()
      if file >= 0, fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
        if status.st_size > Self.limit { ftruncate(file, 0) }
        start = start ?? lseek(file, 0, SEEK_END)
        return file
      }
      if file >= 0 { close(file) }
    }
    return open("/dev/null", O_WRONLY | O_CLOEXEC)
  }
}
