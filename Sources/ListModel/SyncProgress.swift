/// How far a sync is: `12/465`.
public struct SyncProgress: Equatable, Sendable {
  /// How many lists are done.
  public var done: Int
  /// The total; 0 while it is unknown.
  public var total: Int
  /// The current item: a list, or git's words about a clone.
  public var subject: String

  /// Creates a sync that is so far.
  public init(done: Int, total: Int, subject: String) {
    self.done = done
    self.total = total
    self.subject = subject
  }
}

extension SyncProgress: CustomStringConvertible {
  /// `12/465`; nothing while the total is not known.
  public var description: String { total == 0 ? "" : "\(done)/\(total)" }
}
