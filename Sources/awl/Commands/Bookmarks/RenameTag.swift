import ArgumentParser
import Glibc
import ListModel
import UserFiles

/// `awl bookmarks tag-rename OLD NEW`: renames a tag in all bookmarks.
struct RenameTag: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag-rename",
    abstract: "Rename a tag in all bookmarks, or merge it into another tag.",
    discussion: """
      awl bookmarks undo undoes it.

      Exit codes: 0 saved, 1 no bookmark has the tag, 5 could not be written.
      """)

  @Argument(help: "The tag to rename, as one argument: 'ml infra'.")
  var old: String

  @Argument(help: "Its new name; a bookmark that already has this tag keeps only one.")
  var new: String

  func run() throws {
    guard !new.isEmpty else { throw Failure(.usage, "the new name of the tag is empty") }
    let folders = try directories()
    let file = BookmarkFile(path: folders.bookmarks)
    let contents = file.load()
    for notice in contents.notices { warn(notice.description) }
    let now = Timestamp.now()
    let operations = contents.bookmarks.renaming(tag: old, to: new, at: now)
    guard !operations.isEmpty else {
      throw Failure(.nothingMatched, "no bookmark has the tag \(safeLine(old))")
    }
    let words = "tag \(old) renamed to \(new)"
    try file.carryOutForUndo(
      operations, words: words, UndoFile(path: folders.undo), now: now)
    let count = operations.count == 1 ? "1 bookmark" : "\(operations.count) bookmarks"
    awl.print("saved: \(safeLine(words)) in \(count)\n", to: STDOUT_FILENO)
  }
}

extension BookmarkFile {
  /// Makes a change that `awl bookmarks undo` can undo; if it cannot, that is only a warning.
  func carryOutForUndo(
    _ operations: [BookmarkOperation], words: String, _ undo: UndoFile, now: Timestamp
  ) throws {
    do {
      _ = try carryOut([.make(operations, number: 0)], now: now)
    } catch {
      throw Failure(.cannotWrite, error.description)
    }
    do {
      try undo.save(UndoFile.Change(words: words, records: changes.records(of: 0)), now: now)
    } catch {
      warn("it is saved, but awl bookmarks undo cannot undo it: \(error)")
    }
  }
}
