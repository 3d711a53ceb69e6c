import Browser
import ListModel
import ListSearch
import UserFiles
import Synchronization

/// A report from a background thread to the screen.
enum BrowserReport: Sendable {
  case saved(Bookmarks, words: SaveMessage, outcome: BookmarkOutcome, notice: String?)
  case notSaved(String)
  case read(Bookmarks)
  case seen(Seen, words: String?)
  case seenNotSaved(String)
  /// The seen state was read for the first time.
  case seenOpened(SeenFileContents)
  /// The bookmarks were read for the first time.
  case opened(BookmarkFileContents)
  case bookmarksCatalogued(BookmarkCatalog, generation: Int)
  case found(SearchResult, place: Place.Kind, generation: Int)
  case imported([BookmarkOperation], words: String)
  case filters(SavedFilters)
  case filtersSaved(SavedFilters, outcome: SavedFilterOutcome, words: SaveMessage)
  case counted(String, MatchCount)
  case message(Message)
  /// A program failed to copy a text; `lead` is the beginning of the message.
  case notCopied(String, named: String, lead: String, reason: String)
  case commandEnded(name: String, output: String, Message?)
  case silentCommandEnded(name: String, Message?)
  case syncing(SyncProgress?)
  case working(WorkStep?)
  case loaded(Catalog, checked: Timestamp?)
  case page(PageContents)
  case noPage(String, generation: Int)

  var event: BrowserEvent {
    switch self {
    case .saved(let bookmarks, let words, let outcome, let notice):
      .bookmarksSaved(bookmarks, words: words, outcome: outcome, notice: notice)
    case .read(let bookmarks): .bookmarksRead(bookmarks)
    case .opened(let contents): .bookmarksRead(contents.bookmarks)
    case .bookmarksCatalogued(let collected, let generation):
      .bookmarksCatalogued(collected, generation: generation)
    case .notSaved(let reason): .bookmarksNotSaved(reason: reason)
    case .seen(let seen, let words): .seenRead(seen, words: words)
    case .seenNotSaved(let reason): .seenNotSaved(reason: reason)
    case .seenOpened(let contents): .seenRead(contents.seen)
    case .found(let result, let place, let generation):
      .found(result, place: place, generation: generation)
    case .imported(let operations, let words): .imported(operations, words: words)
    case .filters(let filters): .filtersRead(filters)
    case .filtersSaved(let filters, let outcome, let words):
      .filtersSaved(filters, outcome: outcome, words: words)
    case .counted(let query, let count): .matchesCounted(query: query, count)
    case .message(let message): .message(message)
    case .notCopied(_, let name, _, let reason):
      .message(Message(.error, "\(name) was not copied: \(reason)"))
    case .silentCommandEnded(let name, let message): .silentCommandEnded(name: name, message)
    case .commandEnded(let name, let output, let message):
      .commandEnded(name: name, output: output, message)
    case .page(let contents): .pageRead(contents)
    case .noPage(let reason, let generation):
      .pageNotRead(reason: reason, generation: generation)
    case .syncing(let progress): .syncing(progress)
    case .working(let step): .working(step)
    case .loaded(let catalog, let checked): .catalogLoaded(catalog, checked: checked)
    }
  }
}

/// The queue in which threads leave reports for the screen's thread.
final class Mailbox: Sendable {
  private let reports = Mutex<[BrowserReport]>([])
  private let wake: @Sendable () -> Void

  /// - Parameter wake: called after each report, from any thread, so that the mailbox gets emptied.
  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  func post(_ report: BrowserReport) {
    reports.withLock { $0.append(report) }
    wake()
  }

  func takeAll() -> [BrowserReport] {
    reports.withLock { reports in
      defer { reports = [] }
      return reports
    }
  }
}
