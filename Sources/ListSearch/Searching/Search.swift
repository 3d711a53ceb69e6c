import ListModel

/// One search: the passes over the entries, each split among threads.
struct Search {
  let catalog: Catalog
  let index: SearchIndex
  let memory: SearchMemory
  let work: BlockWork
  let isCancelled: @Sendable () -> Bool
  let scope: EntryScope
  /// The results prepared before the query's last letter was typed.
  let known: KnownLetter?
  /// One of the query's words, if it was searched for before.
  let knownWord: KnownWord?

  /// The counts of a search, and the entries chosen by its facets whatever the query.
  struct Counts {
    var lists: [Int]
    var categories: [Int]
    var days: [DayCount]
    var undated: Int
    var new: NewCounts
    var tags: [Int]
    var tagged: Int
    var untagged: Int
    var chosen: UnsafeMutableBufferPointer<UInt64>
    /// Whether that is everything.
    var isAll: Bool
  }

  /// Returns the matches, relaxing the matching while there are few, and those that contain the
  /// words exactly.
  func matches(
    _ query: Query, _ marks: UserMarks, among candidates: [UInt64]?, upTo most: Effort = .typos
  ) -> (found: Matches, exact: [UInt64])? {
    let found = Matches(count: index.count, memory: memory)
    if query.isEmpty {
      for word in found.clean.indices {
        found.clean[word] = scope.entries(at: word)
      }
      return (found, Array(found.clean))
    }
    func plan(_ effort: Effort) -> QueryPlan {
      QueryPlan(
        query, effort, catalog: catalog, index: index, marks: marks, known: knownWord)
    }
    let usual = plan(.exact)
    guard pass(usual, found, found.clean, among: candidates) else { return nil }
    addWholeTitles(query, to: found)
    let exact = Array(found.clean)
    if most >= .scattered, usual.hasFuzzyWords, bitCount(found.clean) < Searcher.fewExact {
      guard pass(plan(.scattered), found, found.clean, among: nil) else { return nil }
    }
    if most >= .typos, usual.canHaveTypos, bitCount(found.clean) < Searcher.fewMatches {
      guard pass(plan(.typos), found, found.typos, among: nil) else { return nil }
    }
    return (found, exact)
  }

  /// Adds the entries whose title is the query itself, as the best matches.
  private func addWholeTitles(_ query: Query, to found: Matches) {
    guard let title = query.wholeTitle, !title.isEmpty else { return }
    let most = query.clauses.count * MatchPoints.exactTitle + MatchPoints.wholeTitle
    index.forEachEntry(titled: title) { entry in
      let bit = UInt64(1) << UInt64(entry & 63) & scope.entries(at: entry >> 6)
      guard bit != 0 else { return }
      found.clean[entry >> 6] |= bit
      found.points[entry] = UInt16(clamping: most)
    }
  }

  /// Adds the new matches to a bit set.
  private func pass(
    _ plan: QueryPlan, _ found: Matches, _ bits: UnsafeMutableBufferPointer<UInt64>,
    among candidates: [UInt64]?
  ) -> Bool {
    let matchers = (0..<work.threads).map { _ in
      EntryMatcher(plan, index: index, known: known, memory: memory)
    }
    let candidates = candidates.map { memory.keep($0) }
    let scope = scope
    return withExtendedLifetime(plan) {
      work.run(isCancelled: isCancelled) { thread, words in
        matchers[thread].match(words, scope, found, bits, among: candidates)
      }
    }
  }

  /// Removes the matches that are not chosen by the facets.
  func choose(_ request: SearchRequest, of matches: Matches) {
    let choice = FacetChoice(request, catalog: catalog, index: index, memory: memory)
    guard !choice.isEmpty else { return }
    for word in matches.clean.indices {
      let all = matches.all(at: word)
      guard all != 0 else { continue }
      let chosen = choice.split(word, all).all
      matches.clean[word] &= chosen
      matches.typos[word] &= chosen
    }
  }

  /// Counts the matches by facets, and removes those that are not chosen.
  ///
  /// - Parameter whole: the stored counts of all entries, if all match and none is excluded.
  func counts(
    of matches: Matches, _ request: SearchRequest, whole: WholeCounts? = nil
  ) -> Counts? {
    let choice = FacetChoice(request, catalog: catalog, index: index, memory: memory)
    let new = memory.keep(request.new.words)
    let tallies = (0..<work.threads).map { _ in
      FacetTally(choice, among: scope, new: new, index: index, memory: memory)
    }
    let chosen = memory.zeros(UInt64.self, count: index.wordCount)
    let forLists = memory.zeros(UInt64.self, count: index.wordCount)
    let tags = request.marks.tags
    let forTags = memory.zeros(UInt64.self, count: tags.isEmpty ? 0 : index.wordCount)
    if let whole {
      tallies[0].take(whole)
      for word in chosen.indices { chosen[word] = matches.clean[word] }
      _ = forLists.update(fromContentsOf: chosen)
      _ = forTags.update(
        fromContentsOf: UnsafeMutableBufferPointer(rebasing: chosen[..<forTags.count]))
    }
    let isDone =
      whole != nil
      || work.run(isCancelled: isCancelled) { thread, words in
        let tally = tallies[thread]
        for word in words {
          let counted = tally.count(word, matches: matches.all(at: word))
          chosen[word] = counted.chosen
          forLists[word] = counted.forLists
          if word < forTags.count { forTags[word] = counted.forTags }
          matches.clean[word] &= counted.chosen
          matches.typos[word] &= counted.chosen
        }
      }
    guard isDone else { return nil }
    let sums = tallies[0]
    for tally in tallies.dropFirst() { sums.add(tally) }
    func inLists(_ entries: UnsafeMutableBufferPointer<UInt64>) -> [Int] {
      (0..<catalog.listCount).map { bitCount(entries, in: catalog.entries(of: ListIndex($0))) }
    }
    let lists = inLists(forLists)
    var newCounts = sums.new
    if !new.isEmpty {
      for word in forLists.indices { forLists[word] &= word < new.count ? new[word] : 0 }
      newCounts.lists = inLists(forLists)
    }
    return Counts(
      lists: lists, categories: sums.categories, days: sums.days, undated: sums.undated,
      new: newCounts,
      tags: tags.counts(in: forTags),
      tagged: forTags.indices.reduce(0) {
        $0 + (forTags[$1] & tags.tagged.word($1)).nonzeroBitCount
      },
      untagged: forTags.indices.reduce(0) {
        $0 + (forTags[$1] & ~tags.tagged.word($1)).nonzeroBitCount
      },
      chosen: chosen, isAll: choice.isEmpty)
  }
}
