public import ListModel
import Synchronization

/// Runs queries over one catalog and caches the last results.
///
/// Repeated queries return at once, so deleting letters costs nothing, and a query that narrows
/// others starts from the smallest of their results. May be used from any thread.
public final class SearchCache: Sendable {
  private struct Answers {
    /// The latest one last.
    var all: [(request: SearchRequest, result: SearchResult)] = []
    var rowCount = 0

    /// Returns the latest answer to a request whose query differs only in spelling.
    func equivalent(to request: SearchRequest) -> SearchResult? {
      let query = Query.parse(request.query, today: request.today)
      return all.last {
        var other = $0.request
        guard $0.result.trace?.query.means(query) == true else { return false }
        other.query = request.query
        return other == request
      }?.result
    }

    mutating func add(_ result: SearchResult, of request: SearchRequest) {
      all.append((request, result))
      rowCount += result.rows.count
      while all.count > SearchCache.most
        || rowCount > SearchCache.maxRows && all.count > 1
      {
        forget()
      }
    }

    /// Evicts the oldest result, except that of the unfiltered search, to which each filter
    /// returns.
    mutating func forget() {
      let place = all.dropLast().firstIndex { !$0.request.isWide } ?? 0
      rowCount -= all.remove(at: place).result.rows.count
    }
  }

  private let searcher: Searcher
  private let answers = Mutex(Answers())
  /// The prepared results for the first letter, and for the letter after the last word.
  private let letters = Mutex<(first: NextLetters?, next: NextLetters?)>((nil, nil))

  /// As many as anybody takes back at a time, and four bytes for each of their rows.
  private static let most = 64
  private static let maxRows = 4_000_000

  /// Prepares a catalog for searching by this many threads.
  public convenience init(_ catalog: Catalog, threads: Int = 2) {
    self.init(Searcher(catalog, threads: threads))
  }

  init(_ searcher: Searcher) {
    self.searcher = searcher
  }

  /// The catalog that is searched.
  public var catalog: Catalog { searcher.catalog }

  /// Maps the data that a search reads, so that the first one does not wait for it, and prepares
  /// the results of its first letter.
  ///
  /// Takes some tens of milliseconds for 700,000 entries; `isCancelled` is called often.
  public func prepare(isCancelled: () -> Bool = { false }) {
    searcher.prepare(isCancelled: isCancelled)
    guard !isCancelled(), letters.withLock({ $0.first?.isWhole != true }) else { return }
    let first = searcher.firstLetters(isCancelled: isCancelled)
    letters.withLock { $0.first = first }
  }

  /// Sorts the entries by name and by stars, so that the first such sort does not wait.
  ///
  /// Takes a tenth of a second for a million entries, once, and eight bytes per entry.
  public func prepareOrders() { searcher.prepareOrders() }

  /// Prepares the results of one more letter at the end of an answered request, while that letter is
  /// awaited.
  ///
  /// Costs nothing if few entries were found. Otherwise it reads all their texts, on the calling
  /// thread, until `isCancelled`.
  public func anticipate(
    _ request: SearchRequest, least: Int = 50_000, isCancelled: () -> Bool = { false }
  ) {
    guard
      let trace = answers.withLock({ $0.all.last { $0.request == request } })?.result.trace,
      trace.exactCount >= least,
      let word = Query.parse(request.query, today: request.today).awaitedWord(today: request.today),
      letters.withLock({
        $0.next?.word != word || $0.next?.scope != trace.scope || $0.next?.isWhole != true
      })
    else { return }
    letters.withLock { $0.next = nil }
    let next = searcher.nextLetters(after: trace, word, isCancelled: isCancelled)
    letters.withLock { $0.next = next }
  }

  /// Returns the cached answer to an earlier request, if it is still there.
  public func known(_ request: SearchRequest) -> SearchResult? {
    answers.withLock { answers in
      guard let place = answers.all.lastIndex(where: { $0.request == request }) else {
        guard let result = answers.equivalent(to: request) else { return nil }
        answers.add(result, of: request)
        return result
      }
      answers.all.append(answers.all.remove(at: place))
      return answers.all.last?.result
    }
  }

  /// Returns the result of a request; nil if it was cancelled.
  ///
  /// See `Searcher.search`.
  public func search(
    _ request: SearchRequest, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> SearchResult? {
    if let known = known(request) { return known }
    let earlier = answers.withLock { $0.all.map(\.result) }
    let anticipated = letters.withLock { [$0.next, $0.first].compactMap(\.self) }
    guard
      let result = searcher.search(
        request, narrowing: earlier, anticipated: anticipated, isCancelled: isCancelled)
    else { return nil }
    remember(result, of: request)
    return result
  }

  private func remember(_ result: SearchResult, of request: SearchRequest) {
    answers.withLock { answers in
      // Two bytes per entry are kept only for the latest word.
      if result.trace?.word != nil {
        for place in answers.all.indices { answers.all[place].result.trace?.word = nil }
      }
      answers.add(result, of: request)
    }
  }
}
