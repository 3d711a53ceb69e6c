public import ListModel

/// Something that is followed, and how it was at the last sync.
public struct SourceState: Equatable, Sendable {
  /// As it is in follows.jsonl: an absolute path, the address of a repository, `owner/name`.
  public var name: String
  /// The kind that it turned out to be.
  public var kind: SourceKind
  /// When all of it was last looked at without failure; nil if never.
  public var checked: Timestamp?
  /// Why its last sync failed as a whole; its lists are then unchanged.
  public var failure: String?
  /// The number of its lists.
  public var lists: Int
  /// How many of them could not be read, and are unchanged.
  public var failedLists = 0
}

/// The kind of a source.
public enum SourceKind: String, Sendable {
  /// A folder or repository with many lists: `content/owner/name/README.md`.
  case catalogue
  /// A page, a README or a folder of them.
  case page
  /// A repository of git that is one list.
  case repository
}
