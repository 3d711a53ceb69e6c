public import Glibc

/// A program started by a test, with its output captured.
///
/// Standard input is empty; standard output and standard error go to files, so no pipe fills up and
/// no process left over by the child keeps the test waiting.
public final class ChildProcess {
  private let process: SpawnedProcess
  private let folder: TemporaryFolder

  /// Starts a program by its absolute path; without an environment it gets the test's own.
  public init(
    _ program: String, _ arguments: [String] = [], environment: [String: String]? = nil
  ) throws {
    folder = try TemporaryFolder()
    process = try SpawnedProcess(
      program, arguments, environment: environment ?? Self.environment,
      streams: .files(output: folder("output"), errors: folder("errors")))
  }

  /// The process id.
  public var id: pid_t { process.id }

  /// Its standard output so far.
  public var output: String { text(folder("output")) }

  /// Its standard error so far.
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

  /// The test's own environment, without the variables that the test runner adds for its children,
  /// except for the path to which .ci/coverage makes programs write their profiles.
  public static var environment: [String: String] {
    var variables: [String: String] = [:]
    for name in [
      "PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "USER", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE",
    ] {
      variables[name] = getenv(name).map { String(cString: $0) }
    }
    return variables
  }
}

/// Where the system has a program; nil if it has none.
public func systemProgram(_ name: String) -> String? {
  ["/usr/bin", "/bin", "/usr/sbin", "/sbin"].map { $0 + "/" + name }.first { access($0, X_OK) == 0 }
}

/// Finds the executables that were built together with the tests.
public enum BuiltProduct {
  /// The path of an executable of this package, by its target's name.
  public static func path(_ name: String) -> String {
    var bytes = [CChar](repeating: 0, count: 4_096)
    let count = readlink("/proc/self/exe", &bytes, bytes.count)
    let own = String(
      decoding: bytes.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = own.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(own[..<$0]) } ?? "."
    return folder + "/" + name
  }
}
