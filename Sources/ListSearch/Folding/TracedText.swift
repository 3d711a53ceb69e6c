/// A folded text that knows for each byte where in the original it comes from.
struct TracedText {
  private(set) var bytes: [UInt8] = []
  private var origins: [Range<Int>] = []

  /// Folds a text.
  init(_ text: String, keepingCase: Bool) {
    withRawUTF8(of: text) { source in
      forEachFolded(source, keepingCase: keepingCase) { folded, origin in
        bytes.append(utf8: folded.first)
        if folded.second != 0 { bytes.append(utf8: folded.second) }
        origins.append(contentsOf: repeatElement(origin, count: bytes.count - origins.count))
      }
    }
  }

  /// The original's range for one of the folded text.
  func origin(of range: Range<Int>) -> Range<Int> {
    origins[range.lowerBound].lowerBound..<origins[range.upperBound - 1].upperBound
  }

  /// Where a pattern stands in the original, without overlaps.
  func ranges(of pattern: TextPattern) -> [Range<Int>] {
    var found: [Range<Int>] = []
    (pattern.cased ?? pattern.folded).withUnsafeBytes { needle in
      bytes.withUnsafeBytes { text in
        var from = 0
        while let start = firstRange(of: needle, in: text, from: from) {
          let end = start + needle.count
          from = start + 1
          if pattern.isAnchoredAtStart, start > 0 { break }
          if pattern.isAnchoredAtEnd, end < text.count { continue }
          found.append(origin(of: start..<end))
          from = end
        }
      }
    }
    return found
  }
}
