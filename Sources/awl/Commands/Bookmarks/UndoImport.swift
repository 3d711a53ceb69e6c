import ArgumentParser
import Glibc
import ListModel
import UserFiles

/// `awl bookmarks undo`: undoes the last import or tag-rename.
struct UndoImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Undo the last import or tag-rename.",
    discussion: """
      Later changes stay.

        awl bookmarks undo
        awl bookmarks import old.html && awl bookmarks undo

      Exit codes: 0 undone, 1 there is nothing to undo, 5 could not be written.
      """)

  func run() throws {
    let folders = try directories()
    let now = Timestamp.now()
    let undo = UndoFile(path: folders.undo)
    do {
      guard let change = try undo.load() else {
        throw Failure(.nothingMatched, "nothing to undo")
      }
      let file = BookmarkFile(
        path: folders.bookmarks, changes: BookmarkChangeLog(change.records, number: 0))
      let save = try file.carryOut([.undo(number: 0, at: now)], now: now)
      for notice in save.contents.notices { warn(notice.description) }
      try undo.clear(now: now)
      let conflicts = save.outcome.conflicts.count
      let words = conflicts > 0 ? "; \(conflicts) later changes stay" : ""
      awl.print("undone: \(safeLine(change.words))\(words)\n", to: STDOUT_FILENO)
    } catch let error as UserFileError {
      throw Failure(.cannotWrite, error.description)
    } catch let error as FileError {
      throw Failure(.cannotWrite, error.description)
    }
  }
}
