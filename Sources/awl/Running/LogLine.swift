import Glibc
import ListModel
import ReaderFiles

/// Appends a line to the log; what cannot be logged is let go.
///
/// For what is of no use on the screen: what is written to standard error while the screen is up
/// comes to the log as well, but is repeated when awl ends.
func appendToLog(_ message: String, path: String) {
  let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
  let file = open(path, flags, 0o600)
  guard file >= 0 else { return }
  defer { close(file) }
  var status = stat()
  guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return }
  let line = Array("\(Day.today()) awl: \(safeLine(message))\n".utf8)
  _ = write(file, line, line.count)
}
