/// Derives the error from git's exit status and its messages, which are English under
/// `LC_ALL=C.UTF-8`.
enum GitFailure {
  /// The reasons in the order in which they are searched for: most specific first.
  private static let reasons: [(words: String, error: GitError)] = [
    ("Operation too slow", .stalled),
    ("Operation timed out after", .stalled),
    ("unable to update url base from redirection", .redirected),
    ("disabled in libcurl", .redirected),
    ("redirects exhausted", .redirected),
    ("returned error: 30", .redirected),
    ("could not read Username", .needsPassword),
    ("could not read Password", .needsPassword),
    ("Authentication failed", .needsPassword),
    ("returned error: 401", .needsPassword),
    ("returned error: 403", .needsPassword),
    ("returned error: 410", .vanished),
    ("' not found", .vanished),
    ("Repository not found", .vanished),
    ("Could not resolve host", .unreachable),
    ("Failed to connect", .unreachable),
    ("Couldn't connect to server", .unreachable),
    ("Connection refused", .unreachable),
    ("Connection timed out", .unreachable),
    ("dubious ownership", .foreignOwner),
    ("No space left on device", .noSpace),
    ("Permission denied", .noSpace),
    ("Read-only file system", .noSpace),
    ("Disk quota exceeded", .noSpace),
    ("mismatched algorithms", .otherObjectFormat),
    ("ould not resolve HEAD", .empty),
    ("ouldn't find remote ref HEAD", .empty),
    ("not valid: is this a git repository?", .noRepository),
    ("info/refs not valid", .noRepository),
    ("invalid server response", .noRepository),
    ("invalid content-type", .noRepository),
    ("does not appear to be a git repository", .noRepository),
    ("protocol error", .noRepository),
  ]

  private static let damage = [
    "fsck error", "bad object", "index-pack failed", "is corrupt", "corruption", "corrupted",
    "loose object", "unable to read", "missing object", "missing blob", "missing tree",
    "did not send all necessary", "early EOF", "invalid index-pack output", "Could not read",
    "Failed to traverse", "nonexistent object", "unable to stream", "data stream error",
    "bad tree object", "not a valid object", "could not get object info",
  ]

  static func error(
    status: Int32, messages: [UInt8], limits: GitLimits = GitLimits()
  ) -> GitError {
    // SIGXFSZ is raised when a file exceeds the limit.
    let isOverFileLimit =
      status == 128 + 25 || messages.contains("File too large".utf8)
      || messages.contains("died of signal 25".utf8)
    if isOverFileLimit { return .overFileLimit(found: limits.fileBytes, limits) }
    if messages.contains("ut of memory".utf8) {
      return .tooLarge(
        what: "bytes of memory", found: limits.memoryBytes, limit: limits.memoryBytes)
    }
    if let found = reasons.first(where: { messages.contains($0.words.utf8) }) {
      return found.error
    }
    let words = firstComplaint(in: messages)
    if damage.contains(where: { messages.contains($0.utf8) }) { return .damaged(words) }
    return .failed(status: status, words: words)
  }

  /// Returns the first line that git calls fatal or an error, without that word; else the last
  /// line.
  private static func firstComplaint(in messages: [UInt8]) -> String {
    let lines = messages.split(separator: UInt8(ascii: "\n"))
    for start in ["fatal: ", "error: "] {
      if let line = lines.first(where: { $0.starts(with: start.utf8) }) {
        return String(decoding: line.dropFirst(start.utf8.count), as: UTF8.self)
      }
    }
    return String(decoding: lines.last ?? [], as: UTF8.self)
  }
}

extension GitError {
  /// One file of the repository, a pack mostly, is over the limit.
  static func overFileLimit(found: Int, _ limits: GitLimits) -> GitError {
    .tooLarge(what: "bytes in one file", found: found, limit: limits.fileBytes)
  }
}
