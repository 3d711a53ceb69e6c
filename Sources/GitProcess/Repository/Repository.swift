/// A clone owned by awl: bare, with one branch, in a folder that nothing else writes to.
///
/// Its one reference, `refs/awl/tip`, is the source's HEAD at the last update. Branch names of the
/// source never become names here.
public struct Repository: Sendable {
  static let tip = "refs/awl/tip"

  /// How git is run.
  public var git: Git
  /// The folder's absolute path.
  public let path: String

  /// Creates a handle for the clone that `Git.clone` made in a folder; nothing is checked before it
  /// is read.
  public init(git: Git, path: String) {
    self.git = git
    self.path = path
  }

  /// Returns the newest commit; throws `GitError.empty` if there is none.
  ///
  /// Starts no git if the reference is a file, as in git's usual format.
  public func head() throws(GitError) -> ObjectID {
    if let line = SmallFile.line(path + "/" + Repository.tip), let commit = ObjectID(line) {
      return commit
    }
    guard let commit = try reference(Repository.tip) else { throw .empty }
    return commit
  }

  /// Whether git accepts the folder as a repository and knows a newest commit.
  public var isUsable: Bool { (try? reference(Repository.tip)) != nil }

  /// Returns the commit of a reference; nil if the reference does not exist.
  func reference(_ name: String) throws(GitError) -> ObjectID? {
    let words = try output(of: ["for-each-ref", "--format=%(objectname)", name])
    return ObjectID(utf8: words.prefix { $0 != 0x0A })
  }

  /// Returns all that a git prints which reads this repository and has little to say.
  func output(of arguments: [String]) throws(GitError) -> [UInt8] {
    try git.output(
      of: arguments, repository: path, silence: git.limits.silenceSeconds)
  }

  /// Starts a git that reads this repository.
  func start(_ arguments: [String], cancellation: Cancellation?) throws(GitError) -> GitRun {
    try git.start(
      arguments, repository: path,
      timeout: .silence(seconds: git.limits.silenceSeconds), cancellation: cancellation)
  }

  /// The lines of `git ls-remote` about a source: an object, a tab and the name of a reference.
  func references(
    of source: GitSource, _ option: String, named names: [String], cancellation: Cancellation?
  ) throws(GitError) -> [ArraySlice<UInt8>] {
    let run = try git.start(
      ["ls-remote", option, "--", source.location] + names, repository: path, source: source,
      timeout: .silence(seconds: git.limits.silenceSeconds), cancellation: cancellation)
    return try run.readAll(limit: 1 << 20).split(separator: 0x0A)
  }
}

extension Repository {
  /// Removes the clone from the disk; what may not be removed stays.
  public func remove() { Repository.remove(path) }

  /// Removes a clone, or what was left of one, by its folder.
  public static func remove(_ path: String) { FileTree.remove(path) }
}
