/// A problem in the input: reported, never thrown.
public struct ParseIssue: Equatable, Sendable {
  /// The line of the input, counted from 1; 0 if it is not about a line.
  public let line: Int
  /// The problem and how it was handled, in a sentence without a full stop.
  public let message: String

  /// Creates an issue of one line.
  public init(line: Int, message: String) {
    self.line = line
    self.message = message
  }
}

extension ParseIssue: CustomStringConvertible {
  /// `12: what was odd`.
  public var description: String { "\(line): \(message)" }
}
