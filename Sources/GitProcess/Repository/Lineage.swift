/// The names that files had before: a file is followed through its renamings.
struct Lineage {
  /// More names than any file has had; a history may be built to have no end of them.
  private static let limit = 64

  /// Which file had a name, by its number.
  private(set) var files: [FilePath: Int] = [:]

  /// All names, in no order.
  var names: [FilePath] { Array(files.keys) }

  /// Whether a file had other names than those asked for.
  private(set) var hasEarlierNames = false

  /// The names that were asked for.
  init(of followed: [FollowedFile]) {
    for (number, file) in followed.enumerated() {
      for path in [file.path, file.earlierPath ?? file.path] where files[path] == nil {
        files[path] = number
      }
    }
  }

  /// Looks up which files in a range of commits came from elsewhere.
  ///
  /// A walk of the chain for each set of new names, mostly one, and a comparison of two trees for
  /// each commit that adds one of the files.
  init(
    of followed: [FollowedFile], in repository: Repository, range: [String],
    cancellation: Cancellation?
  ) throws(GitError) {
    self.init(of: followed)
    var unexamined = names
    while !unexamined.isEmpty, files.count < Lineage.limit {
      let log = try CommitLog(
        repository, range: range, paths: unexamined, options: ["--diff-filter=A"],
        cancellation: cancellation)
      var found: [FilePath] = []
      while let commit = try log.next() {
        guard let parent = commit.parent else { continue }
        let added = Set(commit.changes.map(\.path))
        for rename in try repository.renames(from: parent, to: commit.id, cancellation)
        where added.contains(rename.new) && files[rename.old] == nil {
          files[rename.old] = files[rename.new]
          hasEarlierNames = true
          found.append(rename.old)
        }
      }
      unexamined = found
    }
  }
}

extension Repository {
  /// Where a file of one commit is at a later one; nil where git finds it renamed to nothing.
  ///
  /// Costs a comparison of two trees.
  public func path(
    of file: FilePath, at old: ObjectID, in new: ObjectID
  ) throws(GitError) -> FilePath? {
    try renames(from: old, to: new, nil).first { $0.old == file }?.new
  }

  /// The files that a commit renamed; none where it touches too many to tell.
  fileprivate func renames(
    from old: ObjectID, to new: ObjectID, _ cancellation: Cancellation?
  ) throws(GitError) -> [(old: FilePath, new: FilePath)] {
    let words = [
      "diff-tree", "-r", "-z", "--find-renames", "--diff-filter=R", "--name-status",
      "--no-ext-diff", "--no-textconv", old.hex, new.hex, "--",
    ]
    let records = RecordReader(try start(words, cancellation: cancellation))
    var renames: [(old: FilePath, new: FilePath)] = []
    do throws(GitError) {
      while try records.next() != nil, renames.count < 10_000 {
        guard let old = try records.next(), let new = try records.next() else { break }
        renames.append((FilePath(bytes: old), FilePath(bytes: new)))
      }
    } catch .timedOut {
      return []
    }
    return renames
  }
}
