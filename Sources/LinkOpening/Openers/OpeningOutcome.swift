/// What became of an attempt to open a link.
public enum OpeningOutcome: Equatable, Sendable {
  /// The program ended well, or still runs after three seconds.
  case opened
  /// The program could not be started, for this reason of the system.
  case notStarted(program: String, code: Int32)
  /// The program ended with this status within three seconds; the first line of what it wrote to
  /// standard error is unchecked text.
  case failed(program: String, status: Int32, message: String)
  /// A signal ended the program within three seconds.
  case killed(program: String, signal: Int32, message: String)
}
