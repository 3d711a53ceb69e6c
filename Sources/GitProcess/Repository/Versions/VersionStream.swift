/// Joins the log with the blobs: the versions that each commit created.
struct VersionStream {
  private let log: CommitLog
  /// The part of the log that was read before, the next commit last.
  private var first: [LoggedCommit]
  private let blobs: BlobReader
  private let wanted: [FilePath]
  private let lineage: Lineage
  /// The path of each file at the last commit logged; nil while it does not exist.
  private var paths: [FilePath?]
  /// The commits in which origins hand over; nil once they did.
  private var ends: [ObjectID?]
  private var waiting: [(commit: LoggedCommit, changes: [Pending])] = []
  private var firstWaiting = 0
  private var requested = 0
  private var logHasEnded = false

  private struct Pending {
    var file: Int
    var path: FilePath
    var blob: ObjectID?
    var isReadable = true
    var isHandedOver = false
  }

  init(
    log: CommitLog, from first: [LoggedCommit] = [], blobs: BlobReader, files: [FollowedFile],
    lineage: Lineage
  ) {
    self.first = first.reversed()
    self.lineage = lineage
    self.log = log
    self.blobs = blobs
    wanted = files.map(\.path) + lineage.origins.map(\.path)
    paths = files.map(\.earlierPath) + lineage.origins.map { _ in nil }
    ends = lineage.origins.map(\.until)
  }

  mutating func next() throws(GitError) -> CommitVersions? {
    try readAhead()
    guard firstWaiting < waiting.count else {
      try blobs.finish()
      return nil
    }
    let (commit, changes) = waiting[firstWaiting]
    firstWaiting += 1
    var versions: [FileVersion] = []
    for change in changes {
      versions.append(
        FileVersion(file: change.file, path: change.path, content: try content(of: change)))
    }
    return CommitVersions(commit: commit, versions: versions)
  }
}

extension VersionStream {
  private mutating func content(of change: Pending) throws(GitError) -> FileVersion.Content {
    if change.isHandedOver { return .handedOver }
    guard let blob = change.blob else { return change.isReadable ? .removed : .unreadable }
    requested -= 1
    switch try blobs.next() {
    case .bytes(let bytes): return .bytes(bytes, blob)
    case .tooLarge(let size): return .tooLarge(size)
    case .missing: return .missing
    }
  }

  /// Fills half of the window with requests once it is nearly empty, which keeps git busy.
  private mutating func readAhead() throws(GitError) {
    guard !logHasEnded, requested < BlobReader.window / 4 else { return }
    waiting.removeFirst(firstWaiting)
    firstWaiting = 0
    var ids: [ObjectID] = []
    while requested + ids.count < BlobReader.window / 2, waiting.count < BlobReader.window {
      guard let commit = try nextCommit() else {
        logHasEnded = true
        break
      }
      let changes = pending(in: commit)
      guard !changes.isEmpty else { continue }
      ids += changes.compactMap(\.blob)
      waiting.append((commit, changes))
    }
    requested += ids.count
    try blobs.request(ids)
  }

  private mutating func nextCommit() throws(GitError) -> LoggedCommit? {
    if let commit = first.popLast() { return commit }
    return try log.next()
  }

  /// Returns a commit's changes to the files, under their names at that time.
  private mutating func pending(in commit: LoggedCommit) -> [Pending] {
    var pending: [Pending] = []
    for file in wanted.indices {
      let origin = file - (wanted.count - ends.count)
      if origin >= 0 {
        guard let end = ends[origin] else { continue }
        if commit.id == end {
          ends[origin] = nil
          let path = paths[file] ?? wanted[file]
          pending.append(Pending(file: file, path: path, isHandedOver: true))
          continue
        }
      }
      guard let change = change(of: file, in: commit.changes) else { continue }
      paths[file] = change.blob == nil ? nil : change.path
      let isReadable = change.fileKind?.isRegular ?? true
      pending.append(
        Pending(
          file: file, path: change.path, blob: isReadable ? change.blob : nil,
          isReadable: isReadable))
    }
    return pending
  }

  private func change(of file: Int, in changes: [FileChange]) -> FileChange? {
    if let path = paths[file] {
      let change = changes.first { $0.path == path }
      guard let change, change.blob == nil else { return change }
      // Removed under one name, it may already exist under a later one.
      return changes.first { $0.kind == .added && lineage.files[$0.path] == file } ?? change
    }
    // A file starts under a later name; its current name goes first.
    return changes.first { $0.path == wanted[file] && $0.blob != nil }
      ?? changes.first { $0.blob != nil && lineage.files[$0.path] == file }
  }
}
