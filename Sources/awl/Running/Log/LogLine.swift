import Glibc
import ListModel
import UserFiles

/// Appends a line to the log; failures are ignored.
///
/// For messages that would not help on the screen. While the screen is shown, standard error goes
/// to the log as well, and is repeated when awl exits.
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
