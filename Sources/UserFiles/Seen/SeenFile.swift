public import ListModel

/// The seen state on disk: `seen.jsonl`, saved as safely as bookmarks.
///
/// `LineFile` has the protocol. Calls block, so use a separate thread.
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

  /// Makes changes; they are on disk when `onSaved` is called, and the backup is made afterwards.
  ///
  /// Returns the resulting state, which may include changes by others. After an error the same
  /// changes may be retried.
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

/// The content of the seen file.
public struct SeenFileContents: Equatable, Sendable {
  /// The seen state of all lists.
  public var seen: Seen
  /// Notices about the file.
  public var notices: [FileNotice]
  /// Whether awl will not write the file in its current state.
  public var isReadOnly: Bool
}
