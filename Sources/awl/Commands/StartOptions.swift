import ArgumentParser
import ListModel

/// What the screen shows, and where in it the reader begins.
struct StartOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Pages, READMEs, folders, or -.", valueName: "source"))
  var sources: [String] = []

  @Option(help: ArgumentHelp("Begin with this filter, as typed after /.", valueName: "words"))
  var filter = ""

  @Option(
    help: ArgumentHelp("Begin with this list: owner/name, or a part of it.", valueName: "list"))
  var list: String?

  /// Reads the sources and finds the list in them; a filter that is not understood ends the program.
  func shown() throws -> (Shown, list: ListIndex?) {
    try requireUnderstood(filter)
    let shown = try Shown(sources)
    return (shown, try list.map { try shown.catalog.list(named: $0) })
  }
}
