import CProcessStart
import Glibc

/// Starts git in its own session, so that it has no terminal and can be killed together with its
/// children.
enum SessionStart {
  /// Starts a program by its absolute path, with three streams and no other file of ours; no shell is
  /// involved.
  ///
  /// Limits and lifeline are those of `process_start`. Gives the process id, or the number of the
  /// error.
  static func start(
    _ program: String, _ arguments: [String], environment: [String], streams: [Int32],
    lifeline: Int32?, limits: GitLimits
  ) -> (id: pid_t, error: Int32) {
    var words = ([program] + arguments).map { strdup($0) }
    var variables = environment.map { strdup($0) }
    defer { (words + variables).forEach { free($0) } }
    words.append(nil)
    variables.append(nil)
    var id: pid_t = 0
    let error = process_start(
      program, words, variables, streams, lifeline ?? -1,
      process_limits(
        file_bytes: Int64(limits.fileBytes), memory_bytes: Int64(limits.memoryBytes)), &id)
    return (id, error)
  }
}
