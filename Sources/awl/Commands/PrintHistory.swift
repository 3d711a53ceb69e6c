import ArgumentParser
import Glibc
import ListLibrary
import ListModel
import UserFiles

/// `awl history URL|TITLE`: prints the history of an entry.
struct PrintHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Print the history of an entry, newest first.",
    discussion: """
      Name the entry by its link, in any spelling, or by its title. Entries that left their list \
      and former links are found too. Lists with a git history show who changed an entry and why.

        awl history https://aimstack.io
        awl history Aim --format json

      Exit codes: 0 printed, 1 no such entry.
      """)

  @Argument(help: ArgumentHelp("The link or the title of an entry.", valueName: "entry"))
  var entry: String

  @Option(help: "plain, json (JSON Lines) or tsv.")
  var format = OutputFormat.plain

  func run() throws {
    guard entry.utf8.contains(where: { $0 != 0x20 }) else {
      throw Failure(.usage, "the entry is empty: give its link or its title")
    }
    let shown = try ShownLists([])
    for notice in shown.notices { warn(notice) }
    let lookup = EntryLookup(catalog: shown.catalog)
    var found = lookup.entries(named: entry)
    let hasOtherLink = found.isEmpty
    if hasOtherLink { found = try entriesOnce(named: entry, lookup) }
    guard !found.isEmpty else {
      throw Failure(
        .nothingMatched,
        "no entry has the link or the title \(safeLine(entry)): awl entries --filter finds it by "
          + "a part")
    }
    let printer = HistoryPrinter(
      catalog: shown.catalog, format: format, formerLink: hasOtherLink ? entry : nil)
    for (number, entry) in found.enumerated() {
      awl.print(printer.text(entry, isFirst: number == 0), to: STDOUT_FILENO)
    }
  }

  /// Returns the entries that once had a link and have another one now.
  private func entriesOnce(named link: String, _ lookup: EntryLookup) throws -> [EntryIndex] {
    guard let folders = try? directories() else { return [] }
    let library = Library(folders)
    guard !library.open().follows.isEmpty else { return [] }
    do throws(LibraryError) {
      return try library.entries(onceWith: link).compactMap { lookup.index(of: $1, in: $0) }
    } catch {
      throw Failure(error)
    }
  }
}
