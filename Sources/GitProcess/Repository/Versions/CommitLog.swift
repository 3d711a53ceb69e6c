/// A commit on the default branch's first-parent chain: the states that a visitor could see.
public struct LoggedCommit: Equatable, Sendable {
  /// Its name.
  public var id: ObjectID
  /// Its first parent; nil for the first commit.
  public var parent: ObjectID?
  /// The commit date in seconds since 1970-01-01, as recorded in the commit.
  public var time: Int
  /// Who wrote it, as it says; text of a stranger, cut at 200 bytes.
  public var author: String
  /// The first line of its message; text of a stranger, cut at 1,000 bytes.
  public var subject: String
  /// The changes of the requested files against its first parent.
  public var changes: [FileChange]
}

/// A commit's change of a file.
public struct FileChange: Equatable, Sendable {
  /// How the file changed.
  public enum Kind: Equatable, Sendable {
    case added, modified, removed
  }

  /// How the file changed.
  public var kind: Kind
  /// The path of the file, or its former path.
  public var path: FilePath
  /// Its new content; nil if it was removed.
  public var blob: ObjectID?
  /// Its content before; nil if it was added.
  var oldBlob: ObjectID?
  /// Its kind now; nil if it was removed.
  var fileKind: TreeFile.Kind?
}

/// Reads `git log --raw -z` commit by commit.
///
/// Each commit is five fields, followed by a field beginning with `:` and a path for each change;
/// paths are counted, so one cannot be mistaken for anything else. A rename is one file removed and
/// another added: to detect it git would read blobs, which may be missing.
final class CommitLog {
  private static let format = "--format=%H%x00%P%x00%ct%x00%an%x00%s"

  private let records: RecordReader
  /// The record after the last commit; known once one was read.
  private var pending: [UInt8]?
  private var hasBegun = false

  /// Starts git, which runs ahead of the reader; `range` is a commit, or several with `^`.
  init(
    _ repository: Repository, range: [String], paths: [FilePath], options: [String],
    cancellation: Cancellation?
  ) throws(GitError) {
    let words =
      [
        "--literal-pathspecs", "log", "-z", "--first-parent", "--raw", "--no-abbrev",
        "--diff-merges=first-parent", "--no-ext-diff", "--no-textconv", "--no-show-signature",
        "--no-color", "--no-mailmap", "--encoding=UTF-8", "--no-renames", CommitLog.format,
      ] + options + ["--end-of-options"] + range + ["--"] + paths.map(\.text)
    records = RecordReader(try repository.start(words, cancellation: cancellation))
  }

  /// Returns the next commit; nil at the end.
  func next() throws(GitError) -> LoggedCommit? {
    if !hasBegun { pending = try records.next() }
    hasBegun = true
    guard let name = pending else {
      try records.finish()
      return nil
    }
    guard let id = ObjectID(utf8: name), let parents = try records.next(),
      let time = try records.next(), let author = try records.next(),
      let subject = try records.next()
    else { throw .damaged("log gave an odd commit") }
    pending = try records.next()
    return LoggedCommit(
      id: id, parent: ObjectID(utf8: parents.prefix { $0 != 0x20 }),
      time: Int(String(decoding: time, as: UTF8.self)) ?? 0,
      author: cut(author, at: 200), subject: cut(subject, at: 1_000), changes: try changes())
  }
}

extension CommitLog {
  private func changes() throws(GitError) -> [FileChange] {
    var changes: [FileChange] = []
    while let record = pending {
      let line = record.drop { $0 == 0x0A }
      if line.first == UInt8(ascii: ":") {
        changes.append(try change(line))
        pending = try records.next()
      } else if line.isEmpty {
        pending = try records.next()
      } else {
        break
      }
    }
    return changes
  }

  /// Reads `:100644 100644 <old> <new> R086` and the paths after it.
  private func change(_ line: ArraySlice<UInt8>) throws(GitError) -> FileChange {
    let words = line.dropFirst().split(separator: 0x20)
    guard words.count == 5, let letter = words[4].first, let path = try records.next() else {
      throw .damaged("log gave an odd change")
    }
    let blob = ObjectID(utf8: words[3]).flatMap { $0.isNull ? nil : $0 }
    var change = FileChange(
      kind: .modified, path: FilePath(bytes: path), blob: blob,
      oldBlob: ObjectID(utf8: words[2]).flatMap { $0.isNull ? nil : $0 },
      fileKind: TreeFile.Kind(mode: words[1]))
    switch letter {
    case UInt8(ascii: "A"): change.kind = .added
    case UInt8(ascii: "D"): change.kind = .removed
    default: break
    }
    return change
  }
}

/// Returns the first bytes as text, with invalid UTF-8 replaced.
private func cut(_ bytes: [UInt8], at limit: Int) -> String {
  var end = min(limit, bytes.count)
  // Not inside a character: back to the byte that begins one.
  while end < bytes.count, end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
  return String(decoding: bytes[..<end], as: UTF8.self)
}
