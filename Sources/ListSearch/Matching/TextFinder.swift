/// Finds a text in other texts as the filter does: folded, and case-sensitive only if it has a
/// capital letter.
package struct TextFinder: Equatable, Sendable {
  private let needle: [UInt8]
  private let keepsCase: Bool

  /// Creates a finder of a text; nil if folding leaves nothing to search for.
  package init?(_ text: String) {
    guard let pattern = TextPattern(Array(text.utf8), isFuzzy: false) else { return nil }
    needle = pattern.needle
    keepsCase = pattern.cased != nil
  }

  /// Returns all occurrences of the text, as ranges of UTF-8 bytes, from the start and without
  /// overlaps.
  ///
  /// Linear; a text without a match costs its folding and one search.
  package func ranges(in text: UnsafeRawBufferPointer) -> [Range<Int>] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    fold(text, keepingCase: keepsCase, into: &folded)
    let starts = starts(in: folded)
    guard !starts.isEmpty else { return [] }
    var origins: [Range<Int>] = []
    origins.reserveCapacity(folded.count)
    forEachFolded(text, keepingCase: keepsCase) { scalar, origin in
      for value in [scalar.first, scalar.second, scalar.third] where value != 0 {
        origins.append(contentsOf: repeatElement(origin, count: utf8Length(value)))
      }
    }
    var found: [Range<Int>] = []
    for start in starts {
      let range = origins[start].lowerBound..<origins[start + needle.count - 1].upperBound
      // The letters of a ligature have one place.
      if range.lowerBound >= found.last?.upperBound ?? 0 { found.append(range) }
    }
    return found
  }

  private func starts(in folded: [UInt8]) -> [Int] {
    needle.withUnsafeBytes { needle in
      folded.withUnsafeBytes { text in
        var starts: [Int] = []
        var from = 0
        while let start = firstRange(of: needle, in: text, from: from) {
          starts.append(start)
          from = start + needle.count
        }
        return starts
      }
    }
  }
}
