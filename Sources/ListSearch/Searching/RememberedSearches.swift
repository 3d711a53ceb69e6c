public import ListModel
import Synchronization

/// Answers queries over one catalog and remembers the last answers.
///
/// What was asked before is answered at once, so that taking letters back costs nothing, and a query
/// that narrows others starts from the one that left the least. May be used from any thread.
public final class RememberedSearches: Sendable {
  private struct Answers {
    /// The latest one last.
    var all: [(request: SearchRequest, result: SearchResult)] = []
    var rowCount = 0
  }

  private let searcher: Searcher
  private let answers = Mutex(Answers())

  /// As many as anybody takes back at a time, and four bytes for each of their rows.
  private static let most = 64
  private static let mostRows = 4_000_000

  /// Gets a catalog ready for searching by so many threads.
  public init(_ catalog: Catalog, threads: Int = 2) {
    searcher = Searcher(catalog, threads: threads)
  }

  /// The catalog that is searched.
  public var catalog: Catalog { searcher.catalog }

  /// Has what a search reads mapped into memory, so that the first one does not wait for it.
  ///
  /// Some milliseconds for 700,000 entries. `isCancelled` is asked every few dozen pages.
  public func prepare(isCancelled: () -> Bool = { false }) {
    searcher.prepare(isCancelled: isCancelled)
  }

  /// The answer to a request that was asked before, if it is still remembered.
  public func known(_ request: SearchRequest) -> SearchResult? {
    answers.withLock { answers in
      guard let place = answers.all.lastIndex(where: { $0.request == request }) else { return nil }
      answers.all.append(answers.all.remove(at: place))
      return answers.all.last?.result
    }
  }

  /// What a request finds; nil if it was cancelled.
  ///
  /// See `Searcher.search`.
  public func search(
    _ request: SearchRequest, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> SearchResult? {
    if let known = known(request) { return known }
    let earlier = answers.withLock { $0.all.map(\.result) }
    guard
      let result = searcher.search(request, narrowing: earlier, isCancelled: isCancelled)
    else { return nil }
    remember(result, of: request)
    return result
  }

  private func remember(_ result: SearchResult, of request: SearchRequest) {
    answers.withLock { answers in
      answers.all.append((request, result))
      answers.rowCount += result.rows.count
      while answers.all.count > Self.most
        || answers.rowCount > Self.mostRows && answers.all.count > 1
      {
        answers.rowCount -= answers.all.removeFirst().result.rows.count
      }
    }
  }
}
