import ListModel

/// A query prepared for one catalog: everything that can be computed before reading entries.
///
/// Sendable, because it is immutable once built.
final class QueryPlan: @unchecked Sendable {
  /// The terms of all clauses, contiguously.
  let terms: UnsafeBufferPointer<TermPlan>
  /// The end of each clause's terms.
  let clauseEnds: UnsafeBufferPointer<Int>
  /// How many clauses ask for words, and which is the first.
  let wordCount: Int
  let firstWord: Int
  let hasFuzzyWords: Bool
  let canHaveTypos: Bool
  let effort: Effort
  private let memory = SearchMemory()

  init(
    _ query: Query, _ effort: Effort, catalog: Catalog, index: SearchIndex, marks: UserMarks,
    known: KnownWord? = nil
  ) {
    let maker = TermPlanMaker(
      catalog: catalog, index: index, marks: marks, memory: memory, effort: effort,
      // A word on its own is looked for in another way.
      known: query.clauses.count > 1 && effort == .exact ? known : nil)
    self.effort = effort
    let words = query.clauses.indices.filter { query.clauses[$0].asksForWords }
    wordCount = words.count
    firstWord = words.first ?? 0
    let terms = query.clauses.flatMap(\.terms).map(maker.plan)
    // Enumerations of pointers hold no references, but the compiler cannot know.
    let buffer = UnsafeMutableBufferPointer<TermPlan>.allocate(capacity: max(1, terms.count))
    _ = buffer.initialize(from: terms)
    self.terms = UnsafeBufferPointer(rebasing: buffer[..<terms.count])
    var ends: [Int] = []
    for clause in query.clauses { ends.append((ends.last ?? 0) + clause.terms.count) }
    clauseEnds = memory.keep(ends)
    hasFuzzyWords = query.clauses.contains { $0.terms.contains(where: \.isFuzzyWord) }
    canHaveTypos = terms.contains {
      !$0.isNegated && $0.test.word?.pointee.typoMatcher != nil
    }
  }

  deinit {
    UnsafeMutableBufferPointer(mutating: terms).baseAddress?.deallocate()
  }
}

extension QueryTerm {
  fileprivate var isFuzzyWord: Bool {
    guard !isNegated, case .text(let pattern, _) = condition else { return false }
    return pattern.isFuzzy
  }
}

/// Makes plans of terms.
private struct TermPlanMaker {
  let catalog: Catalog
  let index: SearchIndex
  let marks: UserMarks
  let memory: SearchMemory
  let effort: Effort
  let known: KnownWord?

  func plan(_ term: QueryTerm) -> TermPlan {
    let test = test(term)
    if let known, term == known.term, case .text(let text) = test {
      return TermPlan(
        test: .known(text, memory.keep(known.entries), memory.keep(known.points)),
        isNegated: false)
    }
    return TermPlan(test: test, isNegated: term.isNegated)
  }

  private func test(_ term: QueryTerm) -> TermTest {
    switch term.condition {
    case .text(let pattern, let field):
      .text(memory.pointer(text(pattern, field, isNegated: term.isNegated)))
    case .link(let link):
      index.entries(with: link, of: catalog).map { .entries(memory.keep($0)) }
        ?? .text(memory.pointer(text(link.text, nil, isNegated: term.isNegated)))
    case .list(let name): .lists(memory.keep(index.lists(named: name)))
    case .tag(let name): .entries(memory.keep(marks.tags.entries(named: name).words))
    case .host(let name): .host(UnsafeRawBufferPointer(memory.keep(name)))
    case .added(let days):
      .days(
        Int32(clamping: days.lowerBound.number)...Int32(clamping: days.upperBound.number))
    case .stars(let counts):
      .stars(Int32(clamping: counts.lowerBound)...Int32(clamping: counts.upperBound))
    case .state(let state): self.state(state)
    }
  }

