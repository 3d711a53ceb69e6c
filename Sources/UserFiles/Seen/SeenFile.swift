public import ListModel

/// What was seen, on disk: `seen.jsonl`, saved as safely as bookmarks.
///
/// `LineFile` has the protocol. The calls block and belong on a thread of their own.
public struct SeenFile: Sendable {
  private let file: LineFile<SeenDocument>

  /// Creates the file at an absolute path, which may be a link and need not exist.
  public init(path: String, timeout: Int = 5_000) {
    file = LineFile(path: path, megabytes: 64, timeout: timeout, noun: "list") {
      $0.seen.lists.keys.map { $0.path.utf8.map(asciiLowercased) }
    }
  }

  /// The file's absolute path, as the user knows it.
  public var path: String { file.path }

  /// Returns the file's current content; empty, with a notice, if it cannot be read.
  public func load() -> SeenFileContents {
    do throws(FileError) {
      let (document, notices) = try file.read()
      return SeenFileContents(
        seen: document.seen, notices: notices, isReadOnly: document.refusal(path: path) != nil)
    } catch {
      return SeenFileContents(
        seen: Seen(), notices: [FileNotice(path: path, what: error.what)], isReadOnly: true)
    }
  }

  /// Carries changes out; when `onSaved` is called, they are on the disk, and after it the backup is
  /// made.
  ///
  /// Gives what the file holds then, which may be more than one knew of. After an error the changes may
  /// be tried again as they are.
  @discardableResult
  public func apply(
    _ changes: [SeenChange], now: Timestamp, onSaved: (Seen) -> Void = { _ in }
  ) throws(UserFileError) -> SeenFileContents {
    var contents = SeenFileContents(seen: Seen(), notices: [], isReadOnly: false)
    var isWritten = false
    contents.notices = try file.update(now: now) {
      isWritten = true
      onSaved(contents.seen)
    } _: { document in
      let revised = document.revised(by: changes)
      contents.seen = revised.seen
      return revised.revision
    }
    if !isWritten { onSaved(contents.seen) }
    return contents
  }
}

/// The content of a file of what was seen.
public struct SeenFileContents: Equatable, Sendable {
  /// What was seen of all lists.
  public var seen: Seen
  /// Notices about the file.
  public var notices: [FileNotice]
  /// Whether awl will not write the file as it is now.
  public var isReadOnly: Bool
}
