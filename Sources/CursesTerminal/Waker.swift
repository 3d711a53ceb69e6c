internal import Glibc

/// Wakes the terminal's loop from any thread; its `next` then returns `woken`.
package struct Waker: Sendable {
  /// The writing end of the pipe that also carries signals; no signal has the number 0.
  let pipe: Int32

  /// Makes `next` return; calls made before it does are merged.
  package func wake() {
    var byte: UInt8 = 0
    // A full pipe wakes it as well.
    _ = write(pipe, &byte, 1)
  }
}

/// A pipe that is never waited for and that no child inherits.
struct SignalPipe {
  let reading: Int32
  let writing: Int32

  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    reading = ends[0]
    writing = ends[1]
  }

  /// Returns all pending bytes: the numbers of signals, and 0 for a waker's call.
  func drain() -> Set<UInt8> {
    var found: Set<UInt8> = []
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(reading, &bytes, bytes.count)
      if count <= 0 { return found }
      found.formUnion(bytes[..<count])
    }
  }
}
