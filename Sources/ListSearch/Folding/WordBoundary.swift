/// Returns whether a byte of folded text is of a letter or digit; all that is not ASCII counts as
/// letters.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
}

/// Returns which of sixteen bytes are of letters or digits, a bit for each; see `isWordByte`.
@inline(__always)
func wordBytes(_ column: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
  let low = column.loadUnaligned(fromByteOffset: place, as: UInt64.self)
  let high = column.loadUnaligned(fromByteOffset: place &+ 8, as: UInt64.self)
  return wordBytes(high) << 8 | wordBytes(low)
}

/// Returns the same for eight bytes.
@inline(__always)
private func wordBytes(_ bytes: UInt64) -> UInt32 {
  let small = inRange("a", "z", bytes | (eachByte &* 0x20))
  return bitPerByte(small | inRange("0", "9", bytes) | bytes)
}

private let eachByte: UInt64 = 0x0101_0101_0101_0101

/// Sets the high bit of each byte whose lower seven bits are in a range, by the method of Lamport's
/// "Multiple byte processing with full-word instructions" (1975): seven-bit sums whose eighth bit
/// shows that a bound is reached.
@inline(__always)
private func inRange(_ first: Unicode.Scalar, _ last: Unicode.Scalar, _ bytes: UInt64) -> UInt64 {
  let low = bytes & (eachByte &* 0x7F)
  return (low &+ eachByte &* UInt64(0x80 - UInt8(ascii: first)))
    & ~(low &+ eachByte &* UInt64(0x7F - UInt8(ascii: last)))
}

/// Returns the high bits of eight bytes, side by side.
@inline(__always)
private func bitPerByte(_ bytes: UInt64) -> UInt32 {
  let high = (bytes & (eachByte &* 0x80)) >> 7
  return UInt32(truncatingIfNeeded: (high &* 0x0102_0408_1020_4080) >> 56)
}

/// Finds the bytes of ASCII text before which a word begins or ends, eight at a step.
struct ASCIIBoundaryFinder {
  private var small: UInt32 = 0
  private var capital: UInt32 = 0
  private var word: UInt32 = 0

  /// Returns a bit for each of the next eight bytes, by the rules of `HumpFinder` and `isWordByte`.
  @inline(__always)
  mutating func boundaries(_ bytes: UInt64) -> UInt8 {
    // The last of the eight bytes before these.
    let smallBefore = small >> 7
    let capitalBefore = capital >> 7
    let wordBefore = word >> 7
    small = bitPerByte(inRange("a", "z", bytes))
    capital = bitPerByte(inRange("A", "Z", bytes))
    let digit = bitPerByte(inRange("0", "9", bytes))
    word = small | capital | digit
    let afterSmall = small << 1 | smallBefore
    let afterCapital = capital << 1 | capitalBefore
    let humps = afterSmall & capital | (afterSmall | afterCapital) & digit
    return UInt8(truncatingIfNeeded: humps | ~word | ~(word << 1 | wordBefore))
  }
}

/// Finds the humps of a text: word starts inside a run of letters and digits.
///
/// Examples are the F of TensorFlow and the 8 of k8s. Folding loses the case, so humps are stored
/// separately.
struct HumpFinder {
  private enum Kind { case other, small, capital, digit }
  private var previous = Kind.other

  /// Takes the next folded code point, in both forms; says whether it is a hump.
  mutating func isHump(kept: FoldedScalar, small: FoldedScalar) -> Bool {
    let kind = kind(kept: kept, small: small)
    defer { previous = kind }
    switch (previous, kind) {
    case (.small, .capital), (.small, .digit), (.capital, .digit): return true
    default: return false
    }
  }

  private func kind(kept: FoldedScalar, small: FoldedScalar) -> Kind {
    if kept.first >= 0x80 { return kept == small ? .small : .capital }
    let byte = UInt8(truncatingIfNeeded: kept.first)
    if byte &- UInt8(ascii: "0") < 10 { return .digit }
    guard isWordByte(byte) else { return .other }
    return kept == small ? .small : .capital
  }
}
