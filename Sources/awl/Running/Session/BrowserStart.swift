import Browser
import BrowserSessions
import Glibc
import ListModel
import ListSearch
import UserFiles
import Settings

/// The start of the screen, as requested on the command line.
struct BrowserStart {
  /// The named pages; empty for the library or the built-in list.
  var pages: [String] = []
  var filter = ""
  var list: ListIndex?
  /// Whether entries are chosen for another program.
  var isPicking = false
  /// Whether the position of the last run is restored.
  var isRestoring = true
  /// Whether the screen is plain regardless of the configuration.
  var isPlain = false

  /// Returns the file of the session; nil if this run neither restores nor saves it.
  ///
  /// Named pages, `awl pick` and runs that read a pipe do not touch the session.
  func sessionFile(_ directories: Directories) -> SessionFile? {
    guard pages.isEmpty, !isPicking, isatty(STDIN_FILENO) == 1 else { return nil }
    return SessionFile(path: directories.session)
  }

  /// Applies filter and list, and the parts of the session that they leave open.
  func apply(to state: inout BrowserState, session: Session?) {
    let isGiven = list != nil || !filter.isEmpty
    let first = state.preferences.settings.word(.start)
    if let session { state.restore(session, isPlaceGiven: isGiven || first != "last") }
    if !isGiven, pages.isEmpty, !isPicking, let kind = Place.Kind(rawValue: first) {
      state.begin(at: kind)
    }
    if let list { state.place.go(to: list) }
    if !filter.isEmpty { state.place.setFilter(filter, today: state.today) }
    if isPicking { state.startPicking() }
  }

  /// Returns the filters of earlier runs; a run that reads a pipe may well be a script.
  func filterHistory(_ directories: Directories) -> FilterHistory? {
    isatty(STDIN_FILENO) == 1 ? FilterHistory(directories) : nil
  }
}

/// Throws for a filter that cannot be parsed.
func requireUnderstood(_ filter: String) throws {
  if let error = Query.parse(filter, today: Day.today()).error {
    throw Failure(.usage, error.inLine(filter))
  }
}
