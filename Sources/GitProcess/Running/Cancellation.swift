import CLinux
import Glibc

/// Cancels work with git from another thread: calls waiting for git then throw
/// `GitError.cancelled`.
public final class Cancellation: Sendable {
  /// Readable after `cancel()`, for use with poll; -1 if there is none.
  let descriptor: Int32
  private let sender: Int32

  /// Creates a cancellation that has not happened.
  public init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe2(&ends, O_CLOEXEC | O_NONBLOCK)
    (descriptor, sender) = (ends[0], ends[1])
  }

  deinit {
    close(descriptor)
    close(sender)
  }

  /// Stops the work; may be called more than once and from any thread.
  public func cancel() {
    // A full pipe is readable as well.
    _ = write(sender, [1], 1)
  }

  /// Whether `cancel()` was called.
  public var isCancelled: Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return Glibc.poll(&poll, 1, 0) > 0
  }
}
