import ListModel

@testable import ListSearch

/// A term and its text.
struct NaiveTerm {
  var word: NaiveWord
  var field: TextField?
  var isNegated = false

  var written: String {
    (isNegated ? "!" : "") + (field.map { $0.rawValue + ":" } ?? "")
      + (word.start ? "^" : word.isFuzzy || word.end || field != nil ? "" : "'") + word.text
      + (word.end ? "$" : "")
  }

  /// Whether it is a letter or digit that may be anywhere.
  var isLoneLetter: Bool {
    !isNegated && field == nil && !word.start && !word.end && !word.isCased
      && word.needle.count == 1 && word.needle[0] < 0x80 && NaiveText.isWord(word.needle[0])
  }

  func points(_ entry: Entry, _ effort: Effort, isAlone: Bool) -> Int? {
    let forgives = effort == .typos && !isNegated && field == nil
    let found = clean(entry, effort, isAlone: isAlone) ?? (forgives ? edits(entry) : nil)
    return isNegated ? (found == nil ? 0 : nil) : found
  }

  private func clean(_ entry: Entry, _ effort: Effort, isAlone: Bool) -> Int? {
    let isAnchored = word.start || word.end
    let fields: [TextField] =
      field.map { [$0] } ?? (isAnchored ? [.title] : [.title, .category, .url, .text])
    for field in fields {
      let points =
        switch field {
        case .title: word.titlePoints(entry.title, scattered: effort >= .scattered)
        case .category: [0, 50, 50, 60][word.grade(in: entry.category.description)]
        case .url: [0, 36, 36, 44][word.grade(in: entry.url ?? "")]
        case .text: [0, 16, 24, 30][word.grade(in: entry.description)]
        }
      guard points > 0 else { continue }
      return isAlone && isLoneLetter && [.url, .text].contains(field) ? 16 : points
    }
    return nil
  }

  private func edits(_ entry: Entry) -> Int? {
    if let found = word.edits(in: entry.title, isTitle: true) {
      return 12 - 4 * found.edits + found.edges
    }
    return word.edits(in: entry.category.description).map { 10 - 4 * $0.edits }
  }
}

/// A search by looking at everything, one definition after the other.
struct NaiveSearch {
  let lists: [[Entry]]
  var clauses: [[NaiveTerm]] = []

  var written: String {
    clauses.map { $0.map(\.written).joined(separator: " | ") }.joined(separator: " ")
  }

  var entries: [Entry] { lists.flatMap(\.self) }

  func points(_ entry: Entry, _ effort: Effort) -> Int? {
    var sum = 0
    var length = -1
    var isScattered = false
    let isAlone = clauses.count == 1 && clauses[0].count == 1
    let words = clauses.indices.filter { clauses[$0].contains { !$0.isNegated } }
    for (place, clause) in clauses.enumerated() {
      var best: (points: Int, term: NaiveTerm)?
      for term in clause {
        if let points = term.points(entry, effort, isAlone: isAlone), points > best?.points ?? -1 {
          best = (points, term)
        }
      }
      guard let best else { return nil }
      isScattered = isScattered || (70...120).contains(best.points)
      switch best.points {
      case MatchPoints.titlePrefix where words.count > 1: sum += MatchPoints.titleWordStart
      case MatchPoints.titlePrefixWord where words.count > 1 && place != words[0]:
        sum += MatchPoints.titleWord
      default: sum += best.points
      }
      guard !best.term.isNegated, best.term.field == nil else { continue }
      let isWhole = [MatchPoints.exactTitle, MatchPoints.titlePrefixWord, MatchPoints.titleWord]
        .contains(best.points)
      let bytes = NaiveText(best.term.word.text, keepingCase: false).bytewise.scalars.count
      length += isWhole ? bytes + 1 : 1_000_000
    }
    if isScattered, words.count > 1 { return sum / 16 }
    let title = NaiveText(entry.title, keepingCase: false).bytewise.scalars.count
    return sum + (length == title && sum != MatchPoints.exactTitle ? MatchPoints.wholeTitle : 0)
  }

  /// The entries that match, and those that match only with typos.
  func matches() -> (points: [Int: Int], typos: Set<Int>) {
    var points: [Int: Int] = [:]
    for effort in [Effort.exact, .scattered] where points.count < Searcher.fewExact {
      for (number, entry) in entries.enumerated() where points[number] == nil {
        points[number] = self.points(entry, effort)
      }
    }
    guard points.count < Searcher.fewMatches else { return (points, []) }
    var typos: Set<Int> = []
    for (number, entry) in entries.enumerated() where points[number] == nil {
      guard let found = self.points(entry, .typos) else { continue }
      points[number] = found
      typos.insert(number)
    }
    return (points, typos)
  }
}

extension RandomSearch {
  mutating func search() -> NaiveSearch {
    var search = NaiveSearch(lists: lists())
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      search.clauses.append(
        (0..<Int.random(in: 1...2, using: &generator)).map { _ in term() })
    }
    return search
  }

  private mutating func term() -> NaiveTerm {
    let fields: [TextField?] = [nil, nil, nil, nil, nil, .title, .category, .url, .text]
    var term = NaiveTerm(
      word: NaiveWord(text: word(upTo: Bool.random(using: &generator) ? 3 : 7)),
      field: fields.randomElement(using: &generator) ?? nil)
    term.isNegated = Int.random(in: 0..<6, using: &generator) == 0
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: term.word.start = true
    case 1: term.word.end = true
    case 2: (term.word.start, term.word.end) = (true, true)
    case 3: term.word.isFuzzy = false
    default: break
    }
    if term.field != nil || term.isNegated || term.word.start || term.word.end {
      term.word.isFuzzy = false
    }
    return term
  }
}
