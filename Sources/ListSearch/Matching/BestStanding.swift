/// How a needle stands in a text, at the best of the places where it does.
enum Standing: Int {
  case nowhere
  case inside
  case atWordStart
  case asWord
}

extension ByteSearch {
  /// The best of a needle's places in a text.
  ///
  /// Sixteen places are judged at once: a bit for each tells whether the needle stands there, one
  /// whether a word begins there, and one whether a word ends behind it. Short needles stand in many
  /// places of a text, of which a word may be the last.
  @inline(__always)
  func bestStanding(in text: FoldedSlice) -> Standing {
    let length = needle.count
    let lastStart = text.start &+ text.count &- length
    guard length > 0, lastStart >= text.start else { return .nowhere }
    guard lastStart &+ length &+ 16 <= text.column.count else {
      return bestStandingSlowly(in: text)
    }
    var best = Standing.nowhere
    var place = text.start
    while place <= lastStart {
      let hits = hits(text.column, place, upTo: lastStart)
      if hits != 0 {
        let starts = hits & wordStarts(text, place)
        if starts == 0 {
          if best == .nowhere { best = .inside }
        } else {
          best = .atWordStart
          if starts & wordEnds(text, place, lastStart) != 0 { return .asWord }
        }
      }
      place &+= 16
    }
    return best
  }

  /// At which of sixteen places the needle stands.
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
    var hits = bits(both[1]) << 8 | bits(both[0])
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

  /// Behind which of sixteen places there is the start of a word, if the needle stands there.
  @inline(__always)
  private func wordStarts(_ text: FoldedSlice, _ place: Int) -> UInt32 {
    guard isWordByte(needle[0]) else { return .max }
    let isInWord = place > text.start && isWordByte(text.column[place &- 1])
    let before = wordBytes(text.column, place) << 1 | (isInWord ? 1 : 0)
    return ~before | text.humps(from: place)
  }

  /// At which of sixteen places a word ends with the needle, if it stands there.
  @inline(__always)
  private func wordEnds(_ text: FoldedSlice, _ place: Int, _ lastStart: Int) -> UInt32 {
    guard isWordByte(needle[needle.count &- 1]) else { return .max }
    let left = lastStart &- place
    let end: UInt32 = left < 16 ? 1 &<< UInt32(truncatingIfNeeded: left) : 0
    return ~wordBytes(text.column, place &+ needle.count) | text.humps(from: place &+ needle.count)
      | end
  }

  /// The same where sixteen bytes cannot be read behind the text.
  @inline(never)
  private func bestStandingSlowly(in text: FoldedSlice) -> Standing {
    var best = Standing.nowhere
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

/// Which of sixteen bytes are of letters or digits, a bit for each; see `isWordByte`.
@inline(__always)
private func wordBytes(_ column: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
  let low = column.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  let high = column.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self)
  return wordBytes(high) << 8 | wordBytes(low)
}

/// The same for eight bytes, in the way of Lamport's "Multiple byte processing with full-word
/// instructions" (1975): sums in seven bits, whose eighth bit tells that a bound is reached.
@inline(__always)
private func wordBytes(_ bytes: UInt64) -> UInt32 {
  let each: UInt64 = 0x0101_0101_0101_0101
  let low = bytes & (each &* 0x7F)
  let small = low | (each &* 0x20)
  let letters =
    (small &+ each &* UInt64(0x80 - UInt8(ascii: "a")))
    & ~(small &+ each &* UInt64(0x7F - UInt8(ascii: "z")))
  let digits =
    (low &+ each &* UInt64(0x80 - UInt8(ascii: "0")))
    & ~(low &+ each &* UInt64(0x7F - UInt8(ascii: "9")))
  let eighth = (letters | digits | bytes) & (each &* 0x80)
  return UInt32(truncatingIfNeeded: ((eighth >> 7) &* 0x0102_0408_1020_4080) >> 56)
}

/// A bit for each of eight bytes that are 0xFF or 0, the lowest for the first.
@inline(__always)
private func bits(_ bytes: UInt64) -> UInt32 {
  // Of the n-th byte the n-th bit stays, and the product adds them up in its top byte.
  UInt32(
    truncatingIfNeeded: ((bytes & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56)
}
