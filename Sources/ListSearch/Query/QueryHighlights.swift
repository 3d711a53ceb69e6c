extension Query {
  /// What of a title is to be shown as matched: ranges of its UTF-8, rising and apart.
  ///
  /// A word that stands in the title is shown where it stands; else the letters it is scattered
  /// over; else, with `typos`, the word it was meant to be.
  public func highlights(inTitle text: String, typos: Bool = false) -> [Range<Int>] {
    highlights(text, in: .title, typos: typos)
  }

  /// What of a description is to be shown as matched: ranges of its UTF-8, rising and apart.
  public func highlights(inDescription text: String) -> [Range<Int>] {
    highlights(text, in: .text)
  }

  /// What of a URL is to be shown as matched: ranges of its UTF-8, rising and apart.
  public func highlights(inURL text: String) -> [Range<Int>] { highlights(text, in: .url) }

  /// What of a category, as it is shown, matched: ranges of its UTF-8, rising and apart.
  public func highlights(inCategory text: String, typos: Bool = false) -> [Range<Int>] {
    highlights(text, in: .category, typos: typos)
  }

  private func highlights(
    _ text: String, in field: TextField, typos: Bool = false
  ) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for term in clauses.flatMap(\.terms) where !term.isNegated {
      switch term.condition {
      case .text(let pattern, let place):
        guard place.map({ $0 == field }) ?? (field == .title || !pattern.isAnchored) else {
          continue
        }
        ranges += TracedText(text, keepingCase: pattern.cased != nil, isTitle: field == .title)
          .ranges(of: pattern, typos: typos)
      case .link(let link) where field == .url:
        ranges += TracedText(text, keepingCase: false, isTitle: false)
          .ranges(of: link.text, typos: false)
      case .host where field == .url:
        ranges.append(withRawUTF8(of: text) { hostRange(in: $0) })
      default: continue
      }
    }
    return merged(ranges.filter { !$0.isEmpty })
  }

  private func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }
}
