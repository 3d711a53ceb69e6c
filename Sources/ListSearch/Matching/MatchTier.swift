/// The kind of a needle's best occurrence in a text.
enum MatchTier: Int, Comparable {
  case nowhere
  case inside
  case atWordStart
  case asWord

  @inline(__always)
  static func < (left: MatchTier, right: MatchTier) -> Bool { left.rawValue < right.rawValue }
}

extension ByteSearch {
  /// Returns the best of a needle's places in a text.
  ///
  /// Sixteen positions are evaluated at once, with bits for whether the needle is there, whether a
  /// word begins there, and whether a word ends after it. (A character that is neither letter nor
  /// digit is a word by itself.) Short needles occur often in a text, and the best occurrence may
  /// be the last.
  @inline(__always)
  func bestTier(in text: FoldedSlice) -> MatchTier {
    let length = needle.count
    let lastStart = text.start &+ text.count &- length
    guard length > 0, lastStart >= text.start else { return .nowhere }
    guard lastStart &+ length &+ 16 <= text.column.count else {
      return bestTierSlowly(in: text)
    }
    var (all, starts, words): (UInt32, UInt32, UInt32) = (0, 0, 0)
    var place = text.start
    while place <= lastStart {
      let hits = hits(text.column, place, upTo: lastStart)
      if hits != 0 {
        all |= hits
        let begin = hits & text.boundaries(from: place)
        if begin != 0 {
          starts |= begin
          words |= begin & text.boundaries(from: place &+ length)
        }
      }
      place &+= 16
    }
    return words != 0 ? .asWord : starts != 0 ? .atWordStart : all != 0 ? .inside : .nowhere
  }

  /// Calls back with each offset of the needle in a text with at least this many bytes after it; an
  /// empty needle is everywhere.
  @inline(__always)
  func forEachOffset(in text: FoldedSlice, leaving rest: Int, _ body: (Int) -> Void) {
    let length = needle.count
    let lastStart = text.start &+ text.count &- length &- rest
    guard lastStart >= text.start else { return }
    guard length > 0 else {
      for offset in 0...(lastStart &- text.start) { body(offset) }
      return
    }
    guard lastStart &+ length &+ 16 <= text.column.count else {
      var from = 0
      while let offset = firstOffset(in: text, from: from), text.start &+ offset <= lastStart {
        body(offset)
        from = offset &+ 1
      }
      return
    }
    var place = text.start
    while place <= lastStart {
      var hits = hits(text.column, place, upTo: lastStart)
      while hits != 0 {
        body(place &+ hits.trailingZeroBitCount &- text.start)
        hits &= hits &- 1
      }
      place &+= 16
    }
  }

  /// At which of sixteen places the needle is.
  @inline(__always)
  private func hits(
    _ column: UnsafeRawBufferPointer, _ place: Int, upTo lastStart: Int
  ) -> UInt32 {
    let begins = column.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
    let ends = column.loadUnaligned(
      fromByteOffset: place &+ needle.count &- 1, as: SIMD16<UInt8>.self)
    let both = unsafeBitCast((begins .== first) .& (ends .== last), to: SIMD2<UInt64>.self)
    // Most texts that are read do not have the needle, and most of their bytes are not its first.
    if both[0] | both[1] == 0 { return 0 }
    var hits = bits(both)
    let left = lastStart &- place
    if left < 15 { hits &= 2 &<< UInt32(truncatingIfNeeded: left) &- 1 }
    guard needle.count > 2 else { return hits }
    var untested = hits
    while untested != 0 {
      if !hasMiddle(column, place &+ untested.trailingZeroBitCount) {
        hits &= ~(untested & (~untested &+ 1))
      }
      untested &= untested &- 1
    }
    return hits
  }

  /// Returns the same where sixteen bytes cannot be read after the text.
  @inline(never)
  private func bestTierSlowly(in text: FoldedSlice) -> MatchTier {
    var best = MatchTier.nowhere
    var from = 0
    while let offset = firstOffset(in: text, from: from) {
      if text.isBoundary(offset) {
        if text.isBoundary(offset + needle.count) { return .asWord }
        best = .atWordStart
      } else if best == .nowhere {
        best = .inside
      }
      from = offset + 1
    }
    return best
  }
}

/// Returns a bit for each of sixteen bytes that are 0xFF or 0, the lowest for the first.
@inline(__always)
func bits(_ bytes: SIMD2<UInt64>) -> UInt32 { bits(bytes[1]) << 8 | bits(bytes[0]) }

/// Returns the same of eight.
@inline(__always)
private func bits(_ bytes: UInt64) -> UInt32 {
  // Of the n-th byte the n-th bit stays, and the product adds them up in its top byte.
  UInt32(
    truncatingIfNeeded: ((bytes & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56)
}
