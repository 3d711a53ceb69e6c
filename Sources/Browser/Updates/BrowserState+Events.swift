import ListModel
import ListSearch
import Settings
import TerminalEvents

extension BrowserState {
  /// Handles an event and returns its effects.
  package mutating func handle(_ event: BrowserEvent, at time: EventTime) -> [BrowserEffect] {
    var effects: [BrowserEffect] = []
    isCursorStep = false
    let (basis, cursor, top) = frameBasis()
    switch event {
    case .started: effects = restorePage() + syncIfDue(at: time)
    case .key(let key): effects = press(key, at: time)
    case .mouse(let mouse): effects = use(mouse, at: time)
    case .keysWaited: showsContinuations = !pendingKeys.isEmpty
    case .pasted(let text): paste(text)
    case .resized(let size): self.size = size
    case .drawn(let metrics): self.metrics = metrics
    case .found(let result, let kind, let generation):
      show(result, in: kind, generation: generation)
      if picking?.isWaiting == true, !place.isAwaitingResult { effects = pick() }
      effects += pressWaitingKeys(at: time)
    case .bookmarksSaved(let bookmarks, let words, let outcome, let notice):
      self.bookmarks = bookmarks
      message = words.message(outcome)
      // Data loss comes first, because the line may be cut.
      if let notice { message = Message(.error, "\(notice); \(message?.text ?? "")") }
      refreshBookmarkPlaces()
    case .bookmarksNotSaved(let reason): message = Message(.error, reason)
    case .bookmarksRead(let bookmarks):
      self.bookmarks = bookmarks
      areBookmarksKnown = true
      refreshBookmarkPlaces()
      effects += pressWaitingKeys(at: time)
    case .bookmarksCatalogued(let collected, let generation):
      show(collected, generation: generation)
    case .noteEdited(let bookmark, let note):
      effects = acceptNote(note, of: bookmark, at: time)
    case .seenRead(let seen, let words):
      isSeenKnown = true
      take(seen, words: words)
      effects += pressWaitingKeys(at: time)
    case .seenNotSaved(let reason): message = Message(.error, reason)
    case .visitEnded: effects = endVisit(at: time)
    case .imported(let operations, let words):
      effects = importBookmarks(imported: operations, words: words, at: time)
    case .filtersRead(let filters): effects = show(filters)
    case .filtersSaved(let filters, let outcome, let words):
      effects = take(filters, outcome, words)
    case .matchesCounted(let query, let count): matchCounts[query] = count
    case .message(let message): self.message = message
    case .openersFound(let choices, let urls): offer(choices, for: urls)
    case .openersAsk(let urls, let names): ask(toOpen: urls, with: names)
    case .silentCommandEnded(let name, let message):
      if let index = silentCommands.firstIndex(of: name) { silentCommands.remove(at: index) }
      if let message { self.message = message }
    case .commandEnded(let name, let output, let message):
      show(outputOf: name, output, message)
    case .configured(let preferences, let message):
      apply(preferences)
      self.message = message
    case .syncing(let progress):
      syncProgress = progress
      take(
        progress.map {
          WorkStep(.syncing, done: $0.done, total: $0.total, subject: $0.subject)
        }, at: time)
    case .working(let step): take(step, at: time)
    case .tutorialRead(let catalog): showTutorial(catalog)
    case .catalogLoaded(let catalog, let checked):
      places[0].replace(catalog)
      refreshBookmarkPlaces()
      matchCounts = [:]
      self.checked = checked
      refreshNews()
      effects = readPageAgain()
    case .pageRead(let contents): show(contents)
    case .pageNotRead(let reason, let generation):
      if generation == pageGeneration { message = Message(.error, reason) }
    }
    if effects.contains(.quit) { effects = endVisit(at: time) + effects }
    effects += catalogueBookmarks()
    effects += search()
    forgetCoveredPage()
    keepCursorsOnScreen()
    messages.stamp(time.now)
    let isStep = isCursorStep && effects.isEmpty && basis != nil && basis == frameBasis().basis
    frameChange = isStep ? .cursor(from: cursor, top: top) : .everything
    return effects
  }

  // Mutating, because an unoptimised build copies the whole state onto the stack of a nonmutating
  // caller.
  private mutating func frameBasis() -> (basis: FrameBasis?, cursor: Int, top: Int) {
    (FrameBasis(self), place.entries.cursor, place.entries.top)
  }

  /// Returns the search that is due, if any.
  private mutating func search() -> [BrowserEffect] {
    let request = place.nextSearch(today: today, bookmarks: bookmarks, new: news.entries)
    guard let request else { return [] }
    return [.search(request, place: place.kind, generation: place.generation)]
  }

  private mutating func show(_ result: SearchResult, in kind: Place.Kind, generation: Int) {
    guard let index = places.lastIndex(where: { $0.kind == kind && $0.generation == generation })
    else { return }
    let selected = places[index].selected
    places[index].show(result)
    if places[index].selected != selected { places[index].detailTop = 0 }
  }

  private mutating func keepCursorsOnScreen() {
    let margin = preferences.settings.number(.scrollOff)
    // In a debug build, each access to the place from here would copy it onto the stack.
    place.keepCursorsOnScreen(in: layout, margin: margin, detailRows: metrics.detailRows)
    keepPageOnScreen()
    keepOverlayOnScreen()
  }

  private mutating func keepPageOnScreen() {
    guard var page else { return }
    page.lay(pageOptions(page))
    page.scroll(rows: pageFrame.rows)
    page.updateMatches()
    self.page = page
  }

  private mutating func keepOverlayOnScreen() {
    if case .filters(var menu) = overlay {
      menu.top = scrolled(
        top: menu.top, cursor: menu.cursor, rows: overlayRows,
        count: savedFilters?.all.count ?? 0)
      overlay = .filters(menu)
    }
    if case .output(var text) = overlay {
      text.top = min(max(0, text.top), max(0, text.lines.count - overlayRows))
      overlay = .output(text)
    }
    if case .help(var help) = overlay {
      help.top = scrolled(
        top: help.top, cursor: help.cursor, rows: overlayRows,
        count: help.rows(preferences).count)
      overlay = .help(help)
    }
  }
}

extension Place {
  /// Scrolls all panes so that their cursors are on the screen.
  ///
  /// - Parameter detailRows: the number of rows of the detail; 0 if it has not been drawn yet.
  fileprivate mutating func keepCursorsOnScreen(
    in layout: ScreenLayout, margin: Int, detailRows: Int
  ) {
    entries.top = scrolled(
      top: entries.top, cursor: entries.cursor, rows: layout.contentRows(.entries),
      count: result.rows.count, margin: margin)
    lists.scroll(rows: layout.contentRows(.lists), margin: margin)
    categories.scroll(rows: layout.contentRows(.categories), margin: margin)
    tags.scroll(rows: layout.contentRows(.tags), margin: margin)
    dates.scroll(rows: layout.contentRows(.dates), margin: margin)
    if let filter = rowFilter {
      rowFilter?.top = scrolled(
        top: filter.top, cursor: filter.cursor, rows: layout.contentRows(filter.pane),
        count: filter.rows.count, margin: margin)
    }
    // The size of the detail is unknown until it is drawn; the next event corrects this.
    if detailRows > 0 {
      detailTop = min(detailTop, max(0, detailRows - layout.contentRows(.detail)))
    }
  }
}

extension FacetPane {
  fileprivate mutating func scroll(rows height: Int, margin: Int) {
    guard !isScrolledAway else {
      scroll(by: 0, height: height)
      return
    }
    top = scrolled(top: top, cursor: cursor, rows: height, count: rows.count, margin: margin)
  }
}
