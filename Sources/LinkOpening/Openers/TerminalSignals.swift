import Glibc

/// The terminal's signals while another program has the terminal: interrupting is for that
/// program, suspending stops awl with it.
struct TerminalSignals {
  private var interrupt = sigaction()
  private var quit = sigaction()
  private var suspend = sigaction()

  /// Changes the signal handlers and remembers the previous ones.
  init() {
    var ignore = sigaction()
    ignore.__sigaction_handler.sa_handler = SIG_IGN
    var byDefault = sigaction()
    byDefault.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGINT, &ignore, &interrupt)
    sigaction(SIGQUIT, &ignore, &quit)
    sigaction(SIGTSTP, &byDefault, &suspend)
  }

  /// Restores the previous signal handlers.
  func restore() {
    var (interrupt, quit, suspend) = (interrupt, quit, suspend)
    sigaction(SIGINT, &interrupt, nil)
    sigaction(SIGQUIT, &quit, nil)
    sigaction(SIGTSTP, &suspend, nil)
  }
}

/// Waits for a program in the terminal, and stops awl when it is suspended.
func waitInTerminal(for id: pid_t) -> Int32 {
  var status: Int32 = 0
  while true {
    let result = waitpid(id, &status, WUNTRACED)
    if result == -1, errno != EINTR { return 0 }
    guard result == id else { continue }
    guard status & 0xFF == 0x7F else { return status }
    raise(SIGTSTP)
    kill(id, SIGCONT)
  }
}
