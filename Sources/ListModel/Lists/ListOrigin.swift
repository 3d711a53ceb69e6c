/// The source of a list in the library, and the result of its last reading.
public struct ListOrigin: Equatable, Sendable {
  /// The followed source: an absolute path, the address of a repository, or `owner/name`.
  public var source: String
  /// The page below the source, `content/owner/name/README.md`; empty if the source is a page.
  public var page: String
  /// When the list was last read successfully; nil if never.
  public var read: Timestamp?
  /// Why the last reading failed; the entries are then those of an earlier one.
  public var failure: String?

  /// Creates a list that was read without failure unless given.
  public init(source: String, page: String, read: Timestamp? = nil, failure: String? = nil) {
    self.source = source
    self.page = page
    self.read = read
    self.failure = failure
  }
}
