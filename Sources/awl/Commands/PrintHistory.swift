import ArgumentParser
import Glibc
import ListModel

/// `awl history URL|TITLE`: what happened to an entry.
struct PrintHistory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Print what happened to an entry, newest first.",
    discussion: """
      The entry is told by its link, in any spelling of it, or by its title; it may have left its list. \
      Lists that are followed by their own history tell who changed an entry and why.

      Exit codes: 0 printed, 1 no such entry.
      """)

  @Argument(help: ArgumentHelp("The link or the title of an entry.", valueName: "entry"))
  var entry: String

  @Option(help: "plain, json (JSON Lines) or tsv.")
  var format = OutputFormat.plain

  func run() throws {
    guard entry.utf8.contains(where: { $0 != 0x20 }) else {
      throw Failure(.usage, "an empty text names no entry: give its link or its title")
    }
    let shown = try Shown([])
    for notice in shown.notices { warn(notice) }
    let found = EntryLookup(catalog: shown.catalog).entries(named: entry)
    guard !found.isEmpty else {
      throw Failure(
        .nothingMatched,
        "no entry has the link or the title \(safeLine(entry)): awl entries --filter finds it by "
          + "a part")
    }
    let printer = HistoryPrinter(catalog: shown.catalog, format: format)
    for (number, entry) in found.enumerated() {
      awl.print(printer.text(entry, isFirst: number == 0), to: STDOUT_FILENO)
    }
  }
}
