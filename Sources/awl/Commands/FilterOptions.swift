import ArgumentParser
import ListModel
import UserFiles

/// The filter of a command: typed words, or a saved filter.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only entries that match, as with / on the screen.", valueName: "words"))
  var filter = ""

  @Option(
    help: ArgumentHelp(
      "Only entries that match the filter saved under this name with :save.", valueName: "name"))
  var saved: String?

  func validate() throws {
    if saved != nil, !filter.isEmpty {
      throw ValidationError("--saved and --filter exclude each other")
    }
  }

  /// The name of the entries in a heading: the name of the filter, or its words.
  var label: String { saved ?? filter }

  /// Returns the query; empty for all entries.
  func query() throws -> String {
    guard let saved else { return filter }
    let contents = SavedFilterFile(path: try directories().savedFilters).load()
    for notice in contents.notices { warn(notice.description) }
    guard let found = contents.filters[saved] else {
      let names = contents.filters.all.prefix(5).map { safeLine($0.name) }
      let hint =
        names.isEmpty
        ? "/ and :save NAME in the screen save one" : "saved are \(names.joined(separator: ", "))"
      throw Failure(.usage, "--saved \(safeLine(saved)): there is no such filter: \(hint)")
    }
    return found.query
  }
}
