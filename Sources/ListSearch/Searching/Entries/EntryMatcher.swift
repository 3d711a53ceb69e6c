import ListModel

/// How far a search relaxes its matching.
enum Effort: Int, Comparable {
  /// Words are in the texts.
  case exact
  /// Words may be scattered over titles.
  case scattered
  /// Words may be misspelt.
  case typos

  static func < (left: Effort, right: Effort) -> Bool { left.rawValue < right.rawValue }
}

/// Scores entries for a query; each searching thread has one.
///
/// Entries are processed 64 at a time: signatures reject most of them, and only the texts of the
/// rest are read. It has only views; the caller owns plan and index.
final class EntryMatcher {
  private let terms: UnsafeBufferPointer<TermPlan>
  private let clauseEnds: UnsafeBufferPointer<Int>
  private let wordCount: Int
  private let firstWord: Int
  private let effort: Effort
  /// Whether the query is a single word.
  private let isOneWord: Bool
  /// Replaces everything below if there is a faster way.
  private let wordMatcher: SingleWordMatcher?
  /// The anticipated results of the last term.
  private let known: KnownLetter?
  private let texts: EntryTexts
  private let columns: EntryColumns
  /// The signatures' candidates among 64 entries, for each term; see `CandidateRing`.
  private let possible: CandidateRing

  /// Creates a matcher with its buffers in `memory`.
  ///
  /// - Parameter known: the anticipated results of the last word.
  init(_ plan: QueryPlan, index: SearchIndex, known: KnownLetter?, memory: SearchMemory) {
    terms = plan.terms
    clauseEnds = plan.clauseEnds
    wordCount = plan.wordCount
    firstWord = plan.firstWord
    effort = plan.effort
    isOneWord = plan.terms.count == 1 && plan.wordCount == 1
    texts = EntryTexts(index)
    columns = EntryColumns(index)
    self.known = known?.isOfAllTexts == true && effort == .exact ? known : nil
    wordMatcher =
      isOneWord ? SingleWordMatcher(plan, texts: texts, columns: columns, known: known) : nil
    possible = CandidateRing(termCount: plan.terms.count, memory)
  }

  /// Adds the newly matching entries of some words to a bit set.
  func match(
    _ words: Range<Int>, _ scope: EntryScope, _ found: Matches,
    _ bits: UnsafeMutableBufferPointer<UInt64>, among candidates: UnsafeBufferPointer<UInt64>?
  ) {
    func entries(at word: Int) -> UInt64 {
      var left = scope.entries(at: word) & ~found.all(at: word)
      if let candidates { left &= word < candidates.count ? candidates[word] : 0 }
      return left
    }
    var ahead = words.lowerBound
    for word in words {
      while ahead <= min(word + Self.lookahead, words.upperBound - 1) {
        prepare(ahead, among: entries(at: ahead))
        ahead += 1
      }
      let left = possible.entries(at: word)
      guard left != 0 else { continue }
      bits[word] |=
        wordMatcher?.match(word, among: left, possible[0, word], points: found.points)
        ?? match(word, among: left, points: found.points)
    }
  }

  /// How many times 64 entries ahead of the current ones memory is asked for texts: fewer, and they
  /// come too late; more, and the caches have to hold more of them.
  private static let lookahead = 2

  /// Finds the candidates among 64 entries and asks memory for their texts.
  private func prepare(_ word: Int, among entries: UInt64) {
    if let wordMatcher {
      if entries != 0 { possible[0, word] = wordMatcher.candidates(word, among: entries) }
      return possible.setEntries(entries, at: word)
    }
    var left = entries == 0 ? 0 : candidateEntries(word, among: entries)
    if left != 0, effort > .exact { left &= newEntries(word) }
    possible.setEntries(left, at: word)
    guard left != 0 else { return }
    for term in terms.indices where !knows(term, word) {
      guard case .text = terms[term].test else { continue }
      texts.prefetch(possible[term, word], among: left, of: word)
    }
  }

  /// Returns which of 64 entries match, with their points.
  private func match(
    _ word: Int, among entries: UInt64, points: UnsafeMutableBufferPointer<UInt16>
  ) -> UInt64 {
    var left = entries
    var matches: UInt64 = 0
    while left != 0 {
      let place = left.trailingZeroBitCount
      let bit: UInt64 = 1 << UInt64(place)
      left &= left &- 1
      let entry = word << 6 | place
      // A single word is the whole title only if it is an exact title.
      let found = isOneWord ? self.points(0, entry, bit) : self.points(entry, bit)
      guard found >= 0 else { continue }
      points[entry] = UInt16(clamping: found)
      matches |= bit
    }
    return matches
  }

  private func candidateEntries(_ word: Int, among entries: UInt64) -> UInt64 {
    var left = entries
    var term = 0
    for end in clauseEnds where left != 0 {
      var clause: UInt64 = 0
      while term < end {
        let found =
          knows(term, word)
          ? knownEntries(terms[term].test, word, among: left)
          : candidateEntries(terms[term].test, word, among: left)
        possible[term, word] = found
        clause |= terms[term].isNegated ? found.unlessSure : found.any
        term += 1
      }
      left &= clause
    }
    return left
  }

  /// Whether the anticipated results cover a term in 64 entries.
  @inline(__always)
  private func knows(_ term: Int, _ word: Int) -> Bool {
    guard let known else { return false }
    return term == terms.count &- 1 && known.tells(of: word)
  }

