import Glibc

/// A process that a test has started.
public struct SpawnedProcess: Sendable {
  /// How a process ended.
  public enum Ending: Hashable, Sendable {
    case exited(Int32)
    case signalled(Int32)
  }

  /// The standard streams of a process.
  public enum Streams: Sendable {
    /// A terminal's device for all three; it becomes, in a session of its own, the controlling one.
    case terminal(String)
    /// Nothing to read; all it writes goes to a descriptor.
    case descriptor(Int32)
    /// Nothing to read; its output is appended to files.
    case files(output: String, errors: String)
  }

  /// Why no process could be started.
  public struct StartError: Error {
    /// The error number of posix_spawn.
    public let number: Int32
  }

  /// The process's number.
  public let id: Int32

  /// Starts a program, with all signals at their defaults and no files but the standard ones.
  ///
  /// - Parameters:
  ///   - path: the program's file.
  ///   - arguments: what follows its name.
  ///   - environment: all of it; nothing is inherited.
  ///   - streams: its standard files.
  public init(
    _ path: String, _ arguments: [String], environment: [String: String],
    streams: Streams
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    if case .terminal = streams {
      // POSIX_SPAWN_SETSID: the first terminal that a new session opens becomes its own.
      flags |= 0x80
    }
    streams.open(by: &actions)
    // The descriptors inherited by the test, and those that other tests have open now.
    for descriptor in 3..<1_024 as Range<Int32> {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var id: pid_t = 0
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let settings = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + settings { free(text) } }
    let error = posix_spawn(&id, path, &actions, &attributes, words, settings)
    guard error == 0 else { throw StartError(number: error) }
    self.id = id
  }

  /// How the process ended, if it has; then it is reaped, and must not be asked again.
  public func ending() -> Ending? {
    var status: Int32 = 0
    guard waitpid(id, &status, WNOHANG) == id else { return nil }
    return status & 0x7F == 0 ? .exited(status >> 8 & 0xFF) : .signalled(status & 0x7F)
  }

  /// Runs a program until it exits and returns its standard output and error.
  public static func output(
    of path: String, _ arguments: [String], environment: [String: String]
  ) throws -> String {
    var ends: [Int32] = [-1, -1]
    // Not a pipe: children of other tests could inherit it, and it would then stay open as long as
    // they run.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw StartError(number: errno) }
    defer { close(ends[0]) }
    let child: SpawnedProcess
    do {
      defer { close(ends[1]) }
      child = try SpawnedProcess(
        path, arguments, environment: environment, streams: .descriptor(ends[1]))
    }
    var text: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(ends[0], &block, block.count), count > 0 {
      text += block[..<count]
    }
    var status: Int32 = 0
    waitpid(child.id, &status, 0)
    return String(decoding: text, as: UTF8.self)
  }
}

extension SpawnedProcess.Streams {
  /// Has a process open them at its start.
  fileprivate func open(by actions: inout posix_spawn_file_actions_t) {
    if case .terminal(let device) = self {
      posix_spawn_file_actions_addopen(&actions, 0, device, O_RDWR, 0)
      for stream in 1...2 as ClosedRange<Int32> {
        posix_spawn_file_actions_adddup2(&actions, 0, stream)
      }
      return
    }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    switch self {
    case .terminal: break
    case .descriptor(let descriptor):
      posix_spawn_file_actions_adddup2(&actions, descriptor, 1)
      posix_spawn_file_actions_adddup2(&actions, descriptor, 2)
    case .files(let output, let errors):
      let flags = O_WRONLY | O_CREAT | O_APPEND
      posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o600)
    }
  }
}
