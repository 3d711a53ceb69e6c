public import ListModel
import Synchronization

/// Answers queries over one catalog and remembers the last answers.
///
/// What was asked before is answered at once, so that taking letters back costs nothing, and a query
/// that narrows others starts from the one that left the least. May be used from any thread.
public final class SearchCache: Sendable {
  private struct Answers {
    /// The latest one last.
    var all: [(request: SearchRequest, result: SearchResult)] = []
    var rowCount = 0

    /// Forgets the oldest answer, but the one to what narrows nothing, to which each filter returns.
    mutating func forget() {
      let place = all.dropLast().firstIndex { !$0.request.isWide } ?? 0
      rowCount -= all.remove(at: place).result.rows.count
    }
  }

  private let searcher: Searcher
  private let answers = Mutex(Answers())
  /// What is known about the first letter, and about the one behind the word that was found last.
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

  /// Has what a search reads mapped into memory, so that the first one does not wait for it, and
  /// works out what its first letter may find.
  ///
  /// Some tens of milliseconds for 700,000 entries, less once `isCancelled`, which is asked often.
  public func prepare(isCancelled: () -> Bool = { false }) {
    searcher.prepare(isCancelled: isCancelled)
    guard !isCancelled(), letters.withLock({ $0.first?.isWhole != true }) else { return }
    let first = searcher.firstLetters(isCancelled: isCancelled)
    letters.withLock { $0.first = first }
  }

  /// Sorts the entries by name and by stars, so that the first who asks for that does not wait.
  ///
  /// A tenth of a second for a million entries, once; eight bytes an entry.
  public func prepareOrders() { searcher.prepareOrders() }

  /// Works out what may be found with one more letter behind the word of a request that was answered,
  /// while that letter is still awaited.
  ///
  /// Costs nothing where the word has few entries. Otherwise all texts that have it are read, on the
  /// calling thread, until `isCancelled`.
  public func anticipate(
    _ request: SearchRequest, least: Int = 50_000, isCancelled: () -> Bool = { false }
  ) {
    guard let trace = answer(to: request)?.trace, trace.exactCount >= least,
      let word = trace.query.onlyWord,
      letters.withLock({
        $0.next?.word != word || $0.next?.scope != trace.scope || $0.next?.isWhole != true
      })
    else { return }
    letters.withLock { $0.next = nil }
    let next = searcher.nextLetters(after: trace, isCancelled: isCancelled)
    letters.withLock { $0.next = next }
  }

  private func answer(to request: SearchRequest) -> SearchResult? {
    answers.withLock { $0.all.last { $0.request == request }?.result }
  }

  /// Returns the answer to a request that was asked before, if it is still remembered.
  public func known(_ request: SearchRequest) -> SearchResult? {
    answers.withLock { answers in
      guard let place = answers.all.lastIndex(where: { $0.request == request }) else { return nil }
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
      // Two bytes an entry are kept for the latest word alone.
      if result.trace?.word != nil {
        for place in answers.all.indices { answers.all[place].result.trace?.word = nil }
      }
      answers.all.append((request, result))
      answers.rowCount += result.rows.count
      while answers.all.count > Self.most
        || answers.rowCount > Self.maxRows && answers.all.count > 1
      {
        answers.forget()
      }
    }
  }
}
