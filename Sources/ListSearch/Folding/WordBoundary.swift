/// Whether a byte of folded text is of a letter or digit; all that is not ASCII counts as letters.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
}

/// Which of sixteen bytes are of letters or digits, a bit for each; see `isWordByte`.
@inline(__always)
func wordBytes(_ column: UnsafeRawBufferPointer, _ place: Int) -> UInt32 {
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

/// Finds the humps of a text: where a word begins inside a run of letters and digits.
///
/// So do the F of TensorFlow and the 8 of k8s. Folding loses the case, so humps are kept beside the
/// folded text.
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
