import ArgumentParser
import Glibc
import ListModel
import UserFiles

/// `awl bookmarks restore [DATE]`: restores lost bookmarks from a backup.
struct RestoreBookmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Restore lost bookmarks from a backup.",
    discussion: """
      Backups are kept next to bookmarks.jsonl: the last save of each of 7 days, 4 weeks and 12 \
      months. Restoring adds the bookmarks that a backup has and the file lacks. Nothing saved \
      since is lost: of two versions of a bookmark the newer one stays, and what you removed stays \
      removed. By default the backup with the most missing bookmarks is used.

        awl bookmarks restore --list
        awl bookmarks restore 2026-11-27

      Exit codes: 0 restored, 1 nothing is missing, or there is no such backup, 5 could not write.
      """)

  @Argument(
    help: ArgumentHelp("The date of a backup, as printed by --list: 2026-11-27.", valueName: "date")
  )
  var date: String?

  @Flag(help: "List the backups, newest first, with the number of missing bookmarks.")
  var list = false

  @Flag(help: "Also restore bookmarks removed since the backup.")
  var removed = false

  @Flag(help: "Undo the last restore.")
  var undo = false

  @Flag(help: "Accept the file as it is, and stop reporting the loss.")
  var accept = false

  func validate() throws {
    let chosen = [list, undo, accept, date != nil || removed].count { $0 }
    guard chosen <= 1 else {
      throw ValidationError("--list, --undo, --accept and a date exclude one another")
    }
  }

  func run() throws {
    let file = BookmarkFile(path: try directories().bookmarks)
    do {
      if list {
        try printBackups(of: file)
      } else if undo {
        try undoLast(file)
      } else if accept {
        try file.acceptLosses(now: .now())
        say("the bookmarks count as they are")
      } else {
        try restore(file)
      }
    } catch let error as UserFileError {
      throw Failure(.cannotWrite, error.description)
    }
  }
}

extension RestoreBookmarks {
  private func printBackups(of file: BookmarkFile) throws {
    for backup in try file.backups().reversed() {
      let name = backup.name.description
      let padding = String(repeating: " ", count: max(1, 14 - name.utf8.count))
      say("\(name)\(padding)\(bookmarks(backup.bookmarks.count)), \(backup.missing) missing now")
    }
  }

  private func restore(_ file: BookmarkFile) throws {
    let backups = try file.backups()
    let chosen: BookmarkBackup?
    if let date {
      chosen = BackupName(date).flatMap { name in backups.first { $0.name == name } }
      if chosen == nil {
        throw Failure(
          .nothingMatched,
          "there is no backup \(safeLine(date)): awl bookmarks restore --list shows all")
      }
    } else {
      // The newest of the backups with the most missing bookmarks.
      chosen = backups.max { ($0.missing, $0.name) < ($1.missing, $1.name) }
    }
    guard let chosen,
      let done = try file.restore(chosen.name, includingRemoved: removed, now: .now())
    else { throw Failure(.nothingMatched, "there is no backup yet") }
    guard !done.keys.isEmpty else {
      let hint = done.staysRemoved > 0 ? "; --removed brings back \(done.staysRemoved) removed" : ""
      throw Failure(
        .nothingMatched, "nothing is missing that the backup of \(chosen.name) has\(hint)")
    }
    var words = ["restored \(bookmarks(done.broughtBack.count)) from \(chosen.name)"]
    if !done.completed.isEmpty { words.append("completed \(done.completed.count)") }
    if done.staysRemoved > 0 { words.append("\(done.staysRemoved) removed since stay removed") }
    say(words.joined(separator: ", ") + "; awl bookmarks restore --undo undoes it")
  }

  private func undoLast(_ file: BookmarkFile) throws {
    guard let count = try file.undoRestoration(now: .now()) else {
      throw Failure(.nothingMatched, "nothing was restored yet")
    }
    say("undone: \(bookmarks(count)) as before the restore")
  }

  private func bookmarks(_ count: Int) -> String {
    count == 1 ? "1 bookmark" : "\(count) bookmarks"
  }

  private func say(_ words: String) {
    awl.print(words + "\n", to: STDOUT_FILENO)
  }
}
