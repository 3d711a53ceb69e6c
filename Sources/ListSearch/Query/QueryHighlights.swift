extension Query {
  /// What of a title is to be shown as matched: ranges of its UTF-8, rising and apart.
  public func highlights(inTitle text: String) -> [Range<Int>] { highlights(text, in: .title) }

  /// What of a description is to be shown as matched: ranges of its UTF-8, rising and apart.
  public func highlights(inDescription text: String) -> [Range<Int>] { highlights(text, in: .text) }

  /// What of a URL is to be shown as matched: ranges of its UTF-8, rising and apart.
  public func highlights(inURL text: String) -> [Range<Int>] { highlights(text, in: .url) }

  /// What of a category, as it is shown, matched: ranges of its UTF-8, rising and apart.
  public func highlights(inCategory text: String) -> [Range<Int>] {
    highlights(text, in: .category)
  }

  private func highlights(_ text: String, in field: TextField) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for term in clauses.flatMap(\.terms) where !term.isNegated {
      guard case .text(let pattern, let place) = term.condition else { continue }
      let isAnchored = pattern.isAnchoredAtStart || pattern.isAnchoredAtEnd
      guard place.map({ $0 == field }) ?? (field == .title || !isAnchored) else { continue }
      ranges += TracedText(text, keepingCase: pattern.cased != nil).ranges(of: pattern)
    }
    return merged(ranges)
  }

  private func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] =
          last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
