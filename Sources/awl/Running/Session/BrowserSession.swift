import Browser
import BrowserSessions
import CursesTerminal
import Glibc
import ListLibrary
import ListModel
import UserFiles
import Settings
import TerminalScreen

/// A run of the screen, from its start until the terminal is restored.
struct BrowserSession {
  let directories: Directories
  let catalog: Catalog
  /// The time of the last sync; nil for pages that are not followed.
  var checked: Timestamp?
  /// Messages to show at the start.
  let notices: [String]
  /// Where the screen starts.
  var start = BrowserStart()

  func run() throws -> Never {
    let merged = mergeConflictCopies(directories)
    let file = BookmarkFile(path: directories.bookmarks)
    let logPath = directories.state + "/awl.log"
    makeFolder(directories.state)
    let options = TerminalOptions(
      logPath: logPath,
      crashMessage: "awl: internal error; your saved data is safe; details: \(logPath)"
    )
    let configuration = LoadedConfiguration.load(directories)
    let isRestoring = start.isRestoring && configuration.preferences.settings.isOn(.restore)
    let sessions = start.sessionFile(directories)
    let session = isRestoring ? sessions?.load() : nil
    // Before the screen is shown: messages logged later are repeated at the end.
    if let fault = session?.fault { appendToLog(fault, path: logPath) }
    let terminal = try start(options)
    var state = BrowserState(
      catalog: catalog, size: terminal.size, today: Day.today())
    state.isAlwaysPlain = start.isPlain
    state.apply(configuration.preferences)
    state.checked = checked
    state.secondsAheadOfUTC = secondsAheadOfUTC()
    state.isVisit = start.pages.isEmpty && !start.isPicking
    let filters = start.filterHistory(directories)
    state.filterHistory = filters?.load() ?? []
    if let notice = merged.first?.description ?? configuration.summary ?? notices.first {
      state.message = Message(.information, notice)
    }
    start.apply(to: &state, session: session?.session)
    var loop = BrowserLoop(
      terminal: terminal, state: state, bookmarks: file,
      configuration: configuration, library: Library(directories), pages: start.pages,
      filters: filters,
      savedFilters: directories.savedFilters, sessions: sessions,
      seen: SeenFile(path: directories.seen), directories: directories)
    if let failure = loop.watch(directories) { appendToLog(failure, path: logPath) }
    let outcome = loop.run(
      readsSeen: start.pages.isEmpty,
      reportBookmarks: { report($0, hasMerged: !merged.isEmpty, &$1) }, reportSeen: report)
    if let failure = outcome.sessionFailure { appendToLog(failure, path: logPath) }
    try end(outcome, terminal, logPath: logPath)
  }

  /// Reports problems with the bookmarks on the screen.
  private func report(
    _ contents: BookmarkFileContents, hasMerged: Bool, _ state: inout BrowserState
  ) {
    if contents.isReadOnly {
      state.readOnlyReason = contents.notices.first?.description ?? "the bookmarks are only read"
    }
    if let loss = contents.loss {
      state.message = Message(.error, loss.what)
    } else if !hasMerged, let notice = contents.notices.first {
      state.message = Message(.error, notices.first ?? notice.description)
    }
  }

  /// Reports problems with the seen state; if the file is not writable, the visit does not change
  /// it.
  private func report(_ contents: SeenFileContents, _ state: inout BrowserState) {
    let notice = contents.notices.first.map { underHome($0.description) }
    if contents.isReadOnly {
      state.isVisit = false
      state.seenReadOnlyReason = notice
    }
    if let notice, state.message == nil { state.message = Message(.error, notice) }
  }

  private func start(_ options: TerminalOptions) throws -> Terminal {
    do {
      return try Terminal(options)
    } catch {
      throw Failure(.usage, error.message)
    }
  }

  /// Restores the terminal, prints final messages, and exits as requested.
  private func end(_ outcome: BrowserOutcome, _ terminal: Terminal, logPath: String) throws -> Never
  {
    if let last = terminal.restore() {
      warn("\(last.text): \(logPath) has more")
    }
    if let unfinished = outcome.unfinished { warn(unfinished) }
    if let (_, failure) = outcome.unsaved {
      try rescue(outcome.bookmarks, failure: failure)
    }
    if let failure = outcome.unsavedFilter { warn(failure) }
    if let signal = outcome.signal { terminal.end(bySignal: signal) }
    if let failure = outcome.unsavedSeen {
      throw Failure(.cannotWrite, "seen entries were not saved: \(failure)")
    }
    guard start.isPicking else {
      exit(outcome.unsavedFilter == nil ? 0 : Failure.Code.cannotWrite.rawValue)
    }
    try end(picked: outcome.picked)
  }

  /// Prints the picked URLs; leaving without a choice counts as an interruption.
  private func end(picked: [String]?) throws -> Never {
    guard let picked else { exit(130) }
    if picked.isEmpty { throw Failure(.nothingMatched, "") }
    // One per line: a URL with a control character could break the line, or worse.
    for url in picked { awl.print(safeLine(url) + "\n", to: STDOUT_FILENO) }
    exit(0)
  }

  /// Writes the unsaved bookmarks to a place with free space, and reports it.
  private func rescue(_ bookmarks: Bookmarks, failure: String) throws -> Never {
    let path: String
    do throws(FileError) {
      path = try RescueCopy(folders: [directories.state, "/tmp"]).write(bookmarks, now: .now())
    } catch {
      throw Failure(.cannotWrite, "\(failure); writing a copy failed too: \(error)")
    }
    throw Failure(.cannotWrite, "\(failure): all bookmarks are in \(path)")
  }
}

/// Returns the current offset of the user's time zone from UTC, in seconds.
private func secondsAheadOfUTC() -> Int {
  var now = time(nil)
  var parts = tm()
  return localtime_r(&now, &parts) == nil ? 0 : parts.tm_gmtoff
}
