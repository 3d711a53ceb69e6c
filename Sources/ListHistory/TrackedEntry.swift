public import ListModel

/// An entry with all its changes, and the file that it is in.
public struct TrackedEntry: Equatable, Sendable {
  /// The current or last version of the entry, with its history; `added` is the day on which it
  /// first appeared.
  public var entry: Entry
  /// The path of the file.
  public var file: String

  /// Creates an entry of a file.
  public init(entry: Entry, file: String) {
    self.entry = entry
    self.file = file
  }

  /// Its changes, in commit order.
  public var changes: [Change] { entry.history?.changes ?? [] }

  /// Whether it was removed from the list.
  public var isRemoved: Bool { entry.history?.isRemoved ?? false }
}

/// A problem in a history: reported, never thrown.
public struct HistoryIssue: Equatable, Sendable {
  /// The commit at fault, by its hexadecimal name.
  public var commit: String
  /// The problem and how it was handled, in a sentence without a full stop.
  public var message: String

  /// Creates an issue of one commit.
  public init(commit: String, message: String) {
    self.commit = commit
    self.message = message
  }
}
