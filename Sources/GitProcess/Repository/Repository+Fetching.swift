import Glibc

extension Git {
  /// Clones the source's default branch, complete and bare, into a new folder.
  ///
  /// The objects of a local repository are borrowed rather than copied, so the clone depends on
  /// that repository. The clone has the object format of the source.
  ///
  /// It is created in a temporary folder, `path.new-` and a number, and renamed when it is
  /// complete: a clone that failed or was cancelled leaves nothing, one whose process was killed
  /// leaves that folder.
  public func clone(
    _ source: GitSource, to path: String, cancellation: Cancellation? = nil,
    progress: @escaping (GitProgress) -> Void = { _ in }
  ) throws(GitError) -> Repository {
    do throws(GitError) {
      return try clone(source, to: path, .sha1, cancellation, progress)
    } catch .otherObjectFormat {
      return try clone(source, to: path, .sha256, cancellation, progress)
    }
  }

  private func clone(
    _ source: GitSource, to path: String, _ format: ObjectFormat, _ cancellation: Cancellation?,
    _ progress: @escaping (GitProgress) -> Void
  ) throws(GitError) -> Repository {
    let growing = path + ".new-" + String(UInt64.random(in: .min ... .max), radix: 16)
    do throws(GitError) {
      _ = try output(
        of: [
          "init", "--quiet", "--bare", "--shared=0600", "--template=",
          "--object-format=\(format.rawValue)", "--", growing,
        ], silence: limits.silenceSeconds, cancellation: cancellation)
      let clone = Repository(git: self, path: growing)
      try clone.fetch(
        source, seconds: limits.cloneSeconds, cancellation: cancellation, progress: progress)
      _ = try clone.head()
      guard rename(growing, path) == 0 else { throw .noSpace }
    } catch {
      FileTree.remove(growing)
      throw error
    }
    return Repository(git: self, path: path)
  }
}

/// How git names objects.
enum ObjectFormat: String {
  case sha1, sha256
}

extension Repository {
  /// Updates the clone to the source's current state, even if its history was rewritten.
  ///
  /// Throws `GitError.empty` for a clone without a known newest commit. Costs one connection if
  /// nothing is new. After an error the clone is unchanged.
  public func update(
    from source: GitSource, cancellation: Cancellation? = nil,
    progress: @escaping (GitProgress) -> Void = { _ in }
  ) throws(GitError) {
    _ = try head()
    try fetch(
      source, seconds: git.limits.updateSeconds, cancellation: cancellation, progress: progress)
  }

  func fetch(
    _ source: GitSource, seconds: Int, cancellation: Cancellation?,
    progress: @escaping (GitProgress) -> Void
  ) throws(GitError) {
    progress(GitProgress(phase: .connecting))
    // Git fetches nothing from a shallow clone, and mentions it only in a warning.
    guard !source.isShallow else { throw .shallow }
    if let objects = source.localObjects {
      return try borrow(objects, of: source, cancellation: cancellation)
    }
    askForBranch(of: source, cancellation: cancellation)
    if source.transport == .file, source.bundleFormat != format { throw .otherObjectFormat }
    do throws(GitError) {
      try fetch(
        "HEAD", of: source, seconds: seconds, cancellation: cancellation, progress: progress)
    } catch .empty where source.transport == .file {
      // A bundle may have been created without HEAD.
      guard let branch = try onlyBranch(of: source, cancellation: cancellation) else {
        throw .empty
      }
      try fetch(
        branch, of: source, seconds: seconds, cancellation: cancellation, progress: progress)
    }
  }

  private func fetch(
    _ name: String, of source: GitSource, seconds: Int, cancellation: Cancellation?,
    progress: @escaping (GitProgress) -> Void
  ) throws(GitError) {
    let run = try git.start(
      [
        "fetch", "--progress", "--no-tags", "--no-recurse-submodules", "--no-write-fetch-head",
        "--no-auto-maintenance", "--no-show-forced-updates", "--", source.location,
        "+\(name):\(Repository.tip)",
      ], repository: path, source: source, timeout: .total(seconds: seconds),
      cancellation: cancellation, progress: progress)
    do throws(GitError) {
      _ = try run.readAll(limit: 1 << 20)
    } catch .damaged(let words) {
      // The process that writes the pack is killed silently when a file exceeds the limit.
      let written = FileTree.largestFile(in: path + "/objects/pack")
      guard written >= git.limits.fileBytes else { throw .damaged(words) }
      throw .overFileLimit(found: max(written, git.limits.fileBytes), git.limits)
    }
  }

  /// Returns the branch of a bundle that has only one, or its `main` or `master`.
  private func onlyBranch(
    of source: GitSource, cancellation: Cancellation?
  ) throws(GitError) -> String? {
    let lines = try references(of: source, "--heads", named: [], cancellation: cancellation)
    let names = lines.map { String(decoding: $0.drop { $0 != 0x09 }.dropFirst(), as: UTF8.self) }
    if names.count == 1 { return names[0] }
    return ["refs/heads/main", "refs/heads/master"].first { names.contains($0) }
  }
}
