public import ListModel
import Synchronization

/// Runs queries over one catalog.
///
/// Creating one costs nothing if the catalog's image was created by `searchableImage(of:)`;
/// otherwise it folds the texts once. Searches may run concurrently on any threads.
public struct Searcher: Sendable {
  public let catalog: Catalog
  let index: SearchIndex
  private let threads: Int
  /// The threads of its searches; others may use them between searches.
  package let team: ThreadPool
  private let orders = FixedOrders()
  private let links: LinkRows
  let sparedMemory = BufferPool()
  /// The scores of words with fewer entries are not stored: finding them again takes no time.
  var leastKnown = 20_000

  /// Scattered letters are tried if fewer entries than this match exactly: enough exact matches are
  /// what was meant.
  static let fewExact = 20
  /// Typos are tried if fewer entries than this match otherwise.
  static let fewMatches = 5

  /// Prepares a catalog for searching by this many threads.
  public init(_ catalog: Catalog, threads: Int = 2) {
    self.catalog = catalog
    self.threads = max(1, threads)
    team = ThreadPool(threads: threads)
    index = SearchIndex(catalog)
    links = LinkRows(index)
  }

  /// Prepares everything that the first search would wait for: the index's pages, the tables of
  /// shared links, the threads.
  func prepare(isCancelled: () -> Bool) {
    team.start()
    _ = links.count
    index.touchPages(isCancelled: isCancelled)
  }

  /// Sorts all entries by name and by stars, unless that was done.
  func prepareOrders() {
    let work = BlockWork(team: team, threads: threads, wordCount: index.wordCount)
    _ = orders.byName(index, work)
    _ = orders.byStars(index)
  }

  /// Returns the result of a request; nil if it was cancelled.
  ///
  /// Invalid terms of the query are ignored. `earlier` are results of the same catalog: if the
  /// query narrows some of them, only the smallest of these is searched, with the same result.
  /// `isCancelled` is called every few thousand entries, on any thread.
  public func search(
    _ request: SearchRequest, narrowing earlier: [SearchResult] = [],
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> SearchResult? {
    search(request, narrowing: earlier, anticipated: [], isCancelled: isCancelled)
  }

  /// Returns the same, using `anticipated` results for the query's last letter where they exist.
  func search(
    _ request: SearchRequest, narrowing earlier: [SearchResult], anticipated: [NextLetters],
    isCancelled: @escaping @Sendable () -> Bool
  ) -> SearchResult? {
    if BlockWork.isWorthThreads(wordCount: index.wordCount) { team.wake() }
    let query = Query.parse(request.query, today: request.today)
    let knownWord = earlier.last { $0.trace?.word != nil }?.trace.flatMap {
      $0.image === catalog.image && $0.scope == request.scope && query.narrows($0.query)
        ? $0.word : nil
    }
    let search = search(
      for: query, among: request.scope, anticipated: anticipated, knownWord: knownWord,
      isCancelled: isCancelled)
    guard
      let (matches, exact) = search.matches(
        query, request.marks,
        among: candidates(for: query, of: earlier, within: request.scope)),
      let counts = search.counts(
        of: matches, request,
        whole: query.isEmpty && request.isOfAll ? index.wholeCounts : nil)
    else { return nil }
    var result = result(search, matches, counts, query, request)
    result.trace = SearchTrace(
      query: query, scope: request.scope, exact: exact, image: catalog.image)
    if result.trace?.exactCount ?? 0 >= leastKnown {
      result.trace?.word = KnownWord(query, entries: exact, points: matches.points)
    }
    return result
  }

  /// Returns the entries left to search after earlier queries; nil if none is narrowed.
  private func candidates(
    for query: Query, of earlier: [SearchResult], within scope: EntrySet?
  ) -> [UInt64]? {
    earlier.compactMap(\.trace)
      .filter { $0.image === catalog.image && $0.scope == scope && query.narrows($0.query) }
      .min { $0.exactCount < $1.exactCount }?.exact
  }

  func search(
    for query: Query, among scope: EntrySet? = nil, anticipated: [NextLetters] = [],
    knownWord: KnownWord? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> Search {
    let memory = SearchMemory(sparedMemory)
    return Search(
      catalog: catalog, index: index, memory: memory,
      work: BlockWork(team: team, threads: threads, wordCount: index.wordCount),
      isCancelled: isCancelled,
      scope: EntryScope(
        index, asksForRemoved: query.asksForRemoved, among: scope.map { memory.keep($0.words) }),
      known: known(of: query, in: anticipated, scope: scope, memory: memory),
      knownWord: knownWord)
  }

  /// Returns how many entries contain the words exactly; only the matching, for benchmarks.
  package func exactCount(_ request: SearchRequest) -> Int {
    let query = Query.parse(request.query, today: request.today)
    let matches = search(for: query).matches(query, request.marks, among: nil, upTo: .exact)
    return matches.map { bitCount($0.found.clean) } ?? 0
  }

  private func result(
    _ search: Search, _ matches: Matches, _ counts: Search.Counts, _ query: Query,
    _ request: SearchRequest
  ) -> SearchResult {
    let ordering = ordering(search, query, request)
    let isWhole = query.isEmpty && request.isOfAll && catalog.wholeRows.count > 0
    let (rows, typoCount) =
      isWhole && ordering.isOfWhole
      ? (SearchRows(allOf: catalog), 0) : ordering.searchRows(of: matches)
    var result = SearchResult(
      rows: rows, typoCount: typoCount,
      total: isWhole && request.isByLink
        ? catalog.wholeRows.count : total(search, counts, request, query.asksForRemoved),
      listCounts: counts.lists, categoryCounts: counts.categories, dayCounts: counts.days,
      undatedCount: counts.undated, tagCounts: counts.tags, taggedCount: counts.tagged,
      untaggedCount: counts.untagged)
    result.newCounts = counts.new
    return result
  }

  func ordering(_ search: Search, _ query: Query, _ request: SearchRequest) -> Ordering {
    Ordering(
      index: index, orders: orders, query: query, request: request, links: links,
      work: search.work, memory: search.memory)
  }

  /// Returns the number of rows of the chosen facets.
  private func total(
    _ search: Search, _ counts: Search.Counts, _ request: SearchRequest, _ asksForRemoved: Bool
  ) -> Int {
    guard request.isByLink else { return bitCount(counts.chosen) }
    guard counts.isAll, request.scope == nil else {
      return links.count(counts.chosen, memory: search.memory)
    }
    return links.count - (asksForRemoved ? 0 : index.removedCount)
  }
}
