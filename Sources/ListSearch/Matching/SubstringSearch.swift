/// Finds one text in others.
///
/// Compares the needle's first and last byte at sixteen positions at once, and the bytes in between
/// where both match. It may read beyond the text, but never beyond its column.
struct ByteSearch {
  /// Never empty, unless nothing is to be found.
  let needle: UnsafeRawBufferPointer
  let first: SIMD16<UInt8>
  let last: SIMD16<UInt8>

  /// The padding after a column's last text that lets it be searched as fast as the others.
  static let padding = 64

  init(_ needle: UnsafeRawBufferPointer) {
    self.needle = needle
    first = SIMD16(repeating: needle.first ?? 0)
    last = SIMD16(repeating: needle.last ?? 0)
  }

  /// Returns the first occurrence at or after an offset of a text; nil if there is none.
  @inline(__always)
  func firstOffset(in text: FoldedSlice, from offset: Int = 0) -> Int? {
    let length = needle.count
    guard length > 0 else { return nil }
    let lastStart = text.start &+ text.count &- length
    let lastWhole = text.column.count &- length &- 15
    var place = text.start &+ offset
    while place <= lastStart {
      if place > lastWhole { return firstSlowly(text, from: place, upTo: lastStart) }
      let begins = text.column.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
      let ends = text.column.loadUnaligned(
        fromByteOffset: place &+ length &- 1, as: SIMD16<UInt8>.self)
      let both = (begins .== first) .& (ends .== last)
      // Each byte is 0xFF if a place matches, the first place being the lowest byte.
      let halves = unsafeBitCast(both, to: SIMD2<UInt64>.self)
      if let found = firstRight(halves[0], text, place, lastStart)
        ?? firstRight(halves[1], text, place &+ 8, lastStart)
      {
        return found
      }
      place &+= 16
    }
    return nil
  }

  @inline(__always)
  private func firstRight(
    _ right: UInt64, _ text: FoldedSlice, _ base: Int, _ lastStart: Int
  ) -> Int? {
    var right = right
    while right != 0 {
      let shift = right.trailingZeroBitCount
      let place = base &+ shift >> 3
      if place > lastStart { return nil }
      if hasMiddle(text.column, place) { return place &- text.start }
      right &= ~(0xFF << UInt64(shift))
    }
    return nil
  }

  /// Returns whether the bytes between the first and the last are right, too.
  @inline(__always)
  func hasMiddle(_ column: UnsafeRawBufferPointer, _ place: Int) -> Bool {
    var offset = 1
    while offset < needle.count &- 1 {
      if column[place &+ offset] != needle[offset] { return false }
      offset &+= 1
    }
    return true
  }

  @inline(never)
  private func firstSlowly(_ text: FoldedSlice, from start: Int, upTo lastStart: Int) -> Int? {
    for place in start...lastStart
    where text.column[place] == needle[0] && text.column[place + needle.count - 1] == needle.last
      && hasMiddle(text.column, place)
    { return place - text.start }
    return nil
  }
}

/// Returns the first offset of `needle` in `text` at or after an offset; nil if there is none.
func firstRange(
  of needle: UnsafeRawBufferPointer, in text: UnsafeRawBufferPointer, from start: Int = 0
) -> Int? {
  ByteSearch(needle).firstOffset(in: FoldedSlice(text), from: start)
}
