/// A reading of the versions of files, on which git works from the start, while the caller does
/// something else.
///
/// Used from one thread.
public final class VersionReading {
  private let repository: Repository
  private let files: [FollowedFile]
  private let range: [String]
  private let cancellation: Cancellation?
  private let log: CommitLog
  private let blobs: BlobReader
  private var stream: VersionStream?
  /// The versions that were read ahead.
  private var waiting: [CommitVersions] = []

  /// The number of commits searched for renames before their blobs are read.
  private static let commitsExamined = 1_000

  /// Starts git; the parameters are those of `Repository.readVersions`.
  public init(
    of files: [FollowedFile], upTo tip: ObjectID, after: ObjectID? = nil,
    in repository: Repository, cancellation: Cancellation? = nil
  ) throws(GitError) {
    self.repository = repository
    self.files = files
    self.cancellation = cancellation
    range = after.map { [tip.hex, "^" + $0.hex] } ?? [tip.hex]
    log = try repository.log(of: Lineage(of: files), range, cancellation)
    blobs = try BlobReader(repository, cancellation: cancellation)
  }

  /// Reads ahead until the contents have this many bytes.
  public func readAhead(bytes limit: Int) throws(GitError) {
    var bytes = 0
    while bytes < limit, let next = try next() {
      for version in next.versions {
        if case .bytes(let content, _) = version.content { bytes += content.count }
      }
      waiting.append(next)
    }
  }

  /// Passes on all versions, oldest first; an error from `body` stops it.
  public func forEach(_ body: (CommitVersions) throws -> Void) throws {
    let ahead = waiting
    waiting = []
    for versions in ahead { try body(versions) }
    while let next = try next() { try body(next) }
  }
}

extension VersionReading {
  private func next() throws(GitError) -> CommitVersions? {
    if stream == nil { stream = try makeStream() }
    return try stream?.next()
  }

  /// Finds out first whether the files had other names.
  ///
  /// For a few commits only one that adds a file matters; else git walks the chain again.
  private func makeStream() throws(GitError) -> VersionStream {
    var first: [LoggedCommit] = []
    if range.count > 1 {
      while first.count < VersionReading.commitsExamined, let commit = try log.next() {
        first.append(commit)
      }
    }
    let isExamined = range.count > 1 && first.count < VersionReading.commitsExamined
    if isExamined, !first.contains(where: { $0.changes.contains { $0.kind == .added } }) {
      return VersionStream(
        log: log, from: first, blobs: blobs, files: files, lineage: Lineage(of: files))
    }
    let lineage = try Lineage(
      of: files, in: repository, range: range, cancellation: cancellation)
    guard lineage.hasEarlierNames else {
      return VersionStream(log: log, from: first, blobs: blobs, files: files, lineage: lineage)
    }
    let whole = try repository.log(of: lineage, range, cancellation)
    return VersionStream(log: whole, blobs: blobs, files: files, lineage: lineage)
  }
}

extension Repository {
  fileprivate func log(
    of lineage: Lineage, _ range: [String], _ cancellation: Cancellation?
  ) throws(GitError) -> CommitLog {
    try CommitLog(
      self, range: range, paths: lineage.names, options: ["--reverse"],
      cancellation: cancellation)
  }
}
