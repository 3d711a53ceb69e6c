import ArgumentParser
import Glibc
import ListLibrary
import ListModel
import UserFiles

/// `awl`: the screen, or the entries if standard output is not a terminal.
struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "browse", abstract: "Browse lists on the screen (the default).",
    discussion: """
      A source is a page of Track Awesome List, a README, a folder of such pages, or -. Without a \
      source awl shows the followed lists, or its built-in list, and starts where you last quit, \
      unless --filter, --saved, --list or --no-restore is given.

        awl README.md --filter kafka
        curl -s https://example.org/list.md | awl -
      """)

  @OptionGroup var start: StartOptions

  @Flag(help: "Start at the first entry instead of where you last quit.")
  var noRestore = false

  func run() throws {
    let (shown, filter, list) = try start.shown()
    try Self.browse(
      shown,
      BrowserStart(
        pages: shown.paths, filter: filter, list: list, isRestoring: !noRestore,
        isPlain: start.plain))
  }

  /// Shows lists on the screen, or prints their entries if standard output is not a terminal.
  static func browse(_ shown: ShownLists, _ start: BrowserStart = BrowserStart()) throws {
    guard isatty(STDOUT_FILENO) == 1 else {
      for notice in shown.notices { warn(notice) }
      return try EntryListing(
        catalog: shown.catalog, filter: start.filter, list: start.list, limit: nil, format: .plain
      ).print()
    }
    try BrowserSession(
      directories: directories(), catalog: shown.catalog, checked: shown.checked,
      notices: shown.notices + shown.hints, start: start
    ).run()
  }
}
