/// A needle and a text with one byte per code point, so that a needle with non-ASCII letters can be
/// matched scattered without splitting letters.
///
/// ASCII stays as it is. Each other code point of the needle is mapped to a separate byte from 0x80
/// on, and all others share one.
struct SingleByteText {
  let needle: [UInt8]
  let text: [UInt8]
  /// A bit for each byte of `text`, as in FoldedSlice.
  let boundaries: [UInt8]
  /// The position in the original of each byte of `text`.
  let offsets: [Int]

  init(needle original: UnsafeRawBufferPointer, text slice: FoldedSlice) {
    var letters: [UInt32] = []
    needle = SingleByteText.scalars(original).map { scalar, _ in
      guard scalar >= 0x80 else { return UInt8(truncatingIfNeeded: scalar) }
      let place = letters.firstIndex(of: scalar) ?? letters.count
      if place == letters.count { letters.append(scalar) }
      return UInt8(truncatingIfNeeded: 0x80 + min(place, FuzzyScorer.longestNeedle))
    }
    var text: [UInt8] = []
    var offsets: [Int] = []
    for (scalar, offset) in SingleByteText.scalars(slice.bytes) {
      text.append(
        scalar < 0x80
          ? UInt8(truncatingIfNeeded: scalar)
          : letters.firstIndex(of: scalar).map { UInt8(truncatingIfNeeded: 0x80 + $0) } ?? 0xFF)
      offsets.append(offset)
    }
    var boundaries = [UInt8](repeating: 0, count: text.count / 8 + 1)
    for (place, offset) in offsets.enumerated() where slice.isBoundary(offset) {
      boundaries[place >> 3] |= 1 << UInt8(place & 7)
    }
    self.text = text
    self.offsets = offsets
    self.boundaries = boundaries
  }

  /// Calls back with both, valid only during the call.
  func withScorer<Result>(_ body: (FuzzyScorer, FoldedSlice) -> Result) -> Result {
    needle.withUnsafeBytes { needle in
      text.withUnsafeBytes { text in
        boundaries.withUnsafeBytes { boundaries in
          body(FuzzyScorer(needle: needle), FoldedSlice(text, boundaries: boundaries))
        }
      }
    }
  }

  private static func scalars(_ bytes: UnsafeRawBufferPointer) -> [(scalar: UInt32, offset: Int)] {
    var found: [(UInt32, Int)] = []
    var offset = 0
    while offset < bytes.count {
      let start = offset
      found.append((decodeScalar(bytes, &offset), start))
    }
    return found
  }
}
