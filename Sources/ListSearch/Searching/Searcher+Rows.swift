extension Searcher {
  /// Returns the rows of a request alone, as `search` orders them, without counts of facets and
  /// without what a search for a longer query could start from.
  public func rows(_ request: SearchRequest) -> SearchRows {
    if BlockWork.isWorthThreads(wordCount: index.wordCount) { team.start() }
    let query = Query.parse(request.query, today: request.today)
    let search = search(for: query, among: request.scope)
    // Never cancelled, so there are always matches.
    guard let matches = search.matches(query, request.marks, among: nil)?.found else {
      return SearchRows()
    }
    search.choose(request, of: matches)
    return ordering(search, query, request).searchRows(of: matches).rows
  }
}
