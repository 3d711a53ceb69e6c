import ListModel

/// What one entry is worth under a query; all that can be worked out before the entries is.
struct EntryMatcher {
  let catalog: Catalog
  let index: SearchIndex
  let marks: ReaderMarks
  private let clauses: [[Term]]
  /// How many clauses ask for words, and which is the first.
  private let wordCount: Int
  private let firstWord: Int

  private struct Term {
    let condition: QueryCondition
    let isNegated: Bool
    /// The lists that a `list:` term means.
    let lists: Set<Int>
  }

  init(_ query: Query, catalog: Catalog, index: SearchIndex, marks: ReaderMarks) {
    self.catalog = catalog
    self.index = index
    self.marks = marks
    let words = query.clauses.indices.filter { query.clauses[$0].asksForWords }
    wordCount = words.count
    firstWord = words.first ?? 0
    clauses = query.clauses.map { clause in
      clause.terms.map { term in
        var lists: Set<Int> = []
        if case .list(let name) = term.condition { lists = index.lists(named: name) }
        return Term(condition: term.condition, isNegated: term.isNegated, lists: lists)
      }
    }
  }

  /// The points of an entry, added up over the clauses; nil where it does not match.
  ///
  /// `tooScattered` where it is no match but may be one for a longer word.
  func points(_ entry: Int, forgivingTypos: Bool = false) -> Int? {
    var sum = 0
    var isScattered = false
    var isTooScattered = false
    // How long a title is that has the words and nothing else; nil if a word is not whole there.
    var wholeTitle: Int? = -1
    for (place, clause) in clauses.enumerated() {
      guard let best = best(of: clause, entry, forgivingTypos: forgivingTypos) else { return nil }
      if best.points == MatchPoints.tooScattered { isTooScattered = true }
      if MatchPoints.isFuzzy(best.points) { isScattered = true }
      sum +=
        wordCount > 1
        ? MatchPoints.amongOthers(best.points, isFirst: place == firstWord) : best.points
      guard case .text(let pattern, nil) = best.term.condition, !best.term.isNegated else {
        continue
      }
      let isWhole = best.points >= MatchPoints.titleWord && best.points != MatchPoints.titlePrefix
      wholeTitle = isWhole ? wholeTitle.map { $0 + pattern.folded.count + 1 } : nil
    }
    if isTooScattered { return MatchPoints.tooScattered }
    if isScattered, wordCount > 1 { return sum / MatchPoints.scatteredDivisor }
    let isMore = wholeTitle == index.titles.range(entry).count && sum != MatchPoints.exactTitle
    return isMore ? sum + MatchPoints.wholeTitle : sum
  }

  private func best(
    of clause: [Term], _ entry: Int, forgivingTypos: Bool
  ) -> (points: Int, term: Term)? {
    var best: (points: Int, term: Term)?
    for term in clause {
      let found = points(term, entry, forgivingTypos: forgivingTypos && !term.isNegated)
      guard let points = term.isNegated ? (found == nil ? 0 : nil) : found else { continue }
      if points > best?.points ?? .min { best = (points, term) }
    }
    return best
  }

  private func points(_ term: Term, _ entry: Int, forgivingTypos: Bool) -> Int? {
    let holds: Bool
    switch term.condition {
    case .text(let pattern, let field):
      let found = textPoints(pattern, field, entry)
      guard forgivingTypos, pattern.isFuzzy, found ?? .min < 0 else { return found }
      return typoPoints(pattern, entry) ?? found
    case .list: holds = term.lists.contains(Int(catalog.entryLists[entry] ?? 0))
    case .host(let name): holds = index.urls.withSlice(entry) { host(of: $0.bytes, isIn: name) }
    case .added(let days):
      holds = catalog.day(of: EntryIndex(entry)).map { days.contains($0) } ?? false
    case .stars(let counts):
      let count = Int(catalog.entryStars[entry] ?? -1)
      holds = count >= 0 && counts.contains(count)
    case .state(let state): holds = self.holds(state, entry)
    }
    return holds ? 0 : nil
  }

  private func textPoints(_ pattern: TextPattern, _ field: TextField?, _ entry: Int) -> Int? {
    let found = pattern.needle.withUnsafeBytes { needle in
      let matcher = TextMatcher(needle: needle, pattern: pattern)
      let anywhere: [TextField] = pattern.isAnchored ? [.title] : [.title, .category, .url, .text]
      var found = 0
      for place in field.map({ [$0] }) ?? anywhere {
        let points = self.points(matcher, place, entry)
        if points > 0 { return points }
        if points < 0 { found = points }
      }
      return found
    }
    return found == 0 ? nil : found
  }

