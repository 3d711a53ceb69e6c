/// A version of one of the files that are followed.
public struct FileVersion: Equatable, Sendable {
  /// A commit's effect on a file.
  public enum Content: Equatable, Sendable {
    /// All its bytes, and the name of these.
    case bytes([UInt8], ObjectID)
    /// The file was removed.
    case removed
    /// The file was an origin: an additional file that a requested file came from. From this commit
    /// on, the requested file has its content.
    case handedOver
    /// It exceeds the limit; the value is its size in bytes.
    case tooLarge(Int)
    /// A link or a submodule.
    case unreadable
    /// The repository does not have it: it is partial or damaged.
    case missing
  }

  /// The number of the file among the requested ones; origins are numbered after these.
  public var file: Int
  /// The path at that commit.
  public var path: FilePath
  /// The content at that commit.
  public var content: Content
}

/// A commit with the versions that it created.
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
  /// Reads the versions of files along the first-parent chain, oldest first, following renames.
  ///
  /// Costs two walks of the chain and one read of each version, through one git; no more than a few
  /// commits and one blob are in memory. An error from `body` stops the reading.
  /// Blobs over 16 MB are skipped.
  ///
  /// - Parameters:
  ///   - tip: the newest commit to read.
  ///   - after: the last commit of the previous run, which must be on the chain.
  public func readVersions(
    of files: [FollowedFile], upTo tip: ObjectID, after: ObjectID? = nil,
    cancellation: Cancellation? = nil, body: (CommitVersions) throws -> Void
  ) throws {
    try VersionReading(
      of: files, upTo: tip, after: after, in: self, cancellation: cancellation
    ).forEach(body)
  }
}
