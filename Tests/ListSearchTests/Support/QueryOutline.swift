import ListModel

@testable import ListSearch

extension Query {
  /// The parsed query, one clause a line, for tests and debugging.
  ///
  ///     kafka -title:go | stars:>1k
  ///     ->
  ///     fuzzy kafka
  ///     not title go, or stars 1001...
  var outline: String {
    var lines = clauses.map { clause in
      clause.terms.map(\.outline).joined(separator: ", or ")
    }
    if let order { lines.append("sort \(order.rawValue)" + (isOrderReversed ? " reversed" : "")) }
    if let error {
      lines.append(
        "error \(error.range.lowerBound)..<\(error.range.upperBound) \(error.message)"
          + (error.suggestion.map { " -> \($0)" } ?? ""))
    }
    return lines.joined(separator: "\n")
  }
}

extension QueryTerm {
  fileprivate var outline: String { (isNegated ? "not " : "") + condition.outline }
}

extension QueryCondition {
  fileprivate var outline: String {
    switch self {
    case .text(let pattern, let field): (field.map { $0.rawValue + " " } ?? "") + pattern.outline
    case .link(let link): "link \(link.key)"
    case .list(let name): "list \(String(decoding: name, as: UTF8.self))"
    case .tag(let name): "tag \(String(decoding: name, as: UTF8.self))"
    case .host(let name): "host \(String(decoding: name, as: UTF8.self))"
    case .added(let days):
      "added \(days.lowerBound == .earliest ? "" : "\(days.lowerBound)")..."
        + (days.upperBound == .latest ? "" : "\(days.upperBound)")
    case .stars(let counts):
      "stars \(counts.lowerBound)..." + (counts.upperBound == .max ? "" : "\(counts.upperBound)")
    case .state(let state): "is \(state.rawValue)"
    }
  }
}

extension TextPattern {
  fileprivate var outline: String {
    (isFuzzy ? "fuzzy " : "") + (isAnchoredAtStart ? "start " : "")
      + (isAnchoredAtEnd ? "end " : "") + String(decoding: cased ?? folded, as: UTF8.self)
      + (cased == nil ? "" : " (case counts)")
  }
}
