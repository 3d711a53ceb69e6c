public import ListModel

/// An entry with all that happened to it, and the file that it stands in.
public struct TrackedEntry: Equatable, Sendable {
  /// The entry as it stands in the list, or as it last stood there, with its history; `added` is
  /// the day on which it first did.
  public var entry: Entry
  /// The path of the file.
  public var file: String

  /// An entry of a file.
  public init(entry: Entry, file: String) {
    self.entry = entry
    self.file = file
  }

  /// What happened to it, in the order of the commits.
  public var changes: [Change] { entry.history?.changes ?? [] }

  /// Whether it is no more in the list.
  public var isRemoved: Bool { entry.history?.isRemoved ?? false }
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
