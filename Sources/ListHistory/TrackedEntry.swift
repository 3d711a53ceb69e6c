public import ListModel

/// An entry with all that happened to it.
public struct TrackedEntry: Equatable, Sendable {
  /// The entry as it stands in the list, or as it last stood there; `added` is the day on which
  /// it first did.
  public var entry: Entry
  /// The path of the file that it stands in.
  public var file: String
  /// What happened to it, in the order of the commits.
  public var changes: [Change]
  /// Whether it is no more in the list.
  public var isRemoved: Bool

  /// An entry with its changes.
  public init(entry: Entry, file: String, changes: [Change], isRemoved: Bool) {
    self.entry = entry
    self.file = file
    self.changes = changes
    self.isRemoved = isRemoved
  }

  /// The last day on which something of a kind happened to it; nil if nothing did.
  public func day(of kind: ChangeKind) -> Day? { changes.last { $0.kind == kind }?.day }
}

/// Something odd in a history: told, never thrown.
public struct HistoryIssue: Equatable, Sendable {
  /// The commit that is to blame, by its hexadecimal name.
  public var commit: String
  /// What was odd and what was done about it, in a sentence without a full stop.
  public var message: String

  /// An issue of one commit.
  public init(commit: String, message: String) {
    self.commit = commit
    self.message = message
  }
}
