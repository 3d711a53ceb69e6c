public import ArgumentParser
public import BookmarkFormats
import Glibc
import ListModel
import UserFiles

/// `awl bookmarks import FILE`: imports other programs' exports.
struct ImportBookmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import bookmarks from another program's file.",
    discussion: """
      A link that is already bookmarked, in any spelling, only gets the new tags. Folders become \
      tags. Nothing is fetched. awl bookmarks undo undoes the whole import.

        awl bookmarks import bookmarks.html
        awl bookmarks import ~/.local/share/buku/bookmarks.db

      Exit codes: 0 imported, 4 unreadable file, 5 could not write.
      """)

  @Argument(help: ArgumentHelp("A file, buku's database, or - for standard input."))
  var file: String

  @Option(help: "The format; by default detected from the content.")
  var format: BookmarkFormat?

  @Flag(help: "Print what would be imported or refused, without changing anything.")
  var dryRun = false

  func run() throws {
    let now = Timestamp.now()
    let source = try BookmarkSource(path: file, format: format, now: now)
    let folders = try directories()
    let bookmarks = BookmarkFile(path: folders.bookmarks)
    let contents = bookmarks.load()
    for notice in contents.notices { warn(notice.description) }
    let plan = ImportPlan(source.bookmarks, into: contents.bookmarks, now: now)
    warn("\(file) is \(source.kind)")
    if !dryRun { try save(plan, in: bookmarks, UndoFile(path: folders.undo), now: now) }
    let refused = source.refused.map { refusal in
      safeLine("\(file):\(refusal.line): \(refusal.reason): \(refusal.text)") + "\n"
    }.joined()
    awl.print(refused, to: dryRun ? STDOUT_FILENO : STDERR_FILENO)
    awl.print("\(plan.summary), \(source.refused.count) refused\n", to: STDOUT_FILENO)
  }

  private func save(
    _ plan: ImportPlan, in bookmarks: BookmarkFile, _ undo: UndoFile, now: Timestamp
  ) throws {
    guard !plan.operations.isEmpty else { return }
    try bookmarks.carryOutForUndo(
      plan.operations, words: "import of \(file)", undo, now: now)
  }
}

extension BookmarkFormat: ExpressibleByArgument {}
