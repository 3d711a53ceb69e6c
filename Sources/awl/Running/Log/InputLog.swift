import Glibc
import HeadlessBrowser
import TerminalEvents

/// Records the terminal's input in the file named by `AWL_LOG`, for `awl debug dump --replay`.
///
/// The file is overwritten, and readable only by its owner, because it contains everything that is
/// typed.
struct InputLog: ~Copyable {
  /// -1 if nothing is recorded.
  private let descriptor: Int32

  /// Opens the log; records nothing if none is requested or the file cannot be created.
  init(size: Size) {
    descriptor =
      getenv("AWL_LOG").map {
        open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
      } ?? -1
    // The mode passed to open applies only to a new file.
    if descriptor >= 0 { fchmod(descriptor, 0o600) }
    write(.size(size))
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  func note(_ event: TerminalEvent) {
    if let input = RecordedInput(event) { write(input) }
  }

  private func write(_ input: RecordedInput) {
    guard descriptor >= 0 else { return }
    // Immediately, so that the log contains the key that caused a crash.
    awl.print(input.line + "\n", to: descriptor)
  }
}
