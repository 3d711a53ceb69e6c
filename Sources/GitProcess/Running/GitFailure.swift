/// Tells what failed from git's exit status and its words, which are English under `LC_ALL=C.UTF-8`.
enum GitFailure {
  /// The reasons in the order of search: the words that tell more come first.
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
    ("File too large", .tooLarge),
    ("died of signal 25", .tooLarge),
    ("Out of memory", .tooLarge),
    ("out of memory", .tooLarge),
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
    "fsck error", "bad object", "index-pack failed", "is corrupt",
    "loose object", "unable to read tree", "missing object", "did not send all necessary",
  ]

  static func error(status: Int32, messages: [UInt8]) -> GitError {
    // A signal of its own: SIGXFSZ is what a file over the limit brings.
    if status == 128 + 25 { return .tooLarge }
    if let found = reasons.first(where: { messages.contains($0.words.utf8) }) {
      return found.error
    }
    let words = firstComplaint(in: messages)
    if damage.contains(where: { messages.contains($0.utf8) }) { return .damaged(words) }
    // What writes the pack was ended without a word, as a file over the limit does.
    if messages.contains("invalid index-pack output".utf8) { return .tooLarge }
    return .failed(status: status, words: words)
  }

  /// The first line that git calls fatal or an error, without that word; else the last line.
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
