internal import Glibc

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
