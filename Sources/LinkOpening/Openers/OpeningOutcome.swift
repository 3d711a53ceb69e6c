internal import Glibc

/// The result of opening a link.
public enum OpeningOutcome: Equatable, Sendable {
  /// The program ended well, or still runs after three seconds.
  case opened
  /// The program could not be started, for this reason of the system.
  case notStarted(program: String, code: Int32)
  /// The program exited with this status within three seconds; the first line of its standard error
  /// is unchecked text.
  case failed(program: String, status: Int32, message: String)
  /// A signal ended the program within three seconds.
  case killed(program: String, signal: Int32, message: String)
}

extension OpeningOutcome: CustomStringConvertible {
  /// The outcome in a sentence, without a full stop; unchecked text may be in it.
  public var description: String {
    switch self {
    case .opened: "opened"
    case .notStarted(let program, let code):
      "\(program) could not be started (\(strerror(code).map { String(cString: $0) } ?? "\(code)"))"
    case .failed(let program, let status, let message):
      "\(program) ended with \(status)" + (message.isEmpty ? "" : ": " + message)
    case .killed(let program, let signal, let message):
      "\(program) was ended by signal \(signal)" + (message.isEmpty ? "" : ": " + message)
    }
  }
}
