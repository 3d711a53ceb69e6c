public import ListModel

/// The saved filters on disk: `filters.jsonl`, saved as safely as bookmarks.
///
/// `LineFile` has the protocol. The calls block and belong on a thread of their own.
public struct SavedFilterFile: Sendable {
  private let file: LineFile<SavedFilterDocument>

  /// Creates the file at an absolute path, which may be a link and need not exist.
  public init(path: String, timeout: Int = 5_000) {
    file = LineFile(path: path, megabytes: 16, timeout: timeout, noun: "saved filter") {
      $0.filters.all.map { Array($0.name.utf8) }
    }
  }

  /// The file's absolute path, as the user knows it.
  var path: String { file.path }

  /// Returns the file's current content; empty, with a notice, if it cannot be read.
  public func load() -> SavedFilterFileContents {
    do throws(FileError) {
      let (document, notices) = try file.read()
      return SavedFilterFileContents(
        filters: document.filters, notices: notices,
        isReadOnly: document.refusal(path: path) != nil)
    } catch {
      return SavedFilterFileContents(
        filters: SavedFilters(), notices: [FileNotice(path: path, what: error.what)],
        isReadOnly: true)
    }
  }

  /// Makes a change; it is on disk when this returns.
  ///
  /// Returns the resulting content, which may include changes by others.
  @discardableResult
  public func apply(
    _ change: SavedFilterChange, now: Timestamp
  ) throws(UserFileError) -> (contents: SavedFilterFileContents, outcome: SavedFilterOutcome) {
    var contents = SavedFilterFileContents(filters: SavedFilters(), notices: [], isReadOnly: false)
    var outcome = SavedFilterOutcome(before: nil, after: nil, isDone: false)
    contents.notices = try file.update(now: now) { document in
      let revised = document.revised(by: change)
      (contents.filters, outcome) = (revised.filters, revised.outcome)
      return revised.revision
    }
    return (contents, outcome)
  }
}

/// The content of a file of saved filters.
public struct SavedFilterFileContents: Equatable, Sendable {
  /// The filters in it.
  public var filters: SavedFilters
  /// Notices about the file.
  public var notices: [FileNotice]
  /// Whether awl will not write the file in its current state.
  public var isReadOnly: Bool
}