  private func typoPoints(_ pattern: TextPattern, _ entry: Int) -> Int? {
    pattern.folded.withUnsafeBytes { needle -> Int? in
      guard let matcher = TypoMatcher(needle: needle) else { return nil }
      if let points = index.titles.withSlice(entry, { matcher.titlePoints($0) }) { return points }
      let category = Int(catalog.entryCategories[entry] ?? 0)
      return index.categories.withSlice(category) { matcher.nearest(in: $0)?.slips }.map {
        MatchPoints.typoCategory - MatchPoints.slip * $0
      }
    }
  }

  private func points(_ matcher: TextMatcher, _ field: TextField, _ entry: Int) -> Int {
    let category = Int(catalog.entryCategories[entry] ?? 0)
    let keepsCase = matcher.pattern.cased != nil
    switch field {
    case .title:
      return slice(index.titles, entry, keepsCase ? catalog.titles[entry] : nil) {
        matcher.titlePoints($0)
      }
    case .category:
      let path = keepsCase ? catalog.category(CategoryIndex(category)).description : nil
      return slice(index.categories, category, path) { matcher.categoryPoints($0) }
    case .url:
      return slice(index.urls, entry, keepsCase ? catalog.urls[entry] : nil) {
        matcher.urlPoints($0)
      }
    case .text:
      return slice(index.descriptions, entry, keepsCase ? catalog.descriptions[entry] : nil) {
        matcher.descriptionPoints($0)
      }
    }
  }

  /// The folded text of the index or, where the case counts, of the original.
  private func slice(
    _ column: FoldedColumn, _ number: Int, _ original: String?, _ body: (FoldedSlice) -> Int
  ) -> Int {
    guard let original else { return column.withSlice(number, body) }
    var cased = FoldedColumn()
    withRawUTF8(of: original) {
      cased.append($0, keepingCase: true, findingHumps: !column.humps.isEmpty)
    }
    return cased.withSlice(0, body)
  }

  private func holds(_ state: EntryState, _ entry: Int) -> Bool {
    switch state {
    case .paper: catalog.entry(EntryIndex(entry)).marks.contains(.publication)
    case .mustRead: catalog.entry(EntryIndex(entry)).marks.contains(.mustRead)
    case .kept: marks.kept.contains(EntryIndex(entry))
    case .later: marks.later.contains(EntryIndex(entry))
    case .read: marks.read.contains(EntryIndex(entry))
    case .new: marks.new.contains(EntryIndex(entry))
    case .removed: marks.removed.contains(EntryIndex(entry))
    }
  }
}

extension SearchIndex {
  /// The lists that a name means: the one that bears it whole, else all that have it in their path.
  func lists(named name: [UInt8]) -> Set<Int> {
    var whole: Set<Int> = []
    var partly: Set<Int> = []
    name.withUnsafeBytes { needle in
      for list in 0..<listPaths.count {
        listPaths.withSlice(list) { path in
          guard firstRange(of: needle, in: path.bytes) != nil else { return }
          partly.insert(list)
          if path.count == needle.count { whole.insert(list) }
        }
      }
    }
    return whole.isEmpty ? partly : whole
  }
}

/// Whether the host of a folded address is a host or lies under it.
func host(of url: UnsafeRawBufferPointer, isIn name: [UInt8]) -> Bool {
  let host = url[hostRange(in: url)]
  guard host.count >= name.count, host.suffix(name.count).elementsEqual(name) else { return false }
  return host.count == name.count
    || host[host.endIndex - name.count - 1] == UInt8(ascii: ".")
}

/// Where the host stands in an address; empty for one without.
func hostRange(in url: UnsafeRawBufferPointer) -> Range<Int> {
  guard let colon = url.firstIndex(of: UInt8(ascii: ":")), colon + 2 < url.count,
    url[colon + 1] == UInt8(ascii: "/"), url[colon + 2] == UInt8(ascii: "/")
  else { return 0..<0 }
  var start = colon + 3
  var end = start
  while end < url.count,
    ![UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains(url[end])
  { end += 1 }
  if let user = url[start..<end].lastIndex(of: UInt8(ascii: "@")) { start = user + 1 }
  if let port = url[start..<end].firstIndex(of: UInt8(ascii: ":")) { end = port }
  return start..<end
}
