package import ListModel
package import ListSearch

/// A request to the outside of the browser; the runtime carries it out.
package enum BrowserEffect: Equatable, Sendable {
  /// Answer with `found`, unless a newer search overtakes it.
  case search(SearchRequest, place: Place.Kind, generation: Int)
  /// A filter is going to be typed: get the place's catalog ready to be searched.
  case prepareSearch(place: Place.Kind)
  /// A key was pressed after which another may ask for an order: sort the place's entries.
  case prepareOrders(place: Place.Kind)
  /// Open a link with the opener that fits, or the one of that number; if the opener asks first,
  /// answer with `openersAsk`.
  case open(url: String, opener: Int?)
  /// Open several links, each likewise.
  case openAll(urls: [String], opener: Int?)
  /// Open links whose openers asked.
  case openConfirmed(urls: [String])
  /// Find the openers that fit links; answer with `openersFound`.
  case findOpeners(urls: [String])
  /// Run a command of the reader's own, for each of these entries or once; answer with
  /// `commandEnded` where its output is shown.
  case runCustom(name: String, entries: [EntrySubject])
  /// Send entries as JSON Lines to what a command line names; answer with `commandEnded` unless it
  /// runs in the terminal.
  case pipe(line: String, inTerminal: Bool, entries: [EntryIndex], place: Place.Kind)
  /// End the command that runs.
  case cancelCommand
  /// End the commands of the reader's own that run in the background and show nothing.
  case stopSilentCommands
  /// Put a text on the clipboard; `name` is what the message calls it.
  case copy(String, name: String)
  /// Change the bookmarks file; `words` say what was done, once it is on the disk.
  case save(BookmarkRequest, words: SaveMessage)
  /// Change the file of what was seen; `words` say what was done, once it is on the disk.
  case saveSeen(SeenChange, words: String?)
  /// Look what other programs did to the file of what was seen.
  case readSeen
  /// Run an editor on a bookmark's note; answer with `noteEdited`.
  case editNote(Bookmark)
  /// Make a catalog of the bookmarks; answer with `bookmarksCatalogued`.
  case catalogueBookmarks(Place.Kind, generation: Int)
  /// Look what other programs did to the bookmarks.
  case readBookmarks
  /// Read a file of another program; answer with `imported`.
  case importBookmarks(path: String)
  /// Write bookmarks to a file, in the format that its name says.
  case exportBookmarks([Bookmark], path: String)
  /// Write pages and feeds of the library's lists into a folder.
  case publish(folder: String)
  /// Bring lists up to date, all if none is named; answer with `syncing` and `synced`.
  case sync([ListID])
  /// Follow a source and sync it.
  case follow(String)
  case unfollow(String)
  /// Read the saved filters; answer with `filtersRead`.
  case readFilters
  /// Change the saved filters; answer with `filtersSaved`.
  case changeFilters(SavedFilterChange, words: SaveMessage)
  /// Count what each of these queries finds in the library; answer with `matchesCounted`.
  case countMatches([String])
  /// Keep a filter for later runs.
  case remember(filter: String)
  /// Print these URLs and leave; none if nothing matched.
  case pick([String])
  /// Read a page; answer with `pageRead` or `pageNotRead`.
  case readPage(PageRequest)
  /// Read the tutorial; answer with `tutorialRead`.
  case readTutorial
  /// Read the configuration file again; answer with `configured`.
  case readConfiguration
  /// Write the whole screen again.
  case redraw
  case suspend
  /// Stop what is being done in the background.
  case cancelWork
  case quit
}
