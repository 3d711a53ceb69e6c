import Browser
import CursesTerminal
import Dispatch
import ListModel
import Synchronization

/// Makes catalogs of many bookmarks behind the screen's back; one that was overtaken is not made.
final class ShelfWorker: Sendable {
  private let queue = DispatchQueue(label: "shelf", qos: .userInitiated)
  private let newest = Mutex(0)
  private let report: @Sendable (BrowserReport) -> Void

  /// - Parameter report: called on another thread.
  init(report: @escaping @Sendable (BrowserReport) -> Void) {
    self.report = report
  }

  /// Makes the catalog of a place and reports it, with the index that its searches need.
  func shelve(
    _ bookmarks: Bookmarks, for kind: Place.Kind, in library: Catalog, generation: Int
  ) {
    newest.withLock { $0 = generation }
    queue.async { [self] in
      Terminal.coverThread()
      guard newest.withLock({ $0 }) == generation else { return }
      let shelf = BookmarkShelf(of: bookmarks, for: kind, in: library, isSearchable: true)
      report(.shelved(shelf, generation: generation))
    }
  }
}
