/// A folded text with the original position of each byte.
struct SourceMappedText {
  private var folded = FoldedColumnBuilder()
  private var origins: [Range<Int>] = []

  private let isTitle: Bool

  /// Folds a text; in a title words begin inside runs of letters, too.
  init(_ text: String, keepingCase: Bool, isTitle: Bool) {
    self.isTitle = isTitle
    withRawUTF8(of: text) { source in
      folded.append(source, keepingCase: keepingCase, findingWords: isTitle)
      forEachFolded(source, keepingCase: keepingCase) { scalar, origin in
        let length = [scalar.first, scalar.second, scalar.third].filter { $0 != 0 }
          .reduce(0) { $0 + utf8Length($1) }
        origins.append(contentsOf: repeatElement(origin, count: length))
      }
    }
  }

  /// Returns the matches of a pattern, as ranges of the original.
  ///
  /// All occurrences without overlaps. In a title without any, the letters over which it is
  /// scattered, or else the word that it may be a misspelling of.
  func ranges(of pattern: TextPattern, typos: Bool) -> [Range<Int>] {
    pattern.needle.withUnsafeBytes { needle in
      folded.withSlice(0) { text in
        let occurrences = occurrences(pattern, needle, text)
        guard occurrences.isEmpty, pattern.isFuzzy else { return occurrences }
        let scattered = isTitle ? scattered(needle, text) : []
        guard scattered.isEmpty, typos else { return scattered }
        return pattern.folded.withUnsafeBytes { TypoMatcher(needle: $0)?.nearest(in: text) }
          .map { [origin(of: $0.range)] } ?? []
      }
    }
  }

  private func occurrences(
    _ pattern: TextPattern, _ needle: UnsafeRawBufferPointer, _ text: FoldedSlice
  ) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var from = 0
    while let start = firstRange(of: needle, in: text.bytes, from: from) {
      let end = start + needle.count
      from = start + 1
      if pattern.isAnchoredAtStart, start > 0 { break }
      if pattern.isAnchoredAtEnd, end < text.count { continue }
      found.append(origin(of: start..<end))
      from = end
    }
    return found
  }

  private func scattered(_ needle: UnsafeRawBufferPointer, _ text: FoldedSlice) -> [Range<Int>] {
    if needle.allSatisfy({ $0 < 0x80 }) {
      return places(FuzzyScorer(needle: needle), text).map { origin(of: $0..<($0 + 1)) }
    }
    let oneByte = SingleByteText(needle: needle, text: text)
    return oneByte.withScorer { places($0, $1) }.map {
      origin(of: oneByte.offsets[$0]..<(oneByte.offsets[$0] + 1))
    }
  }

  private func places(_ scorer: FuzzyScorer, _ text: FoldedSlice) -> [Int] {
    scorer.score(text).map { scorer.isGood($0) } ?? false ? scorer.alignment(text) ?? [] : []
  }

  private func origin(of range: Range<Int>) -> Range<Int> {
    origins[range.lowerBound].lowerBound..<origins[range.upperBound - 1].upperBound
  }
}
