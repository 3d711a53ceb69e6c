public import ListModel

/// An entry with all its changes, and the file that it is in.
public struct TrackedEntry: Equatable, Sendable {
  /// The entry as it is or last was in the list, with its history; `added` is the day on which it
  /// first was.
  public var entry: Entry
  /// The path of the file.
  public var file: String

  /// Creates an entry of a file.
  public init(entry: Entry, file: String) {
    self.entry = entry
    self.file = file
  }

  /// What happened to it, in the order of the commits.
  public var changes: [Change] { entry.history?.changes ?? [] }

  /// Whether it has left the list.
  public var isRemoved: Bool { entry.history?.isRemoved ?? false }
}

/// Something odd in a history: reported, never thrown.
public struct HistoryIssue: Equatable, Sendable {
  /// The commit at fault, by its hexadecimal name.
  public var commit: String
  /// What was odd and how it was handled, in a sentence without a full stop.
  public var message: String

  /// Creates an issue of one commit.
  public init(commit: String, message: String) {
    self.commit = commit
    self.message = message
  }
}