  private func knownEntries(
    _ test: TermTest, _ word: Int, among entries: UInt64
  ) -> CandidateEntries {
    var found = CandidateEntries(sure: (known?.entries(at: word) ?? 0) & entries)
    if let text = test.word, text.pointee.hasCategories {
      found.category = columns.entries(
        inCategories: text.pointee.categoryPoints, word, among: entries)
    }
    return found
  }

  private func knownPoints(_ text: UnsafePointer<TextTerm>, _ entry: Int) -> Int {
    let points = known?.points(of: entry) ?? 0
    guard points < MatchPoints.title, text.pointee.hasCategories else { return points }
    return max(points, columns.number(text.pointee.categoryPoints, ofCategoryOf: entry))
  }

  /// Those that may match by a word that is scattered or misspelt: all others were found before, if
  /// they match.
  private func newEntries(_ word: Int) -> UInt64 {
    var entries: UInt64 = 0
    for term in terms.indices where !terms[term].isNegated {
      guard case .text(let text) = terms[term].test, text.pointee.matcher.isFuzzy else { continue }
      entries |= possible[term, word].title
      if effort == .typos, !text.pointee.categoryTypos.isEmpty {
        entries |= possible[term, word].category
      }
    }
    return entries
  }

  private func candidateEntries(
    _ test: TermTest, _ word: Int, among entries: UInt64
  ) -> CandidateEntries {
    if case .known(_, let standing, _) = test {
      return CandidateEntries(sure: word < standing.count ? standing[word] & entries : 0)
    }
    guard case .text(let text) = test else {
      return CandidateEntries(sure: columns.entries(holding: test, word, among: entries))
    }
    var found = CandidateEntries()
    if text.pointee.inTitle { found.title = texts.titles(text, word, effort) & entries }
    // A word on its own that is anywhere was found before.
    let isLeftOver = isOneWord && effort > .exact
    if text.pointee.inURL, !isLeftOver { found.url = texts.urls(text, word) & entries }
    if text.pointee.inDescription, !isLeftOver {
      found.description = texts.descriptions(text, word) & entries
    }
    if text.pointee.hasCategories, !isLeftOver {
      found.category = columns.entries(
        inCategories: text.pointee.categoryPoints, word, among: entries)
    }
    if effort == .typos, !text.pointee.categoryTypos.isEmpty {
      found.category |= columns.entries(
        inCategories: text.pointee.categoryTypos, word, among: entries)
    }
    return found
  }

  /// Returns the points of an entry, added up over the clauses; -1 if it does not match.
  private func points(_ entry: Int, _ bit: UInt64) -> Int {
    var sum = 0
    var isScattered = false
    // The length of a title that consists of only the words; far too long if a word is not whole
    // there.
    var wholeTitle = -1
    var term = 0
    for place in clauseEnds.indices {
      let (best, of) = best(from: term, upTo: clauseEnds[place], entry, bit)
      guard best >= 0 else { return -1 }
      term = clauseEnds[place]
      if MatchPoints.isFuzzy(best) { isScattered = true }
      sum += wordCount > 1 ? MatchPoints.amongOthers(best, isFirst: place == firstWord) : best
      guard let text = terms[of].test.word, text.pointee.countsForWholeTitle else { continue }
      let isWhole = best >= MatchPoints.titleWord && best != MatchPoints.titlePrefix
      wholeTitle += isWhole ? text.pointee.matcher.needle.count + 1 : 1 << 32
    }
    if isScattered, wordCount > 1 { return sum / MatchPoints.scatteredDivisor }
    let isMore = wholeTitle == texts.titleLength(entry) && sum != MatchPoints.exactTitle
    return isMore ? sum + MatchPoints.wholeTitle : sum
  }

  /// Returns the highest score of a clause's terms, and the term; -1 if none matches.
  private func best(from start: Int, upTo end: Int, _ entry: Int, _ bit: UInt64) -> (Int, Int) {
    var best = (points: -1, term: start)
    for term in start..<end {
      var found = points(term, entry, bit)
      if terms[term].isNegated { found = found < 0 ? 0 : -1 }
      if found > best.points { best = (found, term) }
    }
    return best
  }

  private func points(_ term: Int, _ entry: Int, _ bit: UInt64) -> Int {
    let possible = possible[term, entry >> 6]
    if case .known(_, _, let points) = terms[term].test {
      return possible.sure & bit != 0 && entry < points.count ? Int(points[entry]) : -1
    }
    guard case .text(let text) = terms[term].test else { return possible.sure & bit != 0 ? 0 : -1 }
    guard possible.any & bit != 0 else { return -1 }
    if knows(term, entry >> 6) { return knownPoints(text, entry) }
    if possible.title & bit != 0 {
      let points = texts.titlePoints(text, entry, effort)
      if points > 0 { return points }
    }
    if possible.category & bit != 0, text.pointee.hasCategories {
      let points = columns.number(text.pointee.categoryPoints, ofCategoryOf: entry)
      if points > 0 { return points }
    }
    if possible.url & bit != 0 {
      let points = texts.urlPoints(text, entry)
      if points > 0 { return points }
    }
    if possible.description & bit != 0 {
      let points = texts.descriptionPoints(text, entry)
      if points > 0 { return points }
    }
    return effort == .typos ? typoPoints(text, entry) : -1
  }

  private func typoPoints(_ text: UnsafePointer<TextTerm>, _ entry: Int) -> Int {
    if let points = texts.typoPoints(text, entry) { return points }
    let points = columns.number(text.pointee.categoryTypos, ofCategoryOf: entry)
    return points > 0 ? points : -1
  }
}
