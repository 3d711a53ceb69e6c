import Glibc
import Synchronization

/// Spaces out the starts of processes that soon wait for a server.
///
/// A fetch works for some milliseconds, waits for the server, works and waits again. When several
/// begin at the same time they compete for the processors, finish their work at the same time, and
/// so do all that follow them. When each begins after the previous one has done its first
/// part, it works while the others wait.
final class StartSpacing: Sendable {
  private let interval: Duration
  private let next = Mutex<ContinuousClock.Instant?>(nil)

  /// Creates a spacing of so much time between two starts.
  ///
  /// A git works for about ten milliseconds until it waits, so that is one start at a time on each
  /// processor.
  init(interval: Duration = .milliseconds(10) / max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) {
    self.interval = interval
  }

  /// Waits until it is this thread's turn: the first does not wait, and nobody waits after a pause.
  func wait() {
    let now = ContinuousClock.now
    let start = next.withLock { next in
      let start = max(now, next ?? now)
      next = start + interval
      return start
    }
    // Rounded up: none starts early.
    if start > now { usleep(useconds_t((start - now) / .microseconds(1)) + 1) }
  }
}
