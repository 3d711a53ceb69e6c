import CLinux
import Glibc

/// Sees to it that a git does not outlive awl, however that ends.
///
/// A shell waits for the end of a pipe that awl holds open, behind a line that names git's group. What
/// becomes git writes that line itself before it does: if awl wrote it, a signal that came right behind
/// git's start would leave git alone. The
/// kernel closes it when awl ends, by SIGKILL as well, and then the shell ends git with all that it has
/// started. The signal that Linux sends at the death of a parent would not do: git alone would get it and not
/// git-remote-https, and it would come when the thread ends that has started git.
final class GitWatch {
  private let id: pid_t
  /// The pipe; what is to be watched over writes the number of its group there, and closes it.
  let lifeline: Int32

  /// Gets ready to watch, before there is anything to watch over; nil where no further process can be
  /// started.
  init?(environment: [String]) {
    var ends: [Int32] = [-1, -1]
    guard pipe2(&ends, O_CLOEXEC) == 0 else { return nil }
    let start = SessionStart.start(
      "/bin/sh", ["-c", Self.script], environment: environment,
      streams: [ends[0], nil, nil])
    close(ends[0])
    guard start.error == 0 else {
      close(ends[1])
      return nil
    }
    (id, lifeline) = (start.id, ends[1])
  }

  /// Ends the watch; to be called while the group's number is still that of git.
  func end() {
    kill(id, SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1, errno == EINTR {}
    close(lifeline)
  }

  /// A second to clean up, then without asking.
  private static let script =
    "read -r group || exit; read -r end; "
    + "kill -s TERM -- -\"$group\"; sleep 1; kill -s KILL -- -\"$group\""
}
