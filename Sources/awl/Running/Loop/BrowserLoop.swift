import Browser
import BrowserSessions
import BrowserViews
import CursesTerminal
import FileWatching
import Glibc
import ListLibrary
import ListModel
import PageLayout
import UserFiles
import Settings
import TerminalEvents
import TerminalScreen

/// The main loop: it feeds events to the state, performs the resulting effects, and draws the
/// state.
///
/// Everything slow runs on other threads, whose reports wake the loop. Otherwise it sleeps.
struct BrowserLoop: ~Copyable {
  let terminal: Terminal
  var view: ScreenView
  /// The theme that the view draws with.
  var themeName = "default"
  var hasQueriedBackground = false
  let mailbox: Mailbox
  private let searches: SearchWorker
  private let writer: BookmarkWriter
  private(set) var links: LinkRunner
  var commands: CommandRunner
  private let cataloguer: BookmarkCataloguer
  private let exchange: BookmarkExchange
  private let site: SitePublisher
  private let library: LibraryWorker
  private let pages: PageWorker
  private let filters: FilterHistory?
  private let savedFilters: SavedFilterWorker
  private var sessions: SessionSaving
  private let seen: SeenWriter
  private var visits: VisitTimer
  private var watcher: FileWatcher?
  private let inputLog: InputLog
  private var picked: [String]?
  var state: BrowserState
  /// The frame on the screen; nil if there is none, or none of this size.
  var shown: Canvas?
  /// The changes since the frame on the screen was drawn.
  var staleness = Staleness.everything
  var debounce = DetailDebounce()
  private var random = SystemRandomNumberGenerator()
  private var isDone = false
  /// When to show the keys that can follow; nil if none are pending.
  private var continuationsDue: ContinuousClock.Instant?
  /// The location of the configuration; nil if it is not reloaded.
  let directories: Directories?

  init(
    terminal: Terminal, state: BrowserState, bookmarks: BookmarkFile,
    configuration: LoadedConfiguration, library: Library, pages: [String], filters: FilterHistory?,
    savedFilters: String,
    sessions: SessionFile?, seen: SeenFile, directories: Directories? = nil
  ) {
    self.directories = directories
    self.terminal = terminal
    self.state = state
    inputLog = InputLog(size: state.size)
    links = LinkRunner(configured: configuration.openers)
    self.filters = filters
    self.sessions = SessionSaving(sessions)
    visits = VisitTimer(isVisit: state.isVisit)
    if terminal.encoding == .ascii { self.state.pageGlyphs = .ascii }
    view = ScreenView(
      theme: terminal.showsColor ? .colored : .plain,
      borders: terminal.encoding == .utf8 ? .unicode : .ascii)
    let waker = terminal.waker
    let mailbox = Mailbox(wake: { waker.wake() })
    self.mailbox = mailbox
    commands = CommandRunner(configuration.commands) { mailbox.post($0) }
    searches = SearchWorker { mailbox.post($0) }
    writer = BookmarkWriter(file: bookmarks) { mailbox.post($0) }
    self.seen = SeenWriter(file: seen) { mailbox.post($0) }
    cataloguer = BookmarkCataloguer { mailbox.post($0) }
    exchange = BookmarkExchange { mailbox.post($0) }
    site = SitePublisher { mailbox.post($0) }
    self.savedFilters = SavedFilterWorker(path: savedFilters) { mailbox.post($0) }
    self.pages = PageWorker(pages: pages) { mailbox.post($0) }
    self.library = LibraryWorker(library: library, folder: workingFolder(), pages: pages) {
      mailbox.post($0)
    }
  }

