import ArgumentParser
import GitProcess
import Glibc
import TerminalScreen

/// An error for the user of the command line, with an exit code.
struct Failure: Error {
  /// The exit codes of awl, besides 0 for success.
  enum Code: Int32 {
    case nothingMatched = 1
    case usage = 2
    case network = 3
    case badData = 4
    case cannotWrite = 5
  }

  let code: Code
  /// `error: how to fix it`.
  let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The error, for the status line.
  static func words(of error: any Error) -> String { (error as? Failure)?.message ?? "\(error)" }
}

/// How a run ends.
struct ProgramExit {
  private let code: Int32
  private let output: String
  private let errors: String

  init(_ error: any Error) {
    switch error {
    case let failure as Failure:
      code = failure.code.rawValue
      output = ""
      errors = failure.message.isEmpty ? "" : "awl: \(failure.message)\n"
    case let exit as ExitCode:
      code = exit.rawValue
      output = ""
      errors = ""
    default:
      let status = Awl.exitCode(for: error).rawValue
      let text = Awl.fullMessage(for: error) + "\n"
      // The argument parser uses 64 where every other tool of this kind uses 2.
      code = status == ExitCode.validationFailure.rawValue ? Failure.Code.usage.rawValue : status
      output = status == 0 ? text : ""
      errors = status == 0 ? "" : Self.inOurForm(text)
    }
  }

  func exit() -> Never {
    print(safe(output), to: STDOUT_FILENO)
    print(GitSource.withoutPasswords(in: safe(errors)), to: STDERR_FILENO)
    Glibc.exit(code)
  }

  /// Returns the text line by line, sanitised: it may contain user input and file names.
  private func safe(_ text: String) -> String {
    SafeText.lines(text, limit: .max).map(\.text).joined(separator: "\n")
  }

  private static func inOurForm(_ text: String) -> String {
    let start = "Error: "
    return text.hasPrefix(start) ? "awl: " + text.dropFirst(start.count) : text
  }
}

/// Writes a whole text; a closed pipe ends the program quietly, as it does `cat`.
func print(_ text: String, to descriptor: Int32) {
  print(Array(text.utf8), to: descriptor)
}

/// Writes bytes that are safe to show; a closed standard output ends the program.
func print(_ output: [UInt8], to descriptor: Int32) {
  if descriptor == STDOUT_FILENO, !output.isEmpty { requireOpenOutput() }
  if !writeAll(output, to: descriptor), descriptor == STDOUT_FILENO { endUnwritten(code: errno) }
}

/// Writes all bytes; false, with the reason in `errno`, if not all can be written.
func writeAll(_ output: [UInt8], to descriptor: Int32) -> Bool {
  var bytes = output[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      bytes = bytes.dropFirst(count)
    } else if count == 0 || errno != EINTR {
      return false
    }
  }
  return true
}

/// Exits if standard output was closed when the program started: its number may be that of a file
/// by now.
func requireOpenOutput() {
  guard isOutputClosed else { return }
  print("awl: cannot write: standard output is closed\n", to: STDERR_FILENO)
  Glibc.exit(Failure.Code.cannotWrite.rawValue)
}

/// Exits because standard output cannot be written.
func endUnwritten(code: Int32) -> Never {
  if code == EPIPE { Glibc.exit(0) }
  let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
  print("awl: cannot write: \(reason)\n", to: STDERR_FILENO)
  Glibc.exit(Failure.Code.cannotWrite.rawValue)
}

/// Whether standard output was closed when the program started.
nonisolated(unsafe) private var isOutputClosed = false

/// Notes whether standard output is closed; must be called before anything is opened in its place.
func noteClosedOutput() {
  isOutputClosed = fcntl(STDOUT_FILENO, F_GETFD) == -1
}

/// Turns a write to a closed pipe into an error instead of a signal.
func ignoreBrokenOutput() {
  signal(SIGPIPE, SIG_IGN)
  signal(SIGXFSZ, SIG_IGN)
}
