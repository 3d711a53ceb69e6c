extension ByteSearch {
  /// Finds a one-byte needle in a text with known word boundaries: its best position, and whether
  /// it is the first byte.
  ///
  /// Nearly all titles contain any letter, and how cannot be predicted. Thirty-two positions are
  /// therefore evaluated without branches; most titles are not longer.
  @inline(__always)
  func letterTier(in text: FoldedSlice) -> (best: MatchTier, isFirst: Bool)? {
    guard text.canBeRead(to: 40) else { return nil }
    var place = text.start
    let end = text.start &+ text.count
    var (all, starts, words) = (UInt32(0), UInt32(0), UInt32(0))
    while place < end {
      let near = places(text.column, place)
      var hits = places(text.column, place &+ 16) << 16 | near
      let left = end &- place
      if left < 32 { hits &= 1 &<< UInt32(truncatingIfNeeded: left) &- 1 }
      let bounds = text.wideBoundaries(from: place)
      all |= hits
      starts |= hits & UInt32(truncatingIfNeeded: bounds)
      words |= hits & UInt32(truncatingIfNeeded: bounds & bounds >> 1)
      place &+= 32
    }
    let best = (all != 0 ? 1 : 0) &+ (starts != 0 ? 1 : 0) &+ (words != 0 ? 1 : 0)
    return (
      MatchTier(rawValue: best) ?? .nowhere, text.count > 0 && text.column[text.start] == needle[0]
    )
  }

  /// At which of sixteen places the needle's first byte is.
  @inline(__always)
  private func places(_ column: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
    let bytes = column.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
    return bits(unsafeBitCast(bytes .== first, to: SIMD2<UInt64>.self))
  }
}
