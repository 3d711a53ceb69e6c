import ListModel

/// The last word of a query, which the next letter extends.
struct LastWord: Equatable, Sendable {
  /// The folded word; empty if the next letter begins it.
  var letters: [UInt8]
  /// The clauses before it.
  let others: [QueryClause]
}

extension Query {
  /// The last word; nil unless it is a plain word, which matches in any field and case.
  var lastWord: LastWord? {
    guard let clause = clauses.last, clause.terms.count == 1, !clause.terms[0].isNegated,
      case .text(let pattern, nil) = clause.terms[0].condition, pattern.cased == nil,
      !pattern.isAnchored
    else { return nil }
    return LastWord(letters: pattern.folded, others: Array(clauses.dropLast()))
  }

  /// The folded word of a query that is a single plain word; nil otherwise.
  var onlyWord: [UInt8]? { clauses.count == 1 ? lastWord?.letters : nil }

  /// Returns the word that the next letter typed at the end of this query would extend.
  ///
  /// Nil if that letter would not narrow the query; if the query asks for the user's marks, which may
  /// change before it is typed; and if the letter would be the whole query, since a letter scores less
  /// alone than beside other words.
  func awaitedWord(today: Day) -> LastWord? {
    guard !isEmpty, narrows(self), var word = Query.parse(text + "a", today: today).lastWord else {
      return nil
    }
    word.letters.removeLast()
    return word == lastWord || word == LastWord(letters: [], others: clauses) ? word : nil
  }

  /// Whether it has the meaning of another query, whose spelling may differ.
  func means(_ other: Query) -> Bool {
    clauses == other.clauses && order == other.order && isOrderReversed == other.isOrderReversed
      && wholeTitle == other.wholeTitle
  }
}
