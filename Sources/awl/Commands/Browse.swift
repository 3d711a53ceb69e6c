import ArgumentParser
import Glibc

/// `awl`: the screen, or the entries where standard output is no terminal.
struct Browse: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Browse lists on the screen (the default).",
    discussion: "A source is a page of Track Awesome List, a README, a folder of such pages, or -.")

  @Argument(help: ArgumentHelp("Pages, READMEs, folders, or -.", valueName: "source"))
  var sources: [String] = []

  func run() throws {
    let read = try PageSources.read(sources)
    guard isatty(STDOUT_FILENO) == 1 else {
      for failure in read.failures { warn(failure) }
      return try EntryListing(catalog: read.catalog(), filter: "", limit: nil, format: .plain)
        .print()
    }
    try BrowserSession(
      directories: directories(), catalog: read.catalog(), notices: read.failures
    ).run()
  }
}
