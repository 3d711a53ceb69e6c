internal import Glibc

/// The standard input of a program in the terminal, written by a thread of its own.
final class InputPipe: Sendable {
  /// The program's end, until `begin`.
  let reading: Int32
  private let writing: Int32
  private let bytes: [UInt8]

  /// Creates a pipe; nil if the system has no descriptors left.
  init?(_ bytes: [UInt8]) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    (reading, writing) = (ends[0], ends[1])
    self.bytes = bytes
  }

  /// Closes the program's end, which it has by now, and writes until it reads no more.
  func begin() {
    close(reading)
    let isStarted = startDetachedThread {
      // This thread has SIGPIPE blocked: a program that has ended is an error of the call.
      var left = self.bytes[...]
      while !left.isEmpty {
        let count = left.withUnsafeBytes { write(self.writing, $0.baseAddress, $0.count) }
        if count < 0, errno != EINTR { break }
        left = left.dropFirst(max(0, count))
      }
      close(self.writing)
    }
    if !isStarted { close(writing) }
  }
}
