import Glibc
import ReaderFiles

/// The reader's own program for reading long texts: `$PAGER`, else `less -R`.
struct Pager {
  /// Where the text is to be written; the pager's standard input.
  let descriptor: Int32
  private let process: pid_t

  /// Starts it; nil where there is none, so that the text goes to the terminal.
  init?(environment: [String: String] = processEnvironment()) {
    let command = environment["PAGER"] ?? "less -R"
    guard !command.isEmpty, command != "cat" else { return nil }
    var variables = environment.map { "\($0.key)=\($0.value)" }
    // Without it less shows the sequences of styles as text.
    if environment["LESS"] == nil { variables.append("LESS=-R") }
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // awl ignores signals that a pager has to have.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    // The variable is the reader's own, and may be a command with words.
    let words = ["/bin/sh", "-c", command]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { for word in arguments + settings { free(word) } }
    var started: pid_t = 0
    let failure = posix_spawn(&started, "/bin/sh", &actions, &attributes, &arguments, &settings)
    close(ends[0])
    guard failure == 0 else {
      close(ends[1])
      return nil
    }
    descriptor = ends[1]
    process = started
    // C-c is the pager's business; awl waits for it to end.
    signal(SIGINT, SIG_IGN)
  }

  /// Waits until the reader leaves it.
  func finish() {
    close(descriptor)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }
}
