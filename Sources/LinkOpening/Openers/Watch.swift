import Glibc

/// The thread that waits for one program in the background.
final class Watch: Sendable {
  private let program: String
  private let id: pid_t
  private let pipe: ErrorPipe
  private let attention: Int
  private let ended: @Sendable (pid_t) -> Void
  private let outcome: @Sendable (OpeningOutcome) -> Void

  init(
    program: String, id: pid_t, pipe: consuming ErrorPipe, attention: Int,
    ended: @escaping @Sendable (pid_t) -> Void,
    outcome: @escaping @Sendable (OpeningOutcome) -> Void
  ) {
    self.program = program
    self.id = id
    self.pipe = pipe
    self.attention = attention
    self.ended = ended
    self.outcome = outcome
  }

  /// Starts the thread; it lives as long as the program.
  func begin() {
    // Without a thread nobody reaps it, but it was started, and only that counts.
    guard startDetachedThread({ self.run() }) else {
      outcome(.opened)
      ended(id)
      return
    }
  }

  private func run() {
    defer { ended(id) }
    var waited = 0
    var pause = 2
    while waited < attention {
      var status: Int32 = 0
      let ended = waitpid(id, &status, WNOHANG)
      if ended == id {
        outcome(OpeningOutcome(program: program, status: status, message: pipe.firstLine()))
        return
      }
      // Reaped elsewhere, for instance because SIGCHLD is ignored.
      if ended == -1, errno != EINTR { break }
      usleep(UInt32(pause) * 1_000)
      waited += pause
      pause = min(pause * 2, 50)
    }
    outcome(.opened)
    while waitpid(id, nil, 0) == -1, errno == EINTR {}
  }
}
