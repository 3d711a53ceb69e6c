import Glibc

/// The thread that waits for one program in the background.
final class Watch: Sendable {
  private let program: String
  private let id: pid_t
  private let pipe: ErrorPipe
  private let outcome: @Sendable (OpeningOutcome) -> Void

  init(
    program: String, id: pid_t, pipe: consuming ErrorPipe,
    outcome: @escaping @Sendable (OpeningOutcome) -> Void
  ) {
    self.program = program
    self.id = id
    self.pipe = pipe
    self.outcome = outcome
  }

  /// Starts the thread; it lives as long as the program.
  func begin() {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    var thread = pthread_t()
    let reference = Unmanaged.passRetained(self)
    let code = pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Watch>.fromOpaque(argument).takeRetainedValue().run()
        return nil
      }, reference.toOpaque())
    guard code != 0 else { return }
    reference.release()
    // Nobody will reap it, but it was started, which is what counts.
    outcome(.opened)
  }

  private func run() {
    // Signals of the terminal are the main thread's; one that tells of a fault is this one's own,
    // and blocked it would end the process before the terminal is given back.
    var others = sigset_t()
    sigfillset(&others)
    for fault in [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE] { sigdelset(&others, fault) }
    pthread_sigmask(SIG_BLOCK, &others, nil)

    var waited = 0
    var pause = 2
    while waited < LinkOpener.attention {
      var status: Int32 = 0
      let ended = waitpid(id, &status, WNOHANG)
      if ended == id {
        outcome(OpeningOutcome(program: program, status: status, message: pipe.firstLine()))
        return
      }
      // Someone else reaped it, as where SIGCHLD is ignored.
      if ended == -1, errno != EINTR { break }
      usleep(UInt32(pause) * 1_000)
      waited += pause
      pause = min(pause * 2, 50)
    }
    outcome(.opened)
    while waitpid(id, nil, 0) == -1, errno == EINTR {}
  }
}
