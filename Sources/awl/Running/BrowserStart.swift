import Browser
import Glibc
import ListModel
import ListSearch
import ReaderFiles

/// Where the screen begins, as the command line asks for it.
struct BrowserStart {
  /// The pages that are shown; empty where it is the library or the built-in list.
  var pages: [String] = []
  var filter = ""
  var list: ListIndex?
  /// Whether entries are chosen for another program.
  var isPicking = false

  /// Puts filter and list in force.
  func apply(to state: inout BrowserState) {
    if let list { state.place.go(to: list) }
    if !filter.isEmpty { state.place.setFilter(filter, today: state.today) }
    if isPicking { state.startPicking() }
  }

  /// The filters of earlier runs; a run that reads a pipe is a script's as likely as a person's.
  func filterHistory(_ directories: Directories) -> FilterHistory? {
    isatty(STDIN_FILENO) == 1 ? FilterHistory(path: directories.filters) : nil
  }
}

/// Refuses a filter that cannot be understood.
func requireUnderstood(_ filter: String) throws {
  if let error = Query.parse(filter, today: Day.today()).error {
    throw Failure(.usage, error.inLine(filter))
  }
}