  /// Runs until the user quits or the terminal closes; then writes everything.
  ///
  /// Returns the changes that could not be written, with the reasons, and the signal that ended the
  /// run. The bookmarks and the seen state are read in the background; `reportBookmarks` and
  /// `reportSeen` are then called to report problems with the files.
  ///
  /// - Parameter readsSeen: whether the seen state is read at all.
  mutating func run(
    readsSeen: Bool,
    reportBookmarks: (BookmarkFileContents, inout BrowserState) -> Void,
    reportSeen: (SeenFileContents, inout BrowserState) -> Void
  ) -> BrowserOutcome {
    state.areBookmarksKnown = false
    state.isSeenKnown = !readsSeen
    handle(.started)
    draw()
    searches.start()
    writer.open()
    var opensSeen = readsSeen
    var signal: Int32?
    while !isDone {
      let opensNow = opensSeen && !state.place.isAwaitingResult
      for event in terminal.next(timeout: opensNow ? .zero : timeout) {
        if case .terminate(let number) = event { signal = number }
        take(event)
      }
      for report in mailbox.takeAll() {
        if case .opened(let contents) = report { reportBookmarks(contents, &state) }
        if case .seenOpened(let contents) = report { reportSeen(contents, &state) }
        take(report)
      }
      sessions.saveIfDue(state)
      if visits.takeEnd() { handle(.visitEnded) }
      showContinuationsIfDue()
      if !isDone { draw() }
      searches.start()
      // A filter typed at the start comes first: reading many lists would slow its search.
      if opensSeen, !state.place.isAwaitingResult {
        seen.open()
        opensSeen = false
      }
    }
    filters?.finish()
    return BrowserOutcome(
      signal: signal, sessionFailure: sessions.finish(state),
      unsavedFilter: savedFilters.finish(), unsaved: writer.finish(),
      bookmarks: state.bookmarks, picked: picked,
      unfinished: library.finish(), unsavedSeen: seen.finish())
  }

  /// How long the loop may sleep without an event; nil for no limit.
  private var timeout: Duration? {
    let dues = [continuationsDue, debounce.due].compactMap(\.self)
    return ([sessions.timeout, visits.timeout] + dues.map { max(.zero, $0 - .now) })
      .compactMap(\.self).min()
  }

  /// Shows the keys that can follow, once the pressed ones have waited long enough.
  private mutating func showContinuationsIfDue() {
    guard !state.pendingKeys.isEmpty, !state.showsContinuations else {
      continuationsDue = nil
      return
    }
    let due =
      continuationsDue ?? .now + .milliseconds(state.preferences.settings.number(.keyDelay))
    guard due <= .now else {
      continuationsDue = due
      return
    }
    continuationsDue = nil
    handle(.keysWaited)
  }

  private mutating func readConfiguration() {
    guard let directories else { return }
    let loaded = LoadedConfiguration.load(directories)
    links = LinkRunner(configured: loaded.openers)
    commands = commands.replacing(loaded.commands)
    // A theme file may have changed under the same name.
    themeName = ""
    let message =
      loaded.summary.map { Message(.error, $0) } ?? Message(.information, "configuration read")
    handle(.configured(loaded.preferences, message))
  }

  /// Starts to show changes that other programs make to the user's files.
  ///
  /// - Returns: why that is not possible, if so; then they are read when the user goes there.
  mutating func watch(_ directories: Directories) -> String? {
    let (writer, savedFilters, seen, library) = (writer, savedFilters, seen, library)
    let image = Library(directories).imagePath
    do throws(WatchError) {
      watcher = try FileWatcher([
        directories.bookmarks, directories.savedFilters, directories.seen, directories.follows,
        image,
      ]) { changed in
        if changed.contains(directories.bookmarks) { writer.read(onlyIfChanged: true) }
        if changed.contains(directories.savedFilters) { savedFilters.readAgain() }
        if changed.contains(directories.seen) { seen.read() }
        if changed.contains(image) || changed.contains(directories.follows) { library.reopen() }
      }
      return nil
    } catch {
      return "changes by other programs are not seen at once: files cannot be watched: \(error)"
    }
  }

  private mutating func take(_ event: TerminalEvent) {
    inputLog.note(event)
    switch event {
    case .key(let key):
      noteInput()
      let subject = detailSubject()
      handle(.key(key))
      if detailSubject() != subject { debounce.noteStep(at: .now) }
    case .paste(let text):
      noteInput()
      handle(.pasted(text))
    case .resized(let size):
      shown = nil
      handle(.resized(size))
    case .suspendRequested: suspend()
    case .terminate, .inputClosed: isDone = true
    case .mouse(let mouse):
      noteInput()
      handle(.mouse(mouse))
    case .reloadRequested: readConfiguration()
    case .resumed, .woken: break
    }
  }

  // Mutating, because unoptimised builds would copy the state for the call.
  private mutating func detailSubject() -> DetailSubject { state.detailSubject }

  /// Notes that the user is active and may have moved.
  private mutating func noteInput() {
    sessions.noteChange()
    visits.noteKey()
  }

