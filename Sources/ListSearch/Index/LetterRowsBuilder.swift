import ListModel

/// Builds the rows of letter signatures of texts.
///
/// There are at most 64 letters, so those of a text fit in one number.
struct LetterRowsBuilder {
  private let rowCount: Int
  private var texts: [UInt64] = []
  /// For each byte the bit of its sign.
  private let signs = (UInt8.min...UInt8.max).map { 1 &<< UInt64(Sign.letter($0)) }

  init(rowCount: Int, textCount: Int) {
    self.rowCount = rowCount
    texts.reserveCapacity(textCount)
  }

  /// Adds texts with their pairs, which are added to another builder.
  mutating func append(lettersOf texts: TextBatch, addingPairsTo pairs: inout SignatureBuilder) {
    pairs.append(pairsOf: texts, signs: signs, letters: &self.texts)
  }

  mutating func append(lettersOf texts: TextBatch) {
    for text in texts {
      var letters: UInt64 = 0
      signs.withUnsafeBufferPointer { signs in
        for byte in text { letters |= signs[Int(byte)] }
      }
      self.texts.append(letters)
    }
  }

  /// Adds to each text the letters of the text with the same number in `other`.
  mutating func join(_ other: LetterRowsBuilder) {
    for place in 0..<min(texts.count, other.texts.count) { texts[place] |= other.texts[place] }
  }

  /// Returns the rows as a section of a catalog's image; see SignatureRows.
  func pieces() -> [SectionPiece] {
    let wordCount = (texts.count + 63) / 64
    var rows = [UInt64](repeating: 0, count: 1 + rowCount * wordCount)
    rows[0] =
      UInt64(truncatingIfNeeded: rowCount) | UInt64(truncatingIfNeeded: wordCount) << 32
    var square = [UInt64](repeating: 0, count: 64)
    for word in 0..<wordCount {
      for place in 0..<64 {
        let text = word << 6 | place
        square[place] = text < texts.count ? texts[text] : 0
      }
      transpose(&square)
      for row in 0..<rowCount { rows[1 + row * wordCount + word] = square[row] }
    }
    return [.longs(rows)]
  }
}

/// Turns 64 numbers of 64 bits on their side, swapping ever smaller squares of bits (Warren, "Hacker's
/// Delight", 7-3).
private func transpose(_ square: inout [UInt64]) {
  var size = 32
  var mask: UInt64 = 0xFFFF_FFFF
  while size > 0 {
    var row = 0
    while row < 64 {
      let swapped = ((square[row] >> UInt64(size)) ^ square[row + size]) & mask
      square[row] ^= swapped << UInt64(size)
      square[row + size] ^= swapped
      row = (row + size + 1) & ~size
    }
    size >>= 1
    mask ^= mask << UInt64(size)
  }
}
