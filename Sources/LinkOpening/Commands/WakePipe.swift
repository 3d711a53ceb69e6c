internal import Glibc

/// A pipe by which one thread wakes another that waits in `poll`.
final class WakePipe: Sendable {
  let reading: Int32
  private let writing: Int32

  /// Creates a pipe; nil if the system has no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// Makes the reading end ready, for good.
  func wake() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }
}
