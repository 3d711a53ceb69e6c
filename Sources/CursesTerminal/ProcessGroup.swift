internal import Glibc

/// Stops the whole job, as the terminal does on C-z.
enum ProcessGroup {
  /// Whether a shell can continue the job: the kernel ignores SIGTSTP in a group without a parent
  /// in its session (an "orphaned" one).
  static var canBeContinued: Bool {
    let parent = getppid()
    let group = getpgid(parent)
    return group >= 0 && group != getpgrp() && getsid(parent) == getsid(0)
  }

  /// Stops all processes of the group and returns when they are continued.
  ///
  /// This process is stopped separately: `kill` may deliver the signal to another thread, and this
  /// one would run on for a moment.
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
