public import ListModel

/// Something that the user follows: one line of follows.jsonl.
public struct Follow: Equatable, Sendable {
  /// An absolute path, the address of a repository, or `owner/name` on GitHub.
  public var source: String
  /// When the user began to follow it.
  public var added: Timestamp
  /// The list's files in a repository; none if the README is the list.
  public var files: [String]

  /// Creates a source that is followed from some time on.
  public init(source: String, added: Timestamp, files: [String] = []) {
    self.source = source
    self.added = added
    self.files = files
  }
}
