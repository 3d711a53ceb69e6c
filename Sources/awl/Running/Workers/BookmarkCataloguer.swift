import Browser
import Dispatch
import ListModel
import Synchronization

/// Builds catalogs of many bookmarks in the background; outdated requests are dropped.
final class BookmarkCataloguer: Sendable {
  private let queue = DispatchQueue(label: "bookmarks", qos: .userInitiated)
  private let newest = Mutex(0)
  private let report: @Sendable (BrowserReport) -> Void

  /// - Parameter report: called on another thread.
  init(report: @escaping @Sendable (BrowserReport) -> Void) {
    self.report = report
  }

  /// Builds the catalog of a place, with its search index, and reports it.
  func catalogueBookmarks(
    _ bookmarks: Bookmarks, for kind: Place.Kind, in library: Catalog, generation: Int
  ) {
    newest.withLock { $0 = generation }
    queue.perform { [self] in
      guard newest.withLock({ $0 }) == generation else { return }
      let collected = BookmarkCatalog(of: bookmarks, for: kind, in: library, isSearchable: true)
      report(.bookmarksCatalogued(collected, generation: generation))
    }
  }
}
