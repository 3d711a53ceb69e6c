/// How far a sync is: `12/465`.
public struct SyncProgress: Equatable, Sendable {
  /// How many lists are done.
  public var done: Int
  /// How many there are to do; 0 while that is not known yet.
  public var total: Int
  /// What is at work: a list, or what git says of a clone.
  public var subject: String

  /// A sync that is so far.
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
