import Glibc
import LinkOpening
import UserFiles

/// The user's program for reading long texts: `$PAGER`, else `less -R`.
struct Pager {
  /// The descriptor to write the text to; the pager's standard input.
  let descriptor: Int32
  private let process: pid_t

  /// Starts the pager; nil if there is none, and the text goes to the terminal.
  ///
  /// The variable is split into words like `$EDITOR`; no shell is involved.
  init?(environment: [String: String] = processEnvironment()) {
    let command = environment["PAGER"] ?? "less -R"
    guard !command.isEmpty, command != "cat" else { return nil }
    guard let words = CommandWords(command), let program = words.program(in: environment) else {
      if environment["PAGER"] != nil {
        warn("the program in PAGER was not found: \(command)")
      }
      return nil
    }
    var environment = environment
    // Without this less shows style sequences as text.
    environment["LESS"] = environment["LESS"] ?? "-R"
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let started = LinkOpener(environment: environment).startReader(
      [program] + words.words.dropFirst(), input: ends[0])
    close(ends[0])
    guard let started else {
      close(ends[1])
      return nil
    }
    descriptor = ends[1]
    process = started
    // C-c is for the pager; awl waits for it to exit.
    signal(SIGINT, SIG_IGN)
  }

  /// Waits until the user quits the pager.
  func finish() {
    close(descriptor)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
