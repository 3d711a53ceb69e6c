import Browser
import CursesTerminal
import Dispatch
import ListModel
import ListSearch
import Synchronization

/// Answers searches behind the screen's back; a newer one stops the one before.
final class SearchWorker: Sendable {
  private struct Places {
    var searchers: [Place.Kind: (image: ObjectIdentifier, searcher: Searcher)] = [:]
    var last: [Place.Kind: SearchResult] = [:]
  }

  /// A catalog of this size is searched within a fraction of a frame; a thread would only add delay.
  private static let smallCatalog = 2_000

  private let queue = DispatchQueue(label: "search", qos: .userInteractive)
  private let newest = Mutex(0)
  private let places = Mutex(Places())
  private let report: @Sendable (BrowserReport) -> Void

  init(report: @escaping @Sendable (BrowserReport) -> Void) {
    self.report = report
  }

  /// Answers at once where the catalog is small, else by a report.
  func search(
    _ request: SearchRequest, of catalog: Catalog, place: Place.Kind, generation: Int
  ) -> SearchResult? {
    let number = newest.withLock { newest in
      newest += 1
      return newest
    }
    // Without a filter there is next to nothing to do, and the first frame should be whole.
    guard catalog.count > Self.smallCatalog, !request.query.isEmpty else {
      return answer(request, of: catalog, place: place) { false }
    }
    queue.async {
      Terminal.coverThread()
      let isOvertaken: @Sendable () -> Bool = { self.newest.withLock { $0 } != number }
      guard !isOvertaken(),
        let result = self.answer(request, of: catalog, place: place, isCancelled: isOvertaken)
      else { return }
      self.report(.found(result, place: place, generation: generation))
    }
    return nil
  }

  private func answer(
    _ request: SearchRequest, of catalog: Catalog, place: Place.Kind,
    isCancelled: @Sendable () -> Bool
  ) -> SearchResult? {
    let (searcher, last) = places.withLock { places in
      let image = ObjectIdentifier(catalog.image)
      if let known = places.searchers[place], known.image == image {
        return (known.searcher, places.last[place])
      }
      // A second thread would gain nothing there and keep Dispatch awake (SearchSections).
      let searcher = Searcher(catalog, threads: catalog.count > Self.smallCatalog ? 2 : 1)
      places.searchers[place] = (image, searcher)
      places.last[place] = nil
      return (searcher, nil)
    }
    guard let result = searcher.search(request, narrowing: last, isCancelled: isCancelled) else {
      return nil
    }
    places.withLock { $0.last[place] = result }
    return result
  }
}
