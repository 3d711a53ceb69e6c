extension Query {
  /// Returns whether every match, typos aside, certainly matches an earlier query too.
  ///
  /// This is so when a word is continued or a term added. False if it cannot be proved.
  func narrows(_ earlier: Query) -> Bool {
    if asksForRemoved, !earlier.asksForRemoved { return false }
    return earlier.clauses.allSatisfy { clause in clauses.contains { $0.implies(clause) } }
  }
}

extension QueryClause {
  /// Returns whether each of the terms implies one of the other clause's.
  fileprivate func implies(_ other: QueryClause) -> Bool {
    terms.allSatisfy { term in other.terms.contains { term.implies($0) } }
  }
}

extension QueryTerm {
  fileprivate func implies(_ other: QueryTerm) -> Bool {
    // The user's marks may have changed since.
    switch condition {
    case .state, .tag: return false
    default: break
    }
    if self == other { return true }
    guard isNegated == other.isNegated, case .text(let pattern, let field) = condition,
      case .text(let otherPattern, let otherField) = other.condition, field == otherField
    else { return false }
    return isNegated ? otherPattern.implies(pattern) : pattern.implies(otherPattern)
  }
}

extension TextPattern {
  /// Returns whether a text with this pattern has the other one, too.
  fileprivate func implies(_ other: TextPattern) -> Bool {
    guard (!other.isAnchoredAtStart || isAnchoredAtStart),
      (!other.isAnchoredAtEnd || isAnchoredAtEnd), !isFuzzy || other.isFuzzy
    else { return false }
    let (longer, shorter) =
      other.cased == nil ? (folded, other.folded) : (cased ?? [], other.cased ?? [])
    switch (other.isAnchoredAtStart, other.isAnchoredAtEnd) {
    case (true, true): return longer == shorter
    case (true, false): return longer.starts(with: shorter)
    case (false, true): return longer.reversed().starts(with: shorter.reversed())
    case (false, false):
      return longer.withUnsafeBytes { longer in
        shorter.withUnsafeBytes { firstRange(of: $0, in: longer) != nil }
      }
    }
  }
}
