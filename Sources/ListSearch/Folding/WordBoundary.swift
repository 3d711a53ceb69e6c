/// Whether a byte of folded text is of a letter or digit; all that is not ASCII counts as letters.
@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool {
  byte >= 0x80 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
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
