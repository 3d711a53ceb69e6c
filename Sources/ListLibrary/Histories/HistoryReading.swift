import GitProcess
import ListHistory
import ListMarkdown
import ListModel

/// Reads the history of a list's files out of its clone.
struct HistoryReading {
  let repository: Repository
  /// The newest commit.
  let tip: ObjectID
  /// The paths of the files at that commit.
  let files: [String]
  /// The day after which no commit can have been made.
  let today: Day

  /// The tracker with all commits up to the tip taken in.
  ///
  /// Goes on from a tracker that was stored, which costs what the new commits cost. A history
  /// that was rewritten since, and files that do not come from those that were tracked, are read
  /// from the beginning; the days of entries that are still there are then kept. `isCurrent` is
  /// false for a state that an older awl has stored, whose entries are read anew.
  func read(
    goingOnFrom state: [UInt8]?, isCurrent: Bool, cancellation: Cancellation
  ) throws -> HistoryTracker {
    let last = state.flatMap { HistoryTracker.lastCommit(ofState: $0) }.flatMap { ObjectID($0) }
    let check = try isCurrent ? last.map { try ChainCheck($0, of: tip, in: repository) } : nil
    guard let stored = state.flatMap({ HistoryTracker(state: $0, today: today) }) else {
      return try read(HistoryTracker(files: files, today: today), cancellation)
    }
    if let last, let check, let tracker = try goOn(from: stored, after: last, check, cancellation) {
      return tracker
    }
    let isSame = stored.files.count == files.count
    return try read(
      stored.restarted(files: files, forms: isSame ? stored.forms : []), cancellation)
  }

  /// The history read from the beginning, as a list whose files are written in other forms.
  func read(
    _ tracker: HistoryTracker, in forms: [ReadmeForm], cancellation: Cancellation
  ) throws -> HistoryTracker {
    try read(tracker.restarted(files: files, forms: forms), cancellation)
  }

  /// Nil where the new history does not follow on the stored one.
  private func goOn(
    from stored: HistoryTracker, after last: ObjectID, _ check: ChainCheck,
    _ cancellation: Cancellation
  ) throws -> HistoryTracker? {
    guard stored.files.count == files.count, try check.isOnChain() else { return nil }
    var tracker = stored
    var paths = stored.files.map { FilePath($0) }
    let followed = zip(files, paths).map { FollowedFile(path: FilePath($0), earlierPath: $1) }
    try repository.readVersions(of: followed, upTo: tip, after: last, cancellation: cancellation) {
      for version in $0.versions where version.content != .removed {
        paths[version.file] = version.path
      }
      tracker.add(Revision($0))
    }
    guard paths == files.map({ FilePath($0) }) else { return nil }
    tracker.rename(files: files)
    return tracker
  }

  private func read(
    _ empty: HistoryTracker, _ cancellation: Cancellation
  ) throws -> HistoryTracker {
    var tracker = empty
    let followed = files.map { FollowedFile(path: FilePath($0)) }
    try repository.readVersions(of: followed, upTo: tip, cancellation: cancellation) {
      tracker.add(Revision($0))
    }
    return tracker
  }
}

extension Revision {
  /// A commit as git tells it, for the tracker.
  fileprivate init(_ found: CommitVersions) {
    self.init(
      commit: found.commit.id.hex, time: found.commit.time, author: found.commit.author,
      subject: found.commit.subject,
      contents: found.versions.map { (file: $0.file, content: Content($0.content)) })
  }
}

extension Revision.Content {
  fileprivate init(_ content: FileVersion.Content) {
    switch content {
    case .bytes(let bytes, _): self = .bytes(bytes)
    case .removed: self = .removed
    case .tooLarge(let size): self = .unreadable("it has \(size) bytes")
    case .unreadable: self = .unreadable("it is a link, a submodule or missing in the clone")
    }
  }
}
