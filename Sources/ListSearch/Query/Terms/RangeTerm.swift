import ListModel

/// A value with a comparison, or two with dots between: `>5`, `<=5`, `5`, `5..7`, `5..`, `..7`.
enum RangeTerm<Operand> {
  case exactly(Operand)
  case above(Operand)
  case atLeast(Operand)
  case below(Operand)
  case atMost(Operand)
  case between(Operand?, Operand?)

  /// Parses a term with operands accepted by `operand`; nil if it is invalid.
  init?(_ text: String, operand: (Substring) -> Operand?) {
    let bytes = text.utf8
    if let dots = bytes.indices.first(where: { bytes[$0...].starts(with: "..".utf8) }) {
      let low = text[..<dots]
      let high = text[bytes.index(dots, offsetBy: 2)...]
      guard let from = RangeTerm.end(low, operand), let to = RangeTerm.end(high, operand) else {
        return nil
      }
      self = .between(from.value, to.value)
      return
    }
    let symbols: [(String, (Operand) -> RangeTerm)] = [
      (">=", { .atLeast($0) }), ("<=", { .atMost($0) }), (">", { .above($0) }),
      ("<", { .below($0) }), ("=", { .exactly($0) }),
    ]
    for (symbol, make) in symbols where bytes.starts(with: symbol.utf8) {
      guard let value = operand(text[bytes.index(bytes.startIndex, offsetBy: symbol.utf8.count)...])
      else { return nil }
      self = make(value)
      return
    }
    guard let value = operand(text[...]) else { return nil }
    self = .exactly(value)
  }

  /// Returns an end of a range; an open end has no value.
  private static func end(
    _ text: Substring, _ operand: (Substring) -> Operand?
  ) -> (value: Operand?, Void)? {
    if text.isEmpty || text.utf8.elementsEqual("*".utf8) { return (nil, ()) }
    guard let value = operand(text) else { return nil }
    return (value, ())
  }
}

/// The star counts of a `stars:` term.
struct StarCounts {
  func counts(_ text: String) -> ClosedRange<Int>? {
    guard let term = RangeTerm(text, operand: { Stars(parsing: $0)?.count }) else { return nil }
    let (low, high) =
      switch term {
      case .exactly(let count): (count, count)
      case .above(let count): (count + 1, Int.max)
      case .atLeast(let count): (count, Int.max)
      case .below(let count): (0, count - 1)
      case .atMost(let count): (0, count)
      case .between(let low, let high): (low ?? 0, high ?? Int.max)
      }
    return low <= high ? low...high : nil
  }
}
