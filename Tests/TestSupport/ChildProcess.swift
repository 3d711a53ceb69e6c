public import Glibc

/// A program that a test starts, with its output in hand.
///
/// Standard input is empty; standard output and standard error go to files, so that no pipe
/// fills up and nothing that the child leaves behind keeps the test waiting.
public final class ChildProcess {
  /// The process id.
  public let id: pid_t
  private let folder: TemporaryFolder

  /// Starts a program by its absolute path; without an environment it gets the test's own.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String]? = nil
  ) throws {
    folder = try TemporaryFolder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_APPEND
    posix_spawn_file_actions_addopen(&actions, 1, folder("output"), flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, folder("errors"), flags, 0o600)
    let variables = environment ?? Self.environment
    var words = ([program] + arguments).map { strdup($0) }
    var settings = variables.map { strdup("\($0.key)=\($0.value)") }
    defer { (words + settings).forEach { free($0) } }
    words.append(nil)
    settings.append(nil)
    var started: pid_t = 0
    let code = posix_spawn(&started, program, &actions, nil, words, settings)
    guard code == 0 else { throw TestFailure("posix_spawn \(program): errno \(code)") }
    id = started
  }

  /// What it has written to standard output so far.
  public var output: String { text(folder("output")) }

  /// What it has written to standard error so far.
  public var errors: String { text(folder("errors")) }

  /// Sends a signal.
  public func send(_ signal: Int32) { kill(id, signal) }

  /// Waits for its end: the exit status, or 128 and the signal that ended it.
  @discardableResult
  public func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(id, &status, 0) == -1, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  /// The test's own environment, without what the test runner adds for its children.
  public static var environment: [String: String] {
    var variables: [String: String] = [:]
    for name in ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "USER", "LD_LIBRARY_PATH"] {
      variables[name] = getenv(name).map { String(cString: $0) }
    }
    return variables
  }
}

/// Where the system has a program; nil where it has none.
public func systemProgram(_ name: String) -> String? {
  ["/usr/bin", "/bin", "/usr/sbin", "/sbin"].map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
}
