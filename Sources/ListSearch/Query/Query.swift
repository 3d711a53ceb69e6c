import ListModel

/// A parsed query: clauses that an entry must all satisfy.
///
/// docs/filtering.md has the grammar. An invalid term is omitted and reported by `error`; the
/// caller may continue to use the last valid query.
public struct Query: Equatable, Sendable {
  /// The query as it was written.
  public let text: String
  /// The first invalid term.
  public let error: QueryError?
  /// The order given by `sort:`, which overrides the request's.
  public let order: SortOrder?
  /// Whether `-sort:` reverses that order.
  let isOrderReversed: Bool
  let clauses: [QueryClause]
  /// The folded text, if it may be a pasted title.
  ///
  /// An entry with this title matches regardless of the operators in it. Nil if the text has no
  /// operators.
  let wholeTitle: [UInt8]?

  init(
    text: String, clauses: [QueryClause], order: SortOrder?, isOrderReversed: Bool,
    wholeTitle: [UInt8]? = nil, error: QueryError?
  ) {
    self.text = text
    self.clauses = clauses
    self.order = order
    self.isOrderReversed = isOrderReversed
    self.wholeTitle = wholeTitle
    self.error = error
  }

  /// Whether every entry matches.
  public var isEmpty: Bool { clauses.isEmpty }

  /// Whether removed entries are searched as well.
  var asksForRemoved: Bool {
    clauses.contains { clause in
      clause.terms.contains { $0 == QueryTerm(condition: .state(.removed), isNegated: false) }
    }
  }
}

extension Query {
  /// Whether it matters which entries are new to the user.
  public var asksForNew: Bool {
    clauses.contains { clause in clause.terms.contains { $0.condition == .state(.new) } }
  }

  /// Whether the query depends on the user's marks.
  public var asksForUserMarks: Bool {
    clauses.contains { clause in
      clause.terms.contains { term in
        switch term.condition {
        case .state(.bookmarked), .state(.later), .state(.read), .tag: true
        default: false
        }
      }
    }
  }
}

/// Terms of which an entry must satisfy one: `a | b`.
struct QueryClause: Equatable, Sendable {
  var terms: [QueryTerm]
}

extension QueryClause {
  /// Whether one of the terms is a word.
  var asksForWords: Bool {
    terms.contains {
      if case .text = $0.condition { !$0.isNegated } else { false }
    }
  }
}

/// One condition, or its negation.
struct QueryTerm: Equatable, Sendable {
  var condition: QueryCondition
  var isNegated: Bool
}

/// The condition of one term.
enum QueryCondition: Equatable, Sendable {
  /// A word, in one field or, without one, anywhere.
  case text(TextPattern, in: TextField?)
  /// A web address: matches the entries with this link or, if there are none, those with it in a
  /// text.
  case link(LinkPattern)
  /// A list's path or part of it, folded.
  case list([UInt8])
  /// A tag of the user's, or part of one, folded.
  case tag([UInt8])
  /// A host name, folded.
  case host([UInt8])
  case added(ClosedRange<Day>)
  case stars(ClosedRange<Int>)
  case state(EntryState)
}
