import CLinux
import Glibc

/// Starts a program in a session of its own, so that it has no terminal and can be ended with all
/// that it starts.
enum SessionStart {
  /// Starts a program by its absolute path, with three streams or more and no other file of ours.
  ///
  /// nil is /dev/null. Signals are as a program finds them that a shell started. Gives the process
  /// id, or the number of the error.
  static func start(
    _ program: String, _ arguments: [String], environment: [String], streams: [Int32?]
  ) -> (id: pid_t, error: Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      if let stream {
        posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
      } else {
        posix_spawn_file_actions_addopen(&actions, Int32(number), "/dev/null", O_RDWR, 0)
      }
    }
    posix_spawn_file_actions_addclosefrom_np(&actions, Int32(streams.count))
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    prepare(&attributes)

    var words = ([program] + arguments).map { strdup($0) }
    var variables = environment.map { strdup($0) }
    defer { (words + variables).forEach { free($0) } }
    words.append(nil)
    variables.append(nil)
    var id: pid_t = 0
    let error = posix_spawn(&id, program, &actions, &attributes, words, variables)
    return (id, error)
  }

  private static func prepare(_ attributes: inout posix_spawnattr_t) {
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let signals = Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, signals | clinux_POSIX_SPAWN_SETSID)
  }
}
