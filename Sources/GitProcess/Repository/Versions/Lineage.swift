/// The former names of files: each file is followed through its renames.
///
/// A file may also come from others without a rename: one that was split off a file that still
/// exists, or into which others were merged. Those others are its origins. They are followed as
/// additional files, numbered after the requested ones, until they hand over.
struct Lineage {
  /// More names than any file has had; a history may be built to have no end of them.
  private static let limit = 64

  /// Which file had a name, by its number.
  private(set) var files: [FilePath: Int] = [:]
  /// The origins, numbered from the first number after the requested files.
  private(set) var origins: [Origin] = []

  /// An additional file, and the commit in which others took over its content.
  struct Origin: Equatable {
    let path: FilePath
    let until: ObjectID
  }

  /// All names, in no order.
  var names: [FilePath] { Array(files.keys) }

  /// Whether a file had other names than those requested, or came from others.
  private(set) var hasEarlierNames = false

  private let followed: [FollowedFile]

  /// Creates a lineage of the requested names only.
  init(of followed: [FollowedFile]) {
    self.followed = followed
    for (number, file) in followed.enumerated() {
      for path in [file.path, file.earlierPath ?? file.path] where files[path] == nil {
        files[path] = number
      }
    }
  }

  /// Finds the files in a range of commits that came from elsewhere.
  ///
  /// Costs a walk of the chain for each set of new names, usually one, and a comparison of two
  /// trees for each commit that adds one of the files, or removes another file while changing one
  /// of them. Origins are searched for in whole histories only.
  init(
    of followed: [FollowedFile], in repository: Repository, range: [String],
    cancellation: Cancellation?
  ) throws(GitError) {
    self.init(of: followed)
    let isWhole = range.count == 1
    var unexamined = names
    while !unexamined.isEmpty, files.count < Lineage.limit {
      let log = try CommitLog(
        repository, range: range, paths: unexamined,
        options: isWhole
          ? ["--full-diff", "--diff-filter=AD"]
          : ["--diff-filter=A"],
        cancellation: cancellation)
      var found: [FilePath] = []
      while let commit = try log.next() {
        guard let parent = commit.parent else { continue }
        let added = Set(commit.changes.filter { $0.kind == .added }.map(\.path))
          .intersection(unexamined)
        if !added.isEmpty {
          let renames = try repository.renames(from: parent, to: commit.id, cancellation)
          for rename in renames where added.contains(rename.new) && files[rename.old] == nil {
            files[rename.old] = files[rename.new]
            hasEarlierNames = true
            found.append(rename.old)
          }
        }
        guard isWhole, !added.isEmpty || Lineage.removesText(commit, but: files) else { continue }
        found += try takeOrigins(
          repository.origins(
            of: unexamined, in: commit, parent: parent, known: files, cancellation), of: commit)
      }
      unexamined = found
    }
  }
}

extension Lineage {
  /// Returns whether a commit removes a file that may contain entries, other than a followed one.
  private static func removesText(_ commit: LoggedCommit, but files: [FilePath: Int]) -> Bool {
    commit.changes.contains {
      $0.kind == .removed && $0.path.mayHoldEntries && files[$0.path] == nil
    }
  }

  private mutating func takeOrigins(_ found: [FilePath], of commit: LoggedCommit) -> [FilePath] {
    var taken: [FilePath] = []
    for path in found where files[path] == nil && files.count < Lineage.limit {
      files[path] = followed.count + origins.count
      origins.append(Origin(path: path, until: commit.id))
      hasEarlierNames = true
      taken.append(path)
    }
    return taken
  }
}

extension Repository {
  /// Returns the path of one commit's file at a later one; nil if git finds that it was removed.
  ///
  /// Costs a comparison of two trees.
  public func path(
    of file: FilePath, at old: ObjectID, in new: ObjectID
  ) throws(GitError) -> FilePath? {
    try renames(from: old, to: new, nil).first { $0.old == file }?.new
  }

  /// Returns the files that a commit renamed; none if it touches too many.
  ///
  /// If blobs that git would compare are missing, only exact renames count.
  fileprivate func renames(
    from old: ObjectID, to new: ObjectID, _ cancellation: Cancellation?
  ) throws(GitError) -> [(old: FilePath, new: FilePath)] {
    do throws(GitError) {
      return try renames(from: old, to: new, alike: "--find-renames", cancellation)
    } catch .damaged {
      return try renames(from: old, to: new, alike: "--find-renames=100%", cancellation)
    } catch .timedOut {
      return []
    }
  }

  private func renames(
    from old: ObjectID, to new: ObjectID, alike: String, _ cancellation: Cancellation?
  ) throws(GitError) -> [(old: FilePath, new: FilePath)] {
    let words = [
      "diff-tree", "-r", "-z", alike, "--diff-filter=R", "--name-status", "--no-ext-diff",
      "--no-textconv", old.hex, new.hex, "--",
    ]
    let records = RecordReader(try start(words, cancellation: cancellation))
    var renames: [(old: FilePath, new: FilePath)] = []
    while try records.next() != nil, renames.count < 10_000 {
      guard let old = try records.next(), let new = try records.next() else { break }
      renames.append((FilePath(bytes: old), FilePath(bytes: new)))
    }
    if renames.count < 10_000 { try records.finish() }
    return renames
  }
}
