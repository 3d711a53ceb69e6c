package import Browser
package import BrowserViews
package import ListModel
import ListSearch
package import TerminalEvents
package import TerminalScreen

/// A browser without a terminal: takes keys, and produces effects and screens.
///
/// It handles effects itself, in order: searches with the real searcher, saves to files in memory.
/// Nothing outside the process is read or written. The screen tests and `awl debug dump` share it.
package struct Scenario {
  package private(set) var state: BrowserState
  /// The effects not handled here since they were last taken.
  package private(set) var effects: [BrowserEffect] = []
  /// The filters that were to be saved for later runs.
  package private(set) var remembered: [String] = []
  /// All changes that were to be written to the bookmarks file.
  package private(set) var saved: [BookmarkRequest] = []
  /// The contents of the bookmarks file, which other windows may change.
  package var file: Bookmarks
  /// The contents of the file of saved filters.
  package var filterFile = SavedFilters()
  private var fileChanges = BookmarkChangeLog()
  /// The contents of the file of seen entries; nil if there is none.
  package private(set) var seen: Seen?
  /// Why writes to the disk fail; nil if they succeed.
  package var diskFailure: String?
  /// Whether searches are answered; setting it answers the last one that waited.
  package var answersSearches = true {
    didSet { if answersSearches { carryOut(unanswered) } }
  }
  /// Reads the page of a list; nil if there are no pages.
  package var page: ((PageRequest, Catalog) -> PageContents?)?
  /// The parts of the previous frame that the last key changed.
  package private(set) var frameChange = FrameChange.everything
  private var unanswered: [BrowserEffect] = []
  /// The names of the openers that fit any link.
  private let openerNames: [String]
  package var view = ScreenView(theme: .colored, borders: .unicode)
  /// The time of the next event.
  package var now = Timestamp(milliseconds: 19_500 * 86_400_000)
  package var seed: UInt64 = 0

  /// Starts a browser.
  ///
  /// - Parameter prepare: sets up the state before the first event.
  package init(
    catalog: Catalog, size: Size, today: Day, bookmarks: Bookmarks = Bookmarks(),
    openerNames: [String] = ["xdg-open", "w3m"], prepare: (inout BrowserState) -> Void = { _ in }
  ) {
    file = bookmarks
    self.openerNames = openerNames
    state = BrowserState(catalog: catalog, size: size, today: today, bookmarks: bookmarks)
    prepare(&state)
    send(.started)
  }

  /// Presses keys written as in the keymap and separated by spaces: `j j / t e n Enter`.
  package mutating func press(_ keys: String) {
    for word in keys.split(separator: " ") {
      for key in KeySequence(parsing: String(word))?.keys ?? [] { send(.key(key)) }
    }
  }

  /// Types a text letter by letter.
  package mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { send(.key(KeyEvent(scalar))) }
  }

  /// Begins `awl pick`, with words in the filter.
  package mutating func startPicking(filter: String = "") {
    state.place.setFilter(filter, today: state.today)
    state.startPicking()
    send(.started)
  }

  /// Restores the position at which the previous session ended.
  package mutating func restore(_ session: Session, isPlaceGiven: Bool = false) {
    state.restore(session, isPlaceGiven: isPlaceGiven)
    send(.started)
  }

  /// Changes the initial settings, and restarts.
  package mutating func start(_ prepare: (inout BrowserState) -> Void) {
    prepare(&state)
    send(.started)
  }

  /// Runs a line after `:`.
  package mutating func run(_ line: String) {
    press(":")
    type(line)
    press("Enter")
  }

  /// Starts a session, given what earlier ones have seen.
  package mutating func beginVisit(seen: Seen = Seen()) {
    state.isVisit = true
    self.seen = seen
    send(.seenRead(seen))
  }

  /// Changes the seen entries as another window does.
  package mutating func otherWindow(_ change: SeenChange) {
    seen?.apply(change)
    if let seen { send(.seenRead(seen)) }
  }

  /// Makes the bookmarks read-only, and says why.
  package mutating func makeReadOnly(_ reason: String) { state.readOnlyReason = reason }

  /// Sets the user's clock ahead of UTC.
  package mutating func set(secondsAheadOfUTC seconds: Int) { state.secondsAheadOfUTC = seconds }

  /// Handles an event, carries out its effects and draws a frame.
  package mutating func send(_ event: BrowserEvent) {
    let effects = state.handle(event, at: EventTime(now: now, seed: seed))
    if case .key = event { frameChange = state.frameChange }
    carryOut(effects)
    let metrics = view.draw(state).metrics
    carryOut(state.handle(.drawn(metrics), at: EventTime(now: now, seed: seed)))
  }

  /// Returns the effects since the last call.
  package mutating func takeEffects() -> [BrowserEffect] {
    defer { effects = [] }
    return effects
  }

  /// The screen as text, one line for each row.
  package var screen: [String] { view.draw(state).canvas.lines }

  package var canvas: Canvas { view.draw(state).canvas }

  /// The title of the selected entry.
  package var selectedTitle: String? {
    state.place.selected.map { state.place.catalog.entry($0).title }
  }

  /// The titles of all rows.
  package var titles: [String] {
    state.place.result.rows.map { state.place.catalog.entry($0).title }
  }

  private mutating func carryOut(_ effects: [BrowserEffect]) {
    for effect in effects {
      switch effect {
      case .search(let request, let kind, let generation):
        unanswered = answersSearches ? [] : [effect]
        guard answersSearches, let place = state.places.last(where: { $0.kind == kind }),
          let result = Searcher(place.catalog).search(request)
        else { continue }
        send(.found(result, place: kind, generation: generation))
      case .save(let request, let words):
        saved.append(request)
        if let diskFailure {
          send(.bookmarksNotSaved(reason: diskFailure))
        } else {
          let outcome = fileChanges.carryOut(request, on: &file)
          send(.bookmarksSaved(file, words: words, outcome: outcome))
        }
      case .saveSeen(let change, let words):
        if let diskFailure {
          send(.seenNotSaved(reason: diskFailure))
        } else {
          seen?.apply(change)
          if let seen { send(.seenRead(seen, words: words)) }
        }
      case .readSeen: if let seen { send(.seenRead(seen)) }
      case .readPage(let request):
        if let contents = page?(request, state.places[0].catalog) {
          send(.pageRead(contents))
        } else {
          send(.pageNotRead(reason: "no page is available", generation: request.generation))
        }
      case .catalogueBookmarks(let kind, let generation):
        let collected = BookmarkCatalog(
          of: state.bookmarks, for: kind, in: state.places[0].catalog, isSearchable: true)
        send(.bookmarksCatalogued(collected, generation: generation))
      case .readFilters: send(.filtersRead(filterFile))
      case .changeFilters(let change, let words):
        if let diskFailure {
          send(.message(Message(.error, diskFailure)))
        } else {
          let outcome = filterFile.apply(change)
          send(.filtersSaved(filterFile, outcome: outcome, words: words))
        }
      case .countMatches(let queries):
        for query in queries {
          let isUnderstood = Query.parse(query, today: state.today).error == nil
          let request = SearchRequest(query: query, order: .relevance, today: state.today)
          let result = Searcher(state.places[0].catalog).search(request)
          send(
            .matchesCounted(
              query: query,
              MatchCount(
                matches: isUnderstood ? result?.rows.count : nil,
                new: result?.rows.count { state.news.entries.contains($0) })))
        }
      case .findOpeners(let urls):
        let choices = openerNames.enumerated().map {
          OpenerChoice(number: $0.offset, name: $0.element)
        }
        send(.openersFound(choices, urls: urls))
      case .remember(let filter): remembered.append(filter)
      case .prepareSearch, .prepareOrders: break
      default: self.effects.append(effect)
      }
    }
  }
}
