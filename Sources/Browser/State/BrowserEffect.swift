package import ListModel
package import ListSearch

/// A request from the browser to the runtime, which performs it.
package enum BrowserEffect: Equatable, Sendable {
  /// Answer with `found`, unless a newer search overtakes it.
  case search(SearchRequest, place: Place.Kind, generation: Int)
  /// Prepare the place's catalog for a search, because a filter is about to be typed.
  case prepareSearch(place: Place.Kind)
  /// Prepare the sort orders of the place's entries, because a key was pressed that may precede a
  /// sort.
  case prepareOrders(place: Place.Kind)
  /// Open a link with the matching opener, or the one of that number; if the opener asks first,
  /// answer with `openersAsk`.
  case open(url: String, opener: Int?)
  /// Open several links, each likewise.
  case openAll(urls: [String], opener: Int?)
  /// Open links after the user has confirmed it.
  case openConfirmed(urls: [String])
  /// Find the openers that match links; answer with `openersFound`.
  case findOpeners(urls: [String])
  /// Run a custom command, for each of these entries or once; answer with `commandEnded` if its
  /// output is shown.
  case runCustom(name: String, entries: [EntrySubject])
  /// Send entries as JSON Lines to the command of a line; answer with `commandEnded` unless it runs
  /// in the terminal.
  case pipe(line: String, inTerminal: Bool, entries: [EntryIndex], place: Place.Kind)
  /// Stop the running command.
  case cancelCommand
  /// Stop the custom commands that run silently in the background.
  case stopSilentCommands
  /// Copy a text to the clipboard; `name` is used in the message.
  case copy(String, name: String)
  /// Change the bookmarks file; `words` describe the change in the message once it is saved.
  case save(BookmarkRequest, words: SaveMessage)
  /// Change the seen file; `words` describe the change in the message once it is saved.
  case saveSeen(SeenChange, words: String?)
  /// Read the seen file for changes by other programs.
  case readSeen
  /// Run an editor on a bookmark's note; answer with `noteEdited`.
  case editNote(Bookmark)
  /// Build a catalog of the bookmarks; answer with `bookmarksCatalogued`.
  case catalogueBookmarks(Place.Kind, generation: Int)
  /// Read the bookmarks file for changes by other programs.
  case readBookmarks
  /// Read a file of another program; answer with `imported`.
  case importBookmarks(path: String)
  /// Write bookmarks to a file, in the format given by its name.
  case exportBookmarks([Bookmark], path: String)
  /// Write pages and feeds of the library's lists into a folder.
  case publish(folder: String)
  /// Sync lists, all of them if none is given; answer with `syncing` and `synced`.
  case sync([ListID])
  /// Follow a source and sync it.
  case follow(String)
  case unfollow(String)
  /// Read the saved filters; answer with `filtersRead`.
  case readFilters
  /// Change the saved filters; answer with `filtersSaved`.
  case changeFilters(SavedFilterChange, words: SaveMessage)
  /// Count the matches of each of these queries in the library; answer with `matchesCounted`.
  case countMatches([String])
  /// Store a filter in the history for later runs.
  case remember(filter: String)
  /// Print these URLs and quit; none if nothing matched.
  case pick([String])
  /// Read a page; answer with `pageRead` or `pageNotRead`.
  case readPage(PageRequest)
  /// Read the tutorial; answer with `tutorialRead`.
  case readTutorial
  /// Read the configuration file again; answer with `configured`.
  case readConfiguration
  /// Redraw the whole screen.
  case redraw
  case suspend
  /// Cancel the background work.
  case cancelWork
  case quit
}
