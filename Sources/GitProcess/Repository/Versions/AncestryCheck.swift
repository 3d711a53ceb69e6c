/// Checks whether a commit is on the first-parent chain of another, so that reading can continue
/// after it.
///
/// Git starts at once, and runs while the caller does something else.
public struct AncestryCheck {
  private let commit: ObjectID
  /// The parents of each commit made since; nil if there are none.
  private let parents: RecordReader?

  /// Starts git for a commit and the newest one.
  public init(
    _ commit: ObjectID, of tip: ObjectID, in repository: Repository
  ) throws(GitError) {
    self.commit = commit
    guard commit != tip else {
      parents = nil
      return
    }
    let words = [
      "log", "-z", "--first-parent", "--no-patch", "--format=%P", "--end-of-options", tip.hex,
      "^" + commit.hex, "--",
    ]
    parents = RecordReader(try repository.start(words, cancellation: nil))
  }

  /// Waits for the result; call it once.
  public func isOnChain() throws(GitError) -> Bool {
    guard let parents else { return true }
    var oldest: [UInt8] = []
    do throws(GitError) {
      while let next = try parents.next() { oldest = next }
      try parents.finish()
    } catch .damaged {
      return false
    } catch .failed {
      // The commit is not in the repository.
      return false
    }
    return oldest.prefix { $0 != 0x20 }.elementsEqual(commit.hex.utf8)
  }
}
