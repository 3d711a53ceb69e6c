import Glibc
import HeadlessBrowser
import TerminalEvents

/// Writes what the terminal sends to the file that `AWL_LOG` names; `awl debug dump --replay` reads it.
///
/// The file is replaced, and readable by its owner alone, since it holds all that is typed.
struct InputLog: ~Copyable {
  /// -1 if nothing is recorded.
  private let descriptor: Int32

  /// Opens the log; records nothing if none is requested or the file cannot be created.
  init(size: Size) {
    descriptor =
      getenv("AWL_LOG").map {
        open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
      } ?? -1
    // The mode given to open is for a new file alone.
    if descriptor >= 0 { fchmod(descriptor, 0o600) }
    write(.size(size))
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func note(_ event: TerminalEvent) {
    if let input = RecordedInput(event) { write(input) }
  }

  private func write(_ input: RecordedInput) {
    guard descriptor >= 0 else { return }
    // At once, so that a crash leaves the key that caused it.
    awl.print(input.line + "\n", to: descriptor)
  }
}
