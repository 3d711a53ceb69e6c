package import ListModel
package import ListSearch
package import TerminalEvents

/// An input to the browser.
package enum BrowserEvent: Sendable {
  /// The browser is about to be shown for the first time.
  case started
  case key(KeyEvent)
  /// A mouse event.
  case mouse(MouseEvent)
  /// `key-delay` has passed since the first keys of a sequence.
  case keysWaited
  /// Text was pasted; never read as commands.
  case pasted(String)
  case resized(Size)
  /// A frame was drawn, with these metrics.
  case drawn(FrameMetrics)
  /// The result of a search; `generation` identifies the search of the place.
  case found(SearchResult, place: Place.Kind, generation: Int)
  /// A change was saved, with the resulting bookmarks; `notice` is a problem with the file.
  case bookmarksSaved(
    Bookmarks, words: SaveMessage, outcome: BookmarkOutcome, notice: String? = nil)
  /// The bookmarks could not be written; the next change tries again.
  case bookmarksNotSaved(reason: String)
  /// The bookmarks in the file, including changes still to be written to it.
  case bookmarksRead(Bookmarks)
  /// The seen state of the file, including changes still to be written; `words` describe the saved
  /// change, if any.
  case seenRead(Seen, words: String? = nil)
  /// The seen file could not be written; the next change tries again.
  case seenNotSaved(reason: String)
  /// No key was pressed for so long that the visit is over.
  case visitEnded
  /// The openers that match the links for which one is to be chosen.
  case openersFound([OpenerChoice], urls: [String])
  /// The openers of these links require confirmation.
  case openersAsk(urls: [String], names: [String])
  /// A custom command has ended with this output; the message describes how, if that matters.
  case commandEnded(name: String, output: String, Message?)
  /// A silent custom command has ended or failed to start; with a message if there is something to
  /// report.
  case silentCommandEnded(name: String, Message?)
  /// The note of a bookmark was edited; the bookmark is given as it was before.
  case noteEdited(Bookmark, note: String)
  /// The bookmarks as a catalog; `generation` identifies the effect that requested it.
  case bookmarksCatalogued(BookmarkCatalog, generation: Int)
  /// A file was imported; `words` count the changes.
  case imported([BookmarkOperation], words: String)
  /// The saved filters in the file.
  case filtersRead(SavedFilters)
  /// A change of the saved filters was saved, with the resulting filters.
  case filtersSaved(SavedFilters, outcome: SavedFilterOutcome, words: SaveMessage)
  /// The number of matches of a query in the library.
  case matchesCounted(query: String, MatchCount)
  /// A message from the runtime.
  case message(Message)
  /// The progress of a sync; nil when it is over.
  case syncing(SyncProgress?)
  /// The progress of background work; nil when it is over.
  case working(WorkStep?)
  /// The tutorial as a catalog.
  case tutorialRead(Catalog)
  /// A page was read.
  case pageRead(PageContents)
  /// A page could not be read, or there is no such version.
  case pageNotRead(reason: String, generation: Int)
  /// The configuration was reloaded; the message describes problems in it, if any.
  case configured(Preferences, Message)
  /// A newer catalog of the library is available.
  case catalogLoaded(Catalog, checked: Timestamp?)
}

/// The time of an event and a random seed: the inputs that the pure browser cannot produce itself.
package struct EventTime: Equatable, Sendable {
  package var now: Timestamp
  /// A random number, different for each event.
  package var seed: UInt64

  package init(now: Timestamp, seed: UInt64 = 0) {
    self.now = now
    self.seed = seed
  }
}
