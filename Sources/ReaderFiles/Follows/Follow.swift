public import ListModel

/// Something that the reader follows: one line of follows.jsonl.
public struct Follow: Equatable, Sendable {
  /// An absolute path, the address of a repository, or `owner/name` on GitHub.
  public var source: String
  /// When the reader began to follow it.
  public var added: Timestamp

  /// A source that is followed from a moment on.
  public init(source: String, added: Timestamp) {
    self.source = source
    self.added = added
  }
}
