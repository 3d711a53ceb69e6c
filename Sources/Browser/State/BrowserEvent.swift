package import ListModel
package import ListSearch
package import TerminalEvents

/// What happened to the browser.
package enum BrowserEvent: Sendable {
  /// The browser is about to be shown for the first time.
  case started
  case key(KeyEvent)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// The keys that begin a sequence have waited for `key-delay`.
  case keysWaited
  /// Text was pasted; never read as commands.
  case pasted(String)
  case resized(Size)
  /// A frame was drawn, and this is how it came out.
  case drawn(FrameMetrics)
  /// A search found this; `generation` says which search of which place.
  case found(SearchResult, place: Place.Kind, generation: Int)
  /// A change is on the disk, where the bookmarks are like this; `notice` is what is wrong there.
  case bookmarksSaved(
    Bookmarks, words: SaveMessage, outcome: BookmarkOutcome, notice: String? = nil)
  /// The bookmarks could not be written; they are tried again with the next change.
  case bookmarksNotSaved(reason: String)
  /// The bookmarks as they are in the file, with what is still to be written to it.
  case bookmarksRead(Bookmarks)
  /// What was seen, from the file and including changes still to be written; `words` describe what
  /// was saved, if anything.
  case seenRead(Seen, words: String? = nil)
  /// What was seen could not be written; the next change tries again.
  case seenNotSaved(reason: String)
  /// Nothing was pressed for so long that the visit is over.
  case visitEnded
  /// The openers that fit the links that one is to be chosen for.
  case openersFound([OpenerChoice], urls: [String])
  /// The openers of these links ask first.
  case openersAsk(urls: [String], names: [String])
  /// One of the user's own commands has ended, with this output; the message says how, if that
  /// matters.
  case commandEnded(name: String, output: String, Message?)
  /// A command of the reader's own that shows nothing has ended, or did not start; with a message where
  /// there is something to say of it.
  case silentCommandEnded(name: String, Message?)
  /// The note of a bookmark, which is given as it was before, was edited.
  case noteEdited(Bookmark, note: String)
  /// The bookmarks as a catalog; `generation` says which of the effects asked for it.
  case bookmarksCatalogued(BookmarkCatalog, generation: Int)
  /// A file was imported; `words` count the changes.
  case imported([BookmarkOperation], words: String)
  /// The saved filters as they are in the file.
  case filtersRead(SavedFilters)
  /// A change of the saved filters is on the disk, where they are like this.
  case filtersSaved(SavedFilters, outcome: SavedFilterOutcome, words: SaveMessage)
  /// So many entries of the library match a query.
  case matchesCounted(query: String, MatchCount)
  /// A message from outside.
  case message(Message)
  /// A sync is so far; nil when it is over.
  case syncing(SyncProgress?)
  /// The progress of background work; nil when it is over.
  case working(WorkStep?)
  /// The tutorial as a catalog.
  case tutorialRead(Catalog)
  /// A page was read.
  case pageRead(PageContents)
  /// A page could not be read, or there is no such version.
  case pageNotRead(reason: String, generation: Int)
  /// The configuration was read again; the message says what is wrong in it, if anything.
  case configured(Preferences, Message)
  /// A newer catalog of the library is there.
  case catalogLoaded(Catalog, checked: Timestamp?)
}

/// When an event happened, and some chance: what the browser may not find out by itself.
package struct EventTime: Equatable, Sendable {
  package var now: Timestamp
  /// Any number, another one with every event.
  package var seed: UInt64

  package init(now: Timestamp, seed: UInt64 = 0) {
    self.now = now
    self.seed = seed
  }
}
