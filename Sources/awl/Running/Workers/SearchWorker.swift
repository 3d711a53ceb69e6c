import Browser
import Dispatch
import ListModel
import ListSearch
import UserFiles
import Synchronization

/// Runs searches in the background; a newer search of a place cancels the previous one.
final class SearchWorker: Sendable {
  private struct Work {
    var searches: [Place.Kind: SearchCache] = [:]
    /// The number of the newest search of each place.
    var newest: [Place.Kind: Int] = [:]
    /// The search to start for each place.
    var waiting: [Place.Kind: @Sendable () -> Void] = [:]
    /// The last answered request of each place, whose word another letter may extend.
    var answered: [Place.Kind: SearchRequest] = [:]
  }

  /// A catalog of this size is searched in a fraction of a frame; a thread would only add delay.
  private static let smallCatalog = 2_000

  private let queue = DispatchQueue(label: "search", qos: .userInteractive)
  private let work = Mutex(Work())
  private let report: @Sendable (BrowserReport) -> Void

  init(report: @escaping @Sendable (BrowserReport) -> Void) {
    self.report = report
  }

  /// Searches at once if the catalog is small or the result is cached; otherwise reports the
  /// result, once `start` was called.
  func search(
    _ request: SearchRequest, of catalog: Catalog, place: Place.Kind, generation: Int
  ) -> SearchResult? {
    let searches = begin(place, catalog, generation)
    if let known = searches.known(request) {
      noteAnswer(to: request, of: place)
      return known
    }
    // Without a filter there is next to nothing to do, and the first frame should be complete.
    guard catalog.count > Self.smallCatalog, !request.query.isEmpty else {
      return searches.search(request)
    }
    let job: @Sendable () -> Void = { [self] in
      let isOvertaken = isOvertaken(generation, of: place)
      guard !isOvertaken(),
        let result = searches.search(request, isCancelled: isOvertaken)
      else { return }
      noteAnswer(to: request, of: place)
      report(.found(result, place: place, generation: generation))
    }
    work.withLock { $0.waiting[place] = job }
    return nil
  }

  /// Counts the matches of queries in the library and reports each one separately.
  ///
  /// A search that the user waits for can run between two of them.
  func count(
    _ queries: [String], in catalog: Catalog, bookmarks: Bookmarks, new: EntrySet
  ) {
    let today = Day.today()
    for text in queries {
      queue.perform { [self] in
        let query = Query.parse(text, today: today)
        guard query.error == nil else { return report(.counted(text, MatchCount(matches: nil))) }
        var request = SearchRequest(query: text, order: .relevance, today: today)
        if query.asksForUserMarks {
          request.marks = UserMarks(of: bookmarks, in: catalog)
        }
        request.marks.new = new
        let searches = searches(of: .library, catalog)
        guard let rows = searches.search(request)?.rows else { return }
        let newCount = new.isEmpty ? 0 : rows.count { new.contains($0) }
        report(.counted(text, MatchCount(matches: rows.count, new: newCount)))
      }
    }
  }

  /// Prepares a place's catalog while the first letter is pending; a search takes precedence.
  func prepare(_ place: Place.Kind) {
    let (searches, newest) = work.withLock { ($0.searches[place], $0.newest[place] ?? 0) }
    guard let searches, searches.catalog.count > Self.smallCatalog else { return }
    let isOvertaken = isOvertaken(newest, of: place)
    queue.perform {
      searches.prepare(isCancelled: isOvertaken)
    }
  }

  /// Sorts a place's entries while the key that names the order is pending.
  func prepareOrders(_ place: Place.Kind) {
    guard let searches = work.withLock({ $0.searches[place] }),
      searches.catalog.count > Self.smallCatalog
    else { return }
    queue.perform {
      searches.prepareOrders()
    }
  }

  /// Returns a check for whether a newer search of a place has started.
  private func isOvertaken(_ generation: Int, of place: Place.Kind) -> @Sendable () -> Bool {
    { [self] in work.withLock { $0.newest[place] } != generation }
  }

  private func noteAnswer(to request: SearchRequest, of place: Place.Kind) {
    guard !request.query.isEmpty else { return }
    work.withLock { $0.answered[place] = request }
  }

  /// Starts pending searches; if there are none, prepares the next letter.
  ///
  /// To be called after a frame: a search uses all cores, and would delay drawing the letter that
  /// requested it.
  func start() {
    let jobs = work.withLock { work in
      defer { work.waiting.removeAll() }
      return work.waiting.values.map { $0 }
    }
    for job in jobs { queue.perform(job) }
    if jobs.isEmpty { anticipate() }
  }

  private func anticipate() {
    let answered = work.withLock { work in
      defer { work.answered.removeAll() }
      return work.answered.compactMap { place, request in
        work.searches[place].map { (place, request, $0, work.newest[place] ?? 0) }
      }
    }
    for (place, request, searches, newest) in answered {
      let isOvertaken = isOvertaken(newest, of: place)
      queue.perform {
        searches.anticipate(request, isCancelled: isOvertaken)
      }
    }
  }

  /// Makes a search the newest of its place; cached results are valid as long as the catalog.
  private func begin(
    _ place: Place.Kind, _ catalog: Catalog, _ generation: Int
  ) -> SearchCache {
    work.withLock { $0.newest[place] = generation }
    return searches(of: place, catalog)
  }

  private func searches(of place: Place.Kind, _ catalog: Catalog) -> SearchCache {
    work.withLock { work in
      if let known = work.searches[place], known.catalog.image === catalog.image { return known }
      let searches = SearchCache(
        catalog, threads: catalog.count > Self.smallCatalog ? 2 : 1)
      work.searches[place] = searches
      return searches
    }
  }
}
