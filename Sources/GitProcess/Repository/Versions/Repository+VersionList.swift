/// A version of a file, without its content.
public struct ListedVersion: Equatable, Sendable {
  /// The commit that created it.
  public var commit: LoggedCommit
  /// The object with its content.
  public var content: ObjectID
}

extension Repository {
  /// Returns the versions of a file along the first-parent chain, newest first, following renames.
  ///
  /// Costs two walks of the chain and reads no blobs. Commits that removed the file are left out.
  public func versionList(
    of file: FilePath, upTo tip: ObjectID
  ) throws(GitError) -> [ListedVersion] {
    let followed = [FollowedFile(path: file)]
    let lineage = try Lineage(
      of: followed, in: self, range: [tip.hex], cancellation: nil)
    let log = try CommitLog(
      self, range: [tip.hex], paths: lineage.names, options: [], cancellation: nil)
    var versions: [ListedVersion] = []
    while let commit = try log.next() {
      let change = commit.changes.last { change in
        change.blob != nil && change.fileKind?.isRegular == true
          && lineage.files[change.path] != nil
      }
      if let blob = change?.blob { versions.append(ListedVersion(commit: commit, content: blob)) }
    }
    return versions
  }
}
