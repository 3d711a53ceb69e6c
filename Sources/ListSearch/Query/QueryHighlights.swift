extension Query {
  /// Returns the highlights in a title: ranges of its UTF-8, ascending and disjoint.
  ///
  /// A word that occurs in the title is highlighted there; else its scattered letters; else, with
  /// `typos`, the word that it misspells.
  public func highlights(inTitle text: String, typos: Bool = false) -> [Range<Int>] {
    highlights(text, in: .title, typos: typos)
  }

  /// Returns the highlights in a description: ranges of its UTF-8, ascending and disjoint.
  public func highlights(inDescription text: String) -> [Range<Int>] {
    highlights(text, in: .text)
  }

  /// Returns the highlights in a URL: ranges of its UTF-8, ascending and disjoint.
  public func highlights(inURL text: String) -> [Range<Int>] { highlights(text, in: .url) }

  /// Returns the highlights in a category as it is shown: ranges of its UTF-8, ascending and
  /// disjoint.
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
        ranges += SourceMappedText(
          text, keepingCase: pattern.cased != nil, isTitle: field == .title
        )
        .ranges(of: pattern, typos: typos)
      case .link(let link) where field == .url:
        ranges += SourceMappedText(text, keepingCase: false, isTitle: false)
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
