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

  func run() throws {
    let shown = try Shown(sources)
    guard isatty(STDOUT_FILENO) == 1 else {
      for notice in shown.notices { warn(notice) }
      return try EntryListing(catalog: shown.catalog, filter: "", limit: nil, format: .plain)
        .print()
    }
    try BrowserSession(
      directories: directories(), catalog: shown.catalog, checked: shown.checked,
      notices: shown.notices + shown.hints
    ).run()
  }
}
