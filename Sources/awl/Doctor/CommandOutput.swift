import Glibc

/// The output of another program that finishes at once.
enum CommandOutput {
  /// Returns a program's standard output, 4 KiB at most; nil if it fails or has not ended after a
  /// second, when it is killed.
  ///
  /// It gets no terminal to read from, and its errors are discarded.
  static func of(
    _ program: String, _ arguments: [String], environment: [String: String]
  ) -> String? {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = start([program] + arguments, environment, output: ends[1])
    close(ends[1])
    guard let child else { return nil }
    let output = read(ends[0])
    if output == nil { kill(child, SIGKILL) }
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    return status == 0 ? output : nil
  }

  private static func start(
    _ words: [String], _ environment: [String: String], output: Int32
  ) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) }
    var variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for string in arguments + variables { free(string) } }
    arguments.append(nil)
    variables.append(nil)
    var child: pid_t = 0
    let code = posix_spawn(&child, words[0], &actions, nil, arguments, variables)
    return code == 0 ? child : nil
  }

  private static func read(_ descriptor: Int32) -> String? {
    let end = ContinuousClock.now + .seconds(1)
    var bytes: [UInt8] = []
    while bytes.count < 4_096 {
      let left = end - .now
      let milliseconds =
        left.components.seconds * 1_000 + left.components.attoseconds / 1_000_000_000_000_000
      var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard milliseconds > 0, poll(&source, 1, Int32(milliseconds)) > 0 else { return nil }
      var block = [UInt8](repeating: 0, count: 4_096)
      let count = Glibc.read(descriptor, &block, block.count)
      guard count > 0 else { break }
      bytes += block[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
