import Glibc
import Synchronization

/// C-c on the command line: work stops at a safe point, and the exit code reports it.
enum Interruption {
  private static let count = Atomic(0)

  /// Makes the first SIGINT stop the work, with a message, and a second one end the program at
  /// once.
  static func watch() {
    // Created now, because a signal handler may not.
    withExtendedLifetime(words) {}
    signal(SIGINT) { _ in
      if Interruption.count.wrappingAdd(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
      let code = errno
      if isatty(STDERR_FILENO) == 1 {
        _ = write(
          STDERR_FILENO, Interruption.words.utf8Start, Interruption.words.utf8CodeUnitCount)
      }
      errno = code
    }
  }

  private static let words: StaticString = "\nawl: stopping\n"

  /// Returns whether the work must stop.
  @Sendable static func hasArrived() -> Bool { count.load(ordering: .relaxed) > 0 }
}

/// Returns the current folder; the root if it no longer exists.
func workingFolder() -> String {
  guard let path = getcwd(nil, 0) else { return "/" }
  defer { free(path) }
  return String(cString: path)
}
