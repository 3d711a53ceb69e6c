import ArgumentParser
import Glibc
import ListLibrary
import ListModel
import ReaderFiles

/// `awl`: the screen, or the entries where standard output is no terminal.
struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Browse lists on the screen (the default).",
    discussion: """
      A source is a page of Track Awesome List, a README, a folder of such pages, or -. Without one \
      awl shows what is followed, or its built-in list.
      """)

  @Argument(help: ArgumentHelp("Pages, READMEs, folders, or -.", valueName: "source"))
  var sources: [String] = []

  @Option(help: ArgumentHelp("Begin with this filter, as typed after /.", valueName: "words"))
  var filter = ""

  @Option(
    help: ArgumentHelp("Begin with this list: owner/name, or a part of it.", valueName: "list"))
  var list: String?

  func run() throws {
    try requireUnderstood(filter)
    let shown = try Shown(sources)
    let list = try list.map { try shown.catalog.list(named: $0) }
    guard isatty(STDOUT_FILENO) == 1 else {
      for notice in shown.notices { warn(notice) }
      return try EntryListing(
        catalog: shown.catalog, filter: filter, list: list, limit: nil, format: .plain
      ).print()
    }
    try BrowserSession(
      directories: directories(), catalog: shown.catalog, checked: shown.checked,
      notices: shown.notices + shown.hints, start: BrowserStart(filter: filter, list: list)
    ).run()
  }
}
