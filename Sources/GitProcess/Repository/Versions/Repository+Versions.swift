/// A version of one of the files that are followed.
public struct FileVersion: Equatable, Sendable {
  /// A commit's effect on a file.
  public enum Content: Equatable, Sendable {
    /// All its bytes, and the name of these.
    case bytes([UInt8], ObjectID)
    /// It is no longer there.
    case removed
    /// It was an origin: a file that was not asked for, from which one came that was. From this
    /// commit on that one has what it held.
    case handedOver
    /// It exceeds the limit; the value is its size in bytes.
    case tooLarge(Int)
    /// A link or a submodule.
    case unreadable
    /// The repository does not have it: it is partial or damaged.
    case missing
  }

  /// Which of the files, by its number among those that were asked for; origins have numbers
  /// after these.
  public var file: Int
  /// The path at that commit.
  public var path: FilePath
  /// The content at that commit.
  public var content: Content
}

/// A commit with the versions that it made.
public struct CommitVersions: Sendable {
  /// The commit.
  public var commit: LoggedCommit
  /// A version for each of the files that the commit changed.
  public var versions: [FileVersion]
}

/// A file to follow through the history.
public struct FollowedFile: Equatable, Sendable {
  /// The path at the newest commit.
  public var path: FilePath
  /// The path when the last reading ended; nil to begin with the first commit.
  public var earlierPath: FilePath?

  /// Creates a file to follow.
  public init(path: FilePath, earlierPath: FilePath? = nil) {
    self.path = path
    self.earlierPath = earlierPath
  }
}

extension Repository {
  /// Reads the versions of files along the first-parent chain, oldest first, renamings followed.
  ///
  /// Costs two walks of the chain and one reading of each version, through one git; never more
  /// than a few commits and one content are held. Contents over 16 MB are passed over. What `body` throws ends the reading.
  /// - Parameters:
  ///   - tip: the newest commit to read.
  ///   - after: the commit that the last reading ended with, which must be on the chain.
  public func readVersions(
    of files: [FollowedFile], upTo tip: ObjectID, after: ObjectID? = nil,
    cancellation: Cancellation? = nil, body: (CommitVersions) throws -> Void
  ) throws {
    try VersionReading(
      of: files, upTo: tip, after: after, in: self, cancellation: cancellation
    ).forEach(body)
  }
}
