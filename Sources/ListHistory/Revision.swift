/// A commit as the tracker takes it in: who made it when, and what it made of the list's files.
public struct Revision: Sendable {
  /// What a commit made of a file.
  public enum Content: Sendable {
    /// All bytes of the new version.
    case bytes([UInt8])
    /// The file is no longer there, nor are its entries.
    case removed
    /// The file was one from which files of the list came, and from here on these have its entries.
    case handedOver
    /// It cannot be read, for a reason: its entries stay as they are.
    case unreadable(String)
  }

  /// The commit's hexadecimal name.
  public var commit: String
  /// When it was committed, in seconds since 1970-01-01.
  public var time: Int
  /// Who wrote it, as it says.
  public var author: String
  /// The first line of its message.
  public var subject: String
  /// The files that it changed, by their numbers among those that are tracked.
  ///
  /// Numbers behind those are of origins: files that are none of the list's, from which such a
  /// file came.
  public var contents: [(file: Int, content: Content)]

  /// A commit with the versions that it made.
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
