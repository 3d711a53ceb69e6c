internal import Glibc

/// Stopping the whole job, as a terminal's C-z does.
enum ProcessGroup {
  /// Whether a shell is there to continue the job: the kernel ignores SIGTSTP in a group that
  /// has no parent in its session (an "orphaned" one).
  static var canBeContinued: Bool {
    let parent = getppid()
    let group = getpgid(parent)
    return group >= 0 && group != getpgrp() && getsid(parent) == getsid(0)
  }

  /// Stops all processes of the group and returns when they are continued.
  ///
  /// This one is stopped by itself: `kill` may deliver the signal to another thread, and this
  /// thread would continue for a moment.
  static func stop() {
    var action = sigaction()
    sigaction(SIGTSTP, nil, &action)
    signal(SIGTSTP, SIG_IGN)
    kill(0, SIGTSTP)
    signal(SIGTSTP, SIG_DFL)
    raise(SIGTSTP)
    sigaction(SIGTSTP, &action, nil)
  }
}
