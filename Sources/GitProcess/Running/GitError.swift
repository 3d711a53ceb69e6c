/// Why git failed.
public enum GitError: Error, Equatable, Sendable {
  /// There is no `git` in the absolute folders of PATH.
  case notInstalled
  /// `Cancellation.cancel()` was called.
  case cancelled
  /// Git took longer than it may; it was ended.
  case timedOut(seconds: Int)
  /// The server sent next to nothing for a while.
  case stalled
  /// The host cannot be reached: no network, no such host, no response.
  case unreachable
  /// The server has no repository at the URL: it was removed, renamed or made private.
  case vanished
  /// The server requires a login. GitHub does so for missing repositories, too.
  case needsPassword
  /// The server sends on to an address that git may not follow.
  case redirected
  /// The repository has no commit.
  case empty
  /// The repository is a clone that has only the newest part of the history.
  case shallow
  /// The server's answer is not that of a git server.
  case noRepository
  /// The repository belongs to another user of this machine.
  case foreignOwner
  /// The repository exceeds one of our limits: the resource with the amount found, at least, and
  /// the limit.
  case tooLarge(what: String, found: Int, limit: Int)
  /// The repository names its objects by another hash (SHA-1, SHA-256) than the clone of it.
  case otherObjectFormat
  /// The disk is full, or may not be written.
  case noSpace
  /// The repository is damaged, or built to do harm; git's own words.
  case damaged(String)
  /// The requested object is not in the repository.
  case notThere(String)
  /// Anything else: git's exit status and its own words, unsanitised.
  case failed(status: Int32, words: String)
}

extension GitError: CustomStringConvertible {
  /// The error and how to fix it.
  ///
  /// Contains text from git or a server: sanitise it.
  public var description: String {
    switch self {
    case .notInstalled: "git was not found: install it, or put its folder into PATH"
    case .cancelled: "cancelled"
    case .timedOut(let seconds): "git took more than \(seconds) seconds: try again later"
    case .stalled: "the server stopped sending: try again later"
    case .unreachable: "the server cannot be reached: check the net and the address"
    case .vanished:
      "the repository is not there: it was removed, renamed or made private; check the address"
    case .needsPassword:
      "the server asks for a password: the repository is private or not there; check the address"
    case .redirected: "the server sends on to another address: follow that one"
    case .empty: "the repository has no commit yet: try again later"
    case .shallow:
      "the clone has only the end of the history: git fetch --unshallow there brings the rest"
    case .noRepository: "there is no git repository at this address: check it"
    case .foreignOwner: "the repository belongs to another user: copy it and follow the copy"
    case .tooLarge(let what, let found, let limit):
      "the repository is larger than awl takes (\(found) \(what) or more, \(limit) are allowed): "
        + "follow its track page instead"
    case .otherObjectFormat:
      "the repository has changed its object format: unfollow it and follow it again"
    case .noSpace:
      "the disk is full, or git may not write: free some space, or check the permissions"
    case .damaged(let words):
      "the repository is damaged (git says: \(words)): git fsck --full there shows what is missing"
    case .notThere(let what): "\(what) is not in the repository: check the name"
    case .failed(let status, let words): "git failed (\(status)): \(words)"
    }
  }
}
