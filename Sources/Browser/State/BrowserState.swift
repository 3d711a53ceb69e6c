package import ListModel
package import PageLayout
package import TerminalEvents

/// Everything that the screen shows, and nothing else: no clock, no file, no drawing.
///
///     var state = BrowserState(catalog: catalog, …)
///     let effects = state.handle(.key(key), at: moment)
///
/// `handle` takes an event and returns the effects that the runtime must perform. States that
/// received the same events are equal, which the tests rely on.
package struct BrowserState: Sendable {
  package var size: Size
  /// The day from which ages are counted.
  package var today: Day
  /// The open places; the last one is on the screen, the first is the library.
  package var places: [Place]
  package var bookmarks: Bookmarks {
    didSet {
      for index in places.indices { places[index].forgetMarks() }
    }
  }
  /// The user's settings; `apply` and `:set` change them.
  package internal(set) var preferences = Preferences()
  /// Whether the bookmarks have been read; until then keys that need them wait.
  package var areBookmarksKnown = true
  /// Whether the file of the seen state was read, if it will be at all.
  package var isSeenKnown = true
  /// The number of requested bookmark catalogs, and whether one is due.
  var bookmarkGeneration = 0
  var isBookmarkCatalogDue = false
  /// Why bookmarks cannot be written; nil if they can.
  package var readOnlyReason: String?

  /// The line being typed, if any.
  package var prompt: Prompt?
  /// The overlay over the panes, if any.
  package var overlay: Overlay?
  /// The question before a command is run; nil if there is none.
  package internal(set) var question: Question?
  /// Whether the running command was confirmed.
  var isConfirmed = false
  package var message: Message? {
    didSet {
      if let message, message != oldValue { messages.append(message) }
    }
  }
  /// The messages of this run.
  package internal(set) var messages = MessageLog()
  /// The offset of the user's time zone from UTC, in seconds.
  package var secondsAheadOfUTC = 0
  package var isZoomed = false
  /// The progress of a sync; nil while none runs.
  package var syncProgress: SyncProgress?
  /// The progress of background work, syncs included; nil while none runs.
  package internal(set) var work: WorkProgress?
  /// The running custom command whose output is awaited; nil if there is none.
  package internal(set) var runningCommand: String?
  /// The custom commands running silently in the background, in the order of their start.
  package internal(set) var silentCommands: [String] = []
  /// When the lists were last synced; nil for lists that are not followed.
  package var checked: Timestamp?
  /// Keys that begin a sequence.
  package var pendingKeys: [KeyEvent] = []
  /// Whether they have been pending so long that their continuations are shown.
  package internal(set) var showsContinuations = false
  /// Keys that wait for the result of a search, the first of them for the entry it selects.
  var waitingKeys: [KeyEvent] = []
  /// The border between panes that is being dragged.
  var heldBorder: PaneBorder?
  /// The digits typed before a command.
  package var count: Int?
  package var changes = ChangeHistory()
  /// The entries that the user has seen; nil while it is unknown, or if this run does not record it.
  package internal(set) var seen: Seen?
  /// The new entries of the library since the last visit.
  package internal(set) var news = NewEntries()
  /// Whether this run is a visit, whose entries count as seen at its end.
  package var isVisit = false
  /// The place of new entries, or of changes, to show once they are known.
  var firstPlace: Place.Kind?
  /// Whether the terminal's background is light; nil if that is not known.
  package var isBackgroundLight: Bool?
  /// Whether the screen is plain regardless of the configuration.
  package var isAlwaysPlain = false
  /// Why the seen file cannot be written; nil if it can.
  package var seenReadOnlyReason: String?
  /// The jump list.
  var jumps = JumpList()
  /// The facet in which the cursor moves row by row, which counts as one jump.
  var walkedFacet: Pane?
  /// The location when typing a filter or a page search started.
  var promptOrigin: Location?
  var randomPicks = RandomPicks()
  /// Commands typed before, oldest first.
  var commandHistory: [String] = []
  /// The commands to which entries were piped, oldest first.
  var pipeHistory: [String] = []
  /// The saved filters, once they were requested.
  package internal(set) var savedFilters: SavedFilters?
  /// The number of matches of queries in the library.
  package internal(set) var matchCounts: [String: MatchCount] = [:]
  /// Filters typed before, oldest first.
  package var filterHistory: [String] = []
  /// The choice in `awl pick`; nil otherwise.
  package var picking: PickSession?
  /// The page on the screen; nil if the panes are.
  package internal(set) var page: PageView?
  /// The page from which the visible detail was opened.
  var coveredPage: CoveredPage?
  /// Recent pages, to be shown without reading them again.
  var recentPages: [PageView] = []
  /// The last line in each list's page.
  var pageLines: [ListID: Int32] = [:]
  /// The entry or heading that the next page is opened for.
  var pageTarget: EntryIndex?
  var pageHeading: String?
  /// The line to go to in the next page.
  var pageDestination: PageLocation?
  /// The page to read at the start.
  var pageToRestore: PageLocation?
  /// The place of bookmarks of the previous run, until the bookmarks are known.
  var unrestored: Session.SavedPlace?
  var pageGeneration = 0
  /// The glyphs that pages are drawn with.
  package var pageGlyphs = LayoutGlyphs.unicode
  /// How the last event changed the visible frame.
  package internal(set) var frameChange = FrameChange.everything
  /// Whether the last event only moved the cursor of the entries.
  var isCursorStep = false
  /// The metrics of the visible frame, which scrolling the detail needs.
  package var metrics = FrameMetrics()

  /// Creates a browser for a library's catalog, with the focus on its entries.
  package init(
    catalog: Catalog, size: Size, today: Day, bookmarks: Bookmarks = Bookmarks()
  ) {
    self.size = size
    self.today = today
    places = [Place(.library, catalog: catalog, today: today)]
    self.bookmarks = bookmarks
  }

  /// Whether the help covers everything else.
  package var showsHelp: Bool {
    if case .help? = overlay { true } else { false }
  }

  /// The place on the screen.
  package var place: Place {
    // Yielded, not copied: a place has about forty references, and each key accesses it often.
    _read { yield places[places.count - 1] }
    _modify { yield &places[places.count - 1] }
  }

  /// Whether the screen is text for screen readers and logs.
  package var isPlain: Bool { preferences.layout.isSingle }

  /// The lines below the panes: the status line and, if shown, the hints.
  package var layoutFooterRows: Int { preferences.layout.footerRows }

  /// The rows of a list that covers the panes, below its title.
  var overlayRows: Int { max(1, size.rows - 2 - layoutFooterRows) }

  /// The layout of the screen.
  package var layout: ScreenLayout {
    ScreenLayout(
      size: size, facets: place.facetRows, focus: place.focus, isZoomed: isZoomed,
      preferences: preferences.layout)
  }
}

/// The measurements of a drawn frame.
package struct FrameMetrics: Equatable, Sendable {
  /// All rows of the detail, wrapped to its width.
  package var detailRows = 0
  /// The rows of the detail with a match of the filter.
  package var detailMatches: [Int] = []

  /// The rows of a menu or of the messages, if one is shown.
  package var menu: MenuMetrics?

  package init(detailRows: Int = 0, detailMatches: [Int] = []) {
    self.detailRows = detailRows
    self.detailMatches = detailMatches
  }
}

/// The rows of a list on top of the panes, as drawn.
package struct MenuMetrics: Equatable, Sendable {
  /// The rows, without the frame around them.
  package var area: Area
  /// The item that each of the rows shows, from the top.
  package var items: [Int]

  package init(area: Area, items: [Int]) {
    self.area = area
    self.items = items
  }
}

/// A message for the status line.
package struct Message: Equatable, Sendable {
  package enum Kind: Equatable, Sendable {
    case information
    case error
  }

  package var kind: Kind
  package var text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }
}
