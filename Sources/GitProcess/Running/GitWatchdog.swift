import CProcessStart
import Glibc

/// Sees to it that a git does not outlive awl, however that ends.
///
/// A process of its own waits for the end of a pipe that awl holds open, after a line that names
/// git's group. What becomes git writes that line itself before it does: if awl wrote it, a signal
/// that came directly after git's start would leave git alone. The kernel closes the pipe when awl ends,
/// by SIGKILL as well, and then the process ends git with all that it has started. The signal that
/// Linux sends at the death of a parent would not do: git alone would get it and not
/// git-remote-https, and it would come when the thread ends that has started git.
final class GitWatchdog {
  private let id: pid_t
  /// The pipe; git's parent writes the number of its process group there and closes it.
  let lifeline: Int32

  /// Gets ready to watch, before there is anything to watch over; nil if no further process can be
  /// started.
  init?() {
    var (id, lifeline): (pid_t, Int32) = (0, -1)
    guard process_watch_start(&id, &lifeline) == 0 else { return nil }
    (self.id, self.lifeline) = (id, lifeline)
  }

  /// Ends the watch; call it while the group's number is still git's.
  func end() {
    kill(id, SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1, errno == EINTR {}
    close(lifeline)
  }
}
