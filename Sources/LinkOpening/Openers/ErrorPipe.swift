import Glibc

/// A background program's standard error, up to the capacity of a pipe.
///
/// The program's end is open for reading too and does not block. So a browser that outlives awl is
/// neither killed by a broken pipe nor blocked by a full one, and one that never exits keeps no one
/// waiting: only available bytes are read.
struct ErrorPipe: ~Copyable {
  private let readEnd: Int32
  /// The program's end.
  let writeEnd: Int32

  /// Creates a pipe; nil if the system has no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
    let both = open("/proc/self/fd/\(ends[1])", O_RDWR | O_NONBLOCK | O_CLOEXEC)
    readEnd = ends[0]
    if both >= 0 {
      close(ends[1])
      writeEnd = both
    } else {
      writeEnd = ends[1]
    }
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Returns the first line written, of at most 200 bytes; unchecked text.
  func firstLine() -> String {
    var bytes = [UInt8](repeating: 0, count: 4_096)
    let count = read(readEnd, &bytes, bytes.count)
    guard count > 0 else { return "" }
    let text = bytes[..<count].drop { $0 <= UInt8(ascii: " ") }
    return String(decoding: text.prefix { $0 != UInt8(ascii: "\n") }.prefix(200), as: UTF8.self)
  }
}