  private mutating func take(_ report: BrowserReport) {
    switch report {
    // Keys pressed after the report was sent may have made further changes.
    case .saved(let bookmarks, let words, let outcome, let notice):
      handle(
        .bookmarksSaved(
          writer.current(bookmarks), words: words, outcome: outcome, notice: notice))
    case .notCopied(let text, let name, let lead, let reason):
      copyByTerminal(text, named: name, lead: lead, instead: reason)
    case .read(let bookmarks): handle(.bookmarksRead(writer.current(bookmarks)))
    case .seen(let seen, let words): handle(.seenRead(self.seen.current(seen), words: words))
    default: handle(report.event)
    }
  }

  mutating func handle(_ event: BrowserEvent) {
    let time = EventTime(now: .now(), seed: random.next())
    let typed = state.prompt?.line
    let effects = state.handle(event, at: time)
    if typed != nil, let line = state.prompt?.line, line != typed {
      echo()
    } else {
      staleness.note(state.frameChange)
    }
    for effect in effects { carryOut(effect) }
  }

  private mutating func carryOut(_ effect: BrowserEffect) {
    switch effect {
    case .search(let request, let kind, let generation):
      guard let place = state.places.last(where: { $0.kind == kind }) else { return }
      let result = searches.search(
        request, of: place.catalog, place: kind, generation: generation)
      if let result { handle(.found(result, place: kind, generation: generation)) }
    case .prepareSearch(let kind): searches.prepare(kind)
    case .prepareOrders(let kind): searches.prepareOrders(kind)
    case .open(let url, let opener): open(url, with: opener)
    case .openAll(let urls, let opener): openAll(urls, with: opener)
    case .openConfirmed(let urls): openAll(urls, with: nil, isConfirmed: true)
    case .findOpeners(let urls): findOpeners(urls)
    case .runCustom(let name, let entries): run(name, for: entries)
    case .pipe(let line, let inTerminal, let entries, let place):
      pipe(entries, of: place, into: line, inTerminal: inTerminal)
    case .cancelCommand: commands.cancel()
    case .stopSilentCommands: commands.stopSilentOnes()
    case .copy(let text, let name): copy(text, named: name)
    case .save(let request, let words): writer.write(request, words: words)
    case .saveSeen(let change, let words): seen.write(change, words: words)
    case .readSeen: seen.read()
    case .editNote(let bookmark): editNote(of: bookmark)
    case .catalogueBookmarks(let kind, let generation):
      cataloguer.catalogueBookmarks(
        state.bookmarks, for: kind, in: state.places[0].catalog, generation: generation)
    case .readBookmarks: writer.read()
    case .readFilters: savedFilters.read()
    case .changeFilters(let change, let words): savedFilters.apply(change, words: words)
    case .countMatches(let queries):
      searches.count(
        queries, in: state.places[0].catalog, bookmarks: state.bookmarks, new: state.news.entries)
    case .remember(let filter): filters?.add(filter)
    case .pick(let urls):
      picked = urls
      isDone = true
    case .readPage(let request): pages.read(request, in: state.places[0].catalog)
    case .readConfiguration: readConfiguration()
    case .readTutorial: readTutorial()
    case .redraw: terminal.redraw()
    case .suspend: suspend()
    case .importBookmarks(let path): exchange.importFile(path, into: state.bookmarks)
    case .exportBookmarks(let bookmarks, let path): exchange.export(bookmarks, to: path)
    case .publish(let folder):
      site.publish(state.places[0].catalog, into: folder, state.preferences.settings)
    case .sync(let lists):
      library.sync(lists, fetches: FetchLimits(state.preferences.settings))
    case .follow(let source): library.follow(source)
    case .unfollow(let source): library.unfollow(source)
    case .cancelWork:
      library.cancel()
      handle(.message(Message(.information, "stopping")))
    case .quit: isDone = true
    }
  }

  private mutating func suspend() {
    if !terminal.suspend() {
      handle(.message(Message(.error, "there is no shell to return to: q quits")))
    }
  }
}

/// The result of a run of the screen.
struct BrowserOutcome {
  let signal: Int32?
  /// Why the session was not saved; nil if it was.
  let sessionFailure: String?
  /// Why the last filter was not saved, if so.
  let unsavedFilter: String?
  let unsaved: (requests: [BookmarkRequest], failure: String)?
  let bookmarks: Bookmarks
  /// The output of `awl pick`; nil if it was cancelled.
  let picked: [String]?
  /// A message about a follow that was interrupted.
  let unfinished: String?
  /// Why the seen state was not saved; nil if it was.
  let unsavedSeen: String?
}
