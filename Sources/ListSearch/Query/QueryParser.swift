public import ListModel
import Spelling

extension Query {
  /// Parses a query; ages such as `<2w` count back from `today`.
  public static func parse(_ text: String, today: Day) -> Query {
    var parser = QueryParser(today: today)
    let tokens = QueryLexer.tokens(of: Array(text.utf8))
    parser.read(tokens)
    return Query(
      text: text, clauses: parser.clauses, order: parser.order,
      isOrderReversed: parser.isOrderReversed, wholeTitle: wholeTitle(text, tokens),
      error: parser.error)
  }

  /// Returns the folded text as a title, if part of it is read as an operator next to words.
  private static func wholeTitle(_ text: String, _ tokens: [QueryToken]) -> [UInt8]? {
    guard tokens.count > 1 || tokens.first?.isTag == true,
      tokens.contains(where: \.hasOperator),
      tokens.contains(where: { $0.field == nil && !$0.isBar })
    else { return nil }
    let bytes = foldedBytes(text)
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    return Array(bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}

/// Makes clauses of tokens.
private struct QueryParser {
  let today: Day
  private(set) var clauses: [QueryClause] = []
  private(set) var order: SortOrder?
  private(set) var isOrderReversed = false
  private(set) var error: QueryError?

  init(today: Day) {
    self.today = today
  }

  mutating func read(_ tokens: [QueryToken]) {
    var isJoining = false
    for token in tokens {
      if token.isBar {
        isJoining = true
        continue
      }
      defer { isJoining = false }
      guard let term = term(token) else { continue }
      if isJoining, let last = clauses.indices.last {
        clauses[last].terms.append(term)
      } else {
        clauses.append(QueryClause(terms: [term]))
      }
      if case .text(let pattern, let field) = term.condition {
        add(pattern.otherSpellings(token.text), in: field, isNegated: token.isNegated)
      }
    }
  }

  /// Adds other spellings of a text to the last clause.
  ///
  /// If the text is negated, none of them may occur, so the clause is repeated for each.
  private mutating func add(
    _ spellings: [TextPattern], in field: TextField?, isNegated: Bool
  ) {
    guard let last = clauses.last else { return }
    for spelling in spellings {
      let term = QueryTerm(condition: .text(spelling, in: field), isNegated: isNegated)
      if isNegated {
        clauses.append(QueryClause(terms: last.terms.dropLast() + [term]))
      } else {
        clauses[clauses.count - 1].terms.append(term)
      }
    }
  }

  private mutating func term(_ token: QueryToken) -> QueryTerm? {
    if token.isTag {
      return folded(token).map { QueryTerm(condition: .tag($0), isNegated: token.isNegated) }
    }
    guard let written = token.field else { return word(token) }
    let name = written.name.map(asciiLowercased)
    guard let field = QueryField(rawValue: String(decoding: name, as: UTF8.self)) else {
      guard !token.raw.isEmpty, let near = field(near: name) else { return word(token.asWord) }
      return fail(
        written.range, "no such field; \"…\" makes it a word", suggestion: near)
    }
    // The value is still being typed.
    guard !token.text.isEmpty else { return nil }
    return condition(field, token).map { QueryTerm(condition: $0, isNegated: token.isNegated) }
  }

  private func word(_ token: QueryToken) -> QueryTerm? {
    if let link = LinkPattern(token) {
      return QueryTerm(condition: .link(link), isNegated: token.isNegated)
    }
    return pattern(token, isFuzzy: !token.isExact && !token.isQuoted && !token.isNegated).map {
      QueryTerm(condition: .text($0, in: nil), isNegated: token.isNegated)
    }
  }

  /// Returns the field that a name was meant to be; nil for one that is as far from all fields as
  /// from any word.
  private func field(near name: [UInt8]) -> String? {
    let near = nearest(to: name, among: QueryField.allCases.map(\.rawValue))
    // Of two letters one may be wrong, of four two.
    return near.flatMap { near in
      let isBeginning = near.utf8.starts(with: name)
      return isBeginning || editDistance(name, Array(near.utf8)) <= name.count / 2 ? near : nil
    }
  }

  private mutating func condition(_ field: QueryField, _ token: QueryToken) -> QueryCondition? {
    switch field {
    case .title: return pattern(token).map { .text($0, in: .title) }
    case .category: return pattern(token).map { .text($0, in: .category) }
    case .url: return pattern(token).map { .text($0, in: .url) }
    case .text: return pattern(token).map { .text($0, in: .text) }
    case .list: return folded(token).map { .list($0) }
    case .tag: return folded(token).map { .tag($0) }
    case .host: return folded(token).map { .host($0) }
    case .added:
      guard let days = AddedDates(today: today).days(token.value) else {
        return fail(
          token.rawRange, "no date: 2021, 2021-05, 2021-05-14, >2021-05, 2021-05..2021-08, <2w")
      }
      return .added(days)
    case .week:
      guard let days = WeekDates().days(token.value) else {
        return fail(token.rawRange, "no ISO week: 2022-W06, >=2022-W06, 2022-W06..2022-W10")
      }
      return .added(days)
    case .stars:
      guard let counts = StarCounts().counts(token.value) else {
        return fail(token.rawRange, "no star count: 100, >1k, 500..2k")
      }
      return .stars(counts)
    case .state: return state(token)
    case .sort: return sort(token)
    }
  }

  private mutating func state(_ token: QueryToken) -> QueryCondition? {
    if let state = EntryState(rawValue: token.value) { return .state(state) }
    let names = EntryState.allCases.map(\.rawValue)
    return fail(
      token.rawRange, "no such state: " + names.joined(separator: ", "),
      suggestion: nearest(to: Array(token.value.utf8), among: names))
  }

  /// Parses a sort term, which is not a condition: it sets the order, and the last one counts.
  private mutating func sort(_ token: QueryToken) -> QueryCondition? {
    guard let order = SortOrder(rawValue: token.value) else {
      let names = SortOrder.allCases.map(\.rawValue)
      return fail(
        token.rawRange, "no such order: " + names.joined(separator: ", "),
        suggestion: nearest(to: Array(token.value.utf8), among: names))
    }
    self.order = order
    isOrderReversed = token.isNegated
    return nil
  }

  private func pattern(_ token: QueryToken, isFuzzy: Bool = false) -> TextPattern? {
    TextPattern(
      token.text, isFuzzy: isFuzzy, isAnchoredAtStart: token.isAnchoredAtStart,
      isAnchoredAtEnd: token.isAnchoredAtEnd)
  }

  private func folded(_ token: QueryToken) -> [UInt8]? {
    let bytes = foldedBytes(String(decoding: token.text, as: UTF8.self))
    return bytes.isEmpty ? nil : bytes
  }

  /// Records the first error, and leaves the term out.
  private mutating func fail<Result>(
    _ range: Range<Int>, _ message: String, suggestion: String? = nil
  ) -> Result? {
    error = error ?? QueryError(range: range, message: message, suggestion: suggestion)
    return nil
  }
}

extension QueryToken {
  /// The value of a field that takes no text operators.
  fileprivate var value: String {
    String(decoding: (isQuoted ? text : raw).map(asciiLowercased), as: UTF8.self)
  }
}