  private func text(_ pattern: TextPattern, _ field: TextField?, isNegated: Bool) -> TextTerm {
    let needle = UnsafeRawBufferPointer(memory.keep(pattern.folded))
    let matcher = TextMatcher(pattern, needle: needle)
    let cased = pattern.cased.map {
      TextMatcher(pattern, needle: UnsafeRawBufferPointer(memory.keep($0)))
    }
    let inCategory = field.map { $0 == .category } ?? !pattern.isAnchored
    let typos = pattern.isFuzzy && !isNegated ? TypoMatcher(needle: needle) : nil
    let letters = memory.keep(Sign.letters(of: pattern.folded))
    let sureLetters = memory.keep(Sign.letters(of: typos?.sureLetters ?? []))
    let categoryPoints = inCategory ? self.categoryPoints(matcher, cased: cased, letters) : []
    let categoryTypos =
      effort == .typos ? typos.map { self.categoryTypos($0, letters, sure: sureLetters) } ?? [] : []
    return TextTerm(
      matcher: matcher, casedMatcher: cased, typoMatcher: typos,
      inTitle: field == nil || field == .title, inCategory: inCategory,
      inURL: field.map { $0 == .url } ?? !pattern.isAnchored,
      inDescription: field.map { $0 == .text } ?? !pattern.isAnchored,
      letters: letters,
      pairs: memory.keep(Sign.pairs(of: pattern.folded)),
      sureLetters: sureLetters,
      categoryPoints: memory.keep(categoryPoints),
      categoryTypos: memory.keep(categoryTypos.contains { $0 > 0 } ? categoryTypos : []),
      hasCategories: categoryPoints.contains { $0 > 0 },
      countsForWholeTitle: field == nil && !isNegated,
      letter: pattern.folded.count == 1 ? letters.first { $0 < Sign.otherRows } : nil)
  }

  private func categoryPoints(
    _ matcher: TextMatcher, cased: TextMatcher?, _ letters: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    forCategories({ index.categoryLetters.texts(having: letters, at: $0) }) { number in
      let points = matcher.categoryPoints(index.categories[number])
      guard points > 0, let cased else { return points }
      var original = FoldedColumnBuilder()
      withRawUTF8(of: catalog.category(CategoryIndex(number)).description) {
        original.append($0, keepingCase: true)
      }
      return original.withSlice(0) { cased.categoryPoints($0) }
    }
  }

  private func categoryTypos(
    _ matcher: TypoMatcher, _ letters: UnsafeBufferPointer<UInt8>,
    sure sureLetters: UnsafeBufferPointer<UInt8>
  ) -> [UInt8] {
    forCategories({
      index.categoryLetters.texts(having: letters, but: matcher.allowed, at: $0)
        & index.categoryLetters.texts(having: sureLetters, at: $0)
    }) { number in
      guard let nearest = matcher.nearest(in: index.categories[number]) else { return 0 }
      return MatchPoints.typoCategory - MatchPoints.editPenalty * nearest.edits
    }
  }

  /// Returns a number for each category, 0 for those that signatures reject.
  private func forCategories(
    _ possible: (Int) -> UInt64, _ number: (Int) -> Int
  ) -> [UInt8] {
    var numbers = [UInt8](repeating: 0, count: index.categories.count)
    for word in 0..<((numbers.count + 63) >> 6) {
      var left = possible(word)
      while left != 0 {
        let category = word << 6 | left.trailingZeroBitCount
        if category < numbers.count { numbers[category] = UInt8(clamping: number(category)) }
        left &= left &- 1
      }
    }
    return numbers
  }

  private func state(_ state: EntryState) -> TermTest {
    switch state {
    case .paper: .marks(memory.keep(catalog.markSets(with: .publication)))
    case .mustRead: .marks(memory.keep(catalog.markSets(with: .mustRead)))
    case .struck: .marks(memory.keep(catalog.markSets(with: .struck)))
    case .bookmarked: .entries(memory.keep(marks.bookmarked.words))
    case .later: .entries(memory.keep(marks.later.words))
    case .read: .entries(memory.keep(marks.read.words))
    case .new: .entries(memory.keep(marks.new.words))
    case .removed:
      .entries(
        memory.keep((0..<index.removed.count).map { index.removed.number(at: $0, or: 0) }))
    }
  }
}

extension SearchIndex {
  /// For each list whether a name refers to it: the one with exactly this name, else all whose path
  /// contains it.
  fileprivate func lists(named name: [UInt8]) -> [Bool] {
    name.withUnsafeBytes { needle in
      let search = ByteSearch(needle)
      let partly = (0..<listPaths.count).map { search.firstOffset(in: listPaths[$0]) != nil }
      let whole = (0..<listPaths.count).map { partly[$0] && listPaths[$0].count == needle.count }
      return whole.contains(true) ? whole : partly
    }
  }
}
