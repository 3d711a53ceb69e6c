import ArgumentParser
import Glibc
import ListModel

/// The sources of the screen, and where it starts.
struct StartOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Pages, READMEs, folders, or -.", valueName: "source"))
  var sources: [String] = []

  @OptionGroup var filters: FilterOptions

  @Option(
    help: ArgumentHelp("Start with this list: owner/name, or a part of it.", valueName: "list"))
  var list: String?

  @Flag(help: "Show text for screen readers and logs: one pane, no lines, no colours, no signs.")
  var plain = false

  /// Reads the sources and finds the list in them; throws for a filter that cannot be parsed.
  func shown() throws -> (ShownLists, filter: String, list: ListIndex?) {
    let filter = try filters.query()
    try requireUnderstood(filter)
    if let word = sources.first, access(word, F_OK) != 0,
      let command = MistypedCommand(names: Awl.commandNames).meant(by: word)
    {
      throw Failure(
        .usage, "\(safeLine(word)) is neither a file nor a command: did you mean awl \(command)?")
    }
    let shown = try ShownLists(sources)
    return (shown, filter, try list.map { try shown.catalog.list(named: $0) })
  }
}
