import CProcessStart
import Glibc

/// Makes sure that a git process does not outlive awl, however awl exits.
///
/// A separate process waits for the end of a pipe that awl holds open, after a line with git's
/// process group. The child that becomes git writes that line itself, before it does: if awl wrote
/// it, a signal right after the start would leave git running. The kernel closes the pipe when awl
/// exits, even by SIGKILL, and the watchdog then kills git and its children. Linux's parent-death
/// signal would not do: only git would receive it and not git-remote-https, and it is sent when the
/// thread that started git exits.
final class GitWatchdog {
  private let id: pid_t
  /// The pipe; git's parent writes its process group ID there and closes it.
  let lifeline: Int32

  /// Starts the watchdog, before there is anything to watch; nil if no more processes can be
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
