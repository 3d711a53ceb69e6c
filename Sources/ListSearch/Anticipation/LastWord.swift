import ListModel

/// The word at the end of a query, to which the next letter is added.
struct LastWord: Equatable, Sendable {
  /// The folded word; empty where the next letter begins it.
  var letters: [UInt8]
  /// The clauses before it.
  let others: [QueryClause]
}

extension Query {
  /// The word at the end; nil where that is no plain word, which may be anywhere in any case.
  var lastWord: LastWord? {
    guard let clause = clauses.last, clause.terms.count == 1, !clause.terms[0].isNegated,
      case .text(let pattern, nil) = clause.terms[0].condition, pattern.cased == nil,
      !pattern.isAnchored
    else { return nil }
    return LastWord(letters: pattern.folded, others: Array(clauses.dropLast()))
  }

  /// The folded word that the query consists of; nil where it is not one plain word.
  var onlyWord: [UInt8]? { clauses.count == 1 ? lastWord?.letters : nil }

  /// The word that one more letter would be added to, if it is typed at the end of this query.
  ///
  /// Nil where it would not narrow the query, where the reader's marks, which may change before it
  /// comes, decide about the query, and where the letter would be all: that is worth less than one
  /// beside others.
  func awaitedWord(today: Day) -> LastWord? {
    guard !isEmpty, narrows(self), var word = Query.parse(text + "a", today: today).lastWord else {
      return nil
    }
    word.letters.removeLast()
    return word == lastWord || word == LastWord(letters: [], others: clauses) ? word : nil
  }

  /// Whether it asks for the same as another query that is written differently.
  func means(_ other: Query) -> Bool {
    clauses == other.clauses && order == other.order && isOrderReversed == other.isOrderReversed
      && wholeTitle == other.wholeTitle
  }
}
