/// A commit for the tracker: author, time, and the new contents of the list's files.
public struct Revision: Sendable {
  /// The content of a file after a commit.
  public enum Content: Sendable {
    /// All bytes of the new version.
    case bytes([UInt8])
    /// The file and its entries were removed.
    case removed
    /// The file was an origin of files of the list, which have its entries from here on.
    case handedOver
    /// It cannot be read, for this reason: its entries are unchanged.
    case unreadable(String)
  }

  /// The commit's hexadecimal name.
  public var commit: String
  /// The commit time, in seconds since 1970-01-01.
  public var time: Int
  /// Who wrote it, as it says.
  public var author: String
  /// The first line of its message.
  public var subject: String
  /// The changed files, by their numbers among those that are tracked.
  ///
  /// Higher numbers are origins: files outside the list that one of its files came from.
  public var contents: [(file: Int, content: Content)]

  /// Creates a commit with its versions of the files.
  public init(
    commit: String, time: Int, author: String = "", subject: String = "",
    contents: [(file: Int, content: Content)]
  ) {
    self.commit = commit
    self.time = time
    self.author = author
    self.subject = subject
    self.contents = contents
  }
}
