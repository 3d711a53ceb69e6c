/// A command of the browser.
///
/// The raw value is its name on the command line (`:sort-date`). Its keys and help are in
/// `CommandTable`; dispatch, help, hints, completion and docs are generated from there.
package enum Command: String, CaseIterable, Sendable {
  case moveDown = "move-down"
  case moveUp = "move-up"
  case goTop = "go-top"
  case goBottom = "go-bottom"
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"

  case into
  case out
  case nextPane = "next-pane"
  case previousPane = "previous-pane"
  case detailDown = "detail-down"
  case detailUp = "detail-up"
  case zoom
  case unzoom
  case toggleDetail = "toggle-detail"
  case moveDetail = "move-detail"

  case filter
  case narrowRows = "narrow-rows"
  case clear
  case nextMatch = "next-match"
  case previousMatch = "previous-match"

  case mark
  case markRange = "mark-range"
  case markAll = "mark-all"

  case open
  case openWith = "open-with"
  case copyURL = "copy-url"
  case copyTitle = "copy-title"
  case copyMarkdown = "copy-markdown"
  case pipe

  case bookmark
  case later
  case tags
  case note
  case editNote = "edit-note"
  case renameTag = "tag-rename"
  case takeURL = "take-url"
  case toggleRead = "toggle-read"
  case markAllSeen = "mark-all-seen"
  case undo
  case redo
  case importBookmarks = "import"
  case exportBookmarks = "export"

  case goHome = "go-home"
  case goBookmarks = "go-bookmarks"
  case goLater = "go-later"
  case goNew = "go-new"
  case goChanges = "go-changes"
  case goOtherList = "go-other-list"
  case surprise
  case goFilters = "go-filters"
  case saveFilter = "save"
  case dropFilter = "drop-filter"
  case jumpBack = "jump-back"
  case jumpForward = "jump-forward"

  case dateMode = "date-mode"

  case sortDate = "sort-date"
  case sortDateReversed = "sort-date-reversed"
  case sortName = "sort-name"
  case sortNameReversed = "sort-name-reversed"
  case sortStars = "sort-stars"
  case sortStarsReversed = "sort-stars-reversed"
  case sortRelevance = "sort-relevance"
  case sortRelevanceReversed = "sort-relevance-reversed"
  case sortList = "sort-list"
  case sortListReversed = "sort-list-reversed"

  case view
  case find
  case contents
  case nextLink = "next-link"
  case previousLink = "previous-link"
  case hints
  case copyHint = "copy-hint"
  case nextSection = "next-section"
  case previousSection = "previous-section"
  case scrollLeft = "scroll-left"
  case scrollRight = "scroll-right"
  case at
  case olderVersion = "older-version"
  case newerVersion = "newer-version"
  case versionChanges = "version-changes"
  case showRemoved = "show-removed"

  case pick
  case markDown = "mark-down"
  case markUp = "mark-up"

  case sync
  case syncAll = "sync-all"
  case follow
  case unfollow
  case publish
  case copyFeed = "copy-feed"

  case set
  case theme
  case reload

  case help
  case tutorial
  case messages
  case commandLine = "command-line"
  case redraw
  case suspend
  case interrupt
  case close
  case quit
}

/// A heading of the help.
package enum CommandGroup: String, CaseIterable, Sendable {
  case move = "Move"
  case panes = "Panes"
  case filter = "Filter"
  case select = "Select many"
  case open = "Open and copy"
  case bookmarks = "Bookmarks"
  case go = "Go"
  case dates = "Dates"
  case sort = "Sort"
  case lists = "Lists"
  case page = "In a page"
  case savedFilters = "In the saved filters"
  case pick = "In awl pick"
  case settings = "Settings"
  case other = "Other"

  /// Whether its keys apply in one view only.
  var hasOwnKeys: Bool { self == .pick || self == .page || self == .savedFilters }
}
