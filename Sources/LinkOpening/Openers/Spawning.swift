import Glibc

/// How a program is started, besides its arguments.
struct Spawning {
  let environment: [String: String]
  /// Its standard error; nil for a program in the terminal.
  let errors: Int32?
  /// Its standard input; nil for the terminal, or for none in the background.
  var input: Int32?
  /// Its standard output in the background; nil for nowhere.
  var output: Int32?

  /// Starts a program by its absolute path; returns the error number on failure.
  ///
  /// In the background it has its own session, no terminal, and none of awl's open descriptors.
  /// Signals are reset to their defaults.
  func start(_ arguments: [String]) -> Result<pid_t, StartFailure> {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    resetSignals(&attributes)
    if let errors {
      if input == nil {
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      }
      if let output {
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
      } else {
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
      }
      posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
    }
    if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
    for descriptor in openDescriptors() where descriptor > STDERR_FILENO {
      posix_spawn_file_actions_addclose(&actions, descriptor)
    }
    var words = arguments.map { strdup($0) }
    var variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for string in words + variables { free(string) } }
    words.append(nil)
    variables.append(nil)
    var id: pid_t = 0
    let code = posix_spawn(&id, arguments.first ?? "", &actions, &attributes, words, variables)
    return code == 0 ? .success(id) : .failure(StartFailure(code: code))
  }

  private func resetSignals(_ attributes: inout posix_spawnattr_t) {
    // POSIX_SPAWN_SETSID of spawn.h, which does not import.
    let newSession: Int32 = 0x80
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | (errors == nil ? 0 : newSession)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
  }
}

/// The error number with which a program failed to start.
struct StartFailure: Error {
  let code: Int32
}

/// Returns the descriptors that the process has open, whoever opened them.
private func openDescriptors() -> [Int32] {
  guard let folder = opendir("/proc/self/fd") else { return [] }
  defer { closedir(folder) }
  var numbers: [Int32] = []
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if let number = Int32(name) { numbers.append(number) }
  }
  return numbers
}
