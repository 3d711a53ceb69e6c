package import ListModel
package import PageLayout
package import TerminalEvents

/// Everything that the screen shows, and nothing else: no clock, no file, no drawing.
///
///     var state = BrowserState(catalog: catalog, …)
///     let effects = state.handle(.key(key), at: moment)
///
/// `handle` takes what happened and returns what is to be done about it outside. Two states that
/// got the same events are the same, which is what the tests rest on.
package struct BrowserState: Sendable {
  package var size: Size
  /// The day that ages are counted to.
  package var today: Day
  /// The places that were gone to; the last one is on the screen, the first is the library.
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
  /// Counts the requested catalogs of bookmarks, and whether one is due.
  var bookmarkGeneration = 0
  var isBookmarkCatalogDue = false
  /// Why bookmarks cannot be written; nil if they can.
  package var readOnlyReason: String?

  /// The line that is being typed, if any.
  package var prompt: Prompt?
  /// The overlay over the panes, if any.
  package var overlay: Overlay?
  /// The question before a command is run; nil if there is none.
  package internal(set) var question: Question?
  /// Whether the command that runs was asked for twice: by its key and by the answer.
  var isConfirmed = false
  package var message: Message? {
    didSet {
      if let message, message != oldValue { messages.append(message) }
    }
  }
  /// The messages of this run.
  package internal(set) var messages = MessageLog()
  /// By how many seconds the reader's clock is ahead of UTC.
  package var secondsAheadOfUTC = 0
  package var isZoomed = false
  /// How far a sync is; nil while none runs.
  package var syncProgress: SyncProgress?
  /// The progress of background work, syncs included; nil while none runs.
  package internal(set) var work: WorkProgress?
  /// The command of the reader's own that runs, whose output is awaited; nil while none does.
  package internal(set) var runningCommand: String?
  /// The commands that run in the background and show nothing, in the order in which they were started.
  package internal(set) var silentCommands: [String] = []
  /// When the lists were last looked at; nil for lists that are not followed.
  package var checked: Timestamp?
  /// Keys that begin a sequence.
  package var pendingKeys: [KeyEvent] = []
  /// Whether they have waited for so long that what can follow is shown.
  package internal(set) var showsContinuations = false
  /// Keys that wait for the answer to a search, the first of them for the entry it selects.
  var waitingKeys: [KeyEvent] = []
  /// The border between panes that the mouse holds.
  var heldBorder: PaneBorder?
  /// The digits typed before a command.
  package var count: Int?
  package var changes = ChangeHistory()
  /// What was seen; nil while it is unknown, or if this run does not record it.
  package internal(set) var seen: Seen?
  /// The new entries of the library since the last visit.
  package internal(set) var news = NewEntries()
  /// Whether what this run shows counts as seen at its end.
  package var isVisit = false
  /// The place of new entries, or of changes, to show once they are known.
  var firstPlace: Place.Kind?
  /// Whether the terminal's background is light; nil if that is not known.
  package var isBackgroundLight: Bool?
  /// Whether the screen is plain despite the configuration.
  package var isAlwaysPlain = false
  /// Why what is seen cannot be written; nil if it can.
  package var seenReadOnlyReason: String?
  /// The jump list.
  var jumps = JumpList()
  /// The facet over which the cursor goes, whose rows are one step of the way back.
  var walkedFacet: Pane?
  /// The location when a filter or a page search began to be typed.
  var promptOrigin: Location?
  var randomPicks = RandomPicks()
  /// Commands typed before, oldest first.
  var commandHistory: [String] = []
  /// Commands that entries were sent to, oldest first.
  var pipeHistory: [String] = []
  /// The filters that are saved under a name, once they were asked for.
  package internal(set) var savedFilters: SavedFilters?
  /// The counted matches of queries in the library.
  package internal(set) var matchCounts: [String: MatchCount] = [:]
  /// Filters typed before, oldest first.
  package var filterHistory: [String] = []
  /// The choice in `awl pick`; nil otherwise.
  package var picking: PickSession?
  /// The page on the screen; nil if the panes are.
  package internal(set) var page: PageView?
  /// The page that the detail on the screen was shown from.
  var coveredPage: CoveredPage?
  /// Recent pages, to be shown without reading them again.
  var recentPages: [PageView] = []
  /// The last line in each list's page.
  var pageLines: [ListID: Int32] = [:]
  /// The entry or heading that the next page is opened for.
  var pageTarget: EntryIndex?
  var pageHeading: String?
  /// The line of the next page to go to.
  var pageDestination: PageLocation?
  /// The page to be read at the start.
  var pageToRestore: PageLocation?
  /// The place of bookmarks that was left by the run before, until the bookmarks are known.
  var unrestored: Session.SavedPlace?
  var pageGeneration = 0
  /// What pages are drawn with.
  package var pageGlyphs = LayoutGlyphs.unicode
  /// What the last event changed of the frame on the screen.
  package internal(set) var frameChange = FrameChange.everything
  /// Whether the last event did nothing but move the cursor of the entries.
  var isCursorStep = false
  /// How the frame on the screen came out; the detail scrolls by it.
  package var metrics = FrameMetrics()

  /// A browser on a library's catalog, with the focus on its entries.
  package init(
    catalog: Catalog, size: Size, today: Day, bookmarks: Bookmarks = Bookmarks()
  ) {
    self.size = size
    self.today = today
    places = [Place(.library, catalog: catalog, today: today)]
    self.bookmarks = bookmarks
  }

  /// Whether the help lies over everything else.
  package var showsHelp: Bool {
    if case .help? = overlay { true } else { false }
  }

  /// The place on the screen.
  package var place: Place {
    // Lent and not copied: a place holds some forty references, and each key accesses it often.
    _read { yield places[places.count - 1] }
    _modify { yield &places[places.count - 1] }
  }

  /// Whether the screen is text for screen readers and logs.
  package var isPlain: Bool { preferences.layout.isSingle }

  /// The lines below the panes: the status line and, if shown, the hints.
  package var layoutFooterRows: Int { preferences.layout.footerRows }

  /// The rows of a list that lies over the panes, below its title.
  var overlayRows: Int { max(1, size.rows - 2 - layoutFooterRows) }

  /// Where everything is.
  package var layout: ScreenLayout {
    ScreenLayout(
      size: size, facets: place.facetRows, focus: place.focus, isZoomed: isZoomed,
      preferences: preferences.layout)
  }
}

/// How a frame came out when it was drawn.
package struct FrameMetrics: Equatable, Sendable {
  /// All rows of the detail, wrapped to its width.
  package var detailRows = 0
  /// The rows of the detail that hold a match of the filter.
  package var detailMatches: [Int] = []

  /// Where the rows of a menu or of the messages are, if one is shown.
  package var menu: MenuMetrics?

  package init(detailRows: Int = 0, detailMatches: [Int] = []) {
    self.detailRows = detailRows
    self.detailMatches = detailMatches
  }
}

/// The rows of a list over the panes, as they were drawn.
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
