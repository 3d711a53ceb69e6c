import ListModel

/// Gathers the signs of texts into rows.
struct SignatureBuilder {
  private let rowCount: Int
  private let wordCount: Int
  /// A header with the number of rows and of words, then the rows.
  private var rows: [UInt64]
  /// The rows of the 64 texts that are being added, which stay in the fastest memory.
  private var current: [UInt64]
  private var count = 0

  init(rowCount: Int, textCount: Int) {
    self.rowCount = rowCount
    wordCount = (textCount + 63) / 64
    rows = Array(repeating: 0, count: 1 + rowCount * wordCount)
    rows[0] =
      UInt64(truncatingIfNeeded: rowCount) | UInt64(truncatingIfNeeded: wordCount) << 32
    current = Array(repeating: 0, count: rowCount)
  }

  /// Adds the pairs of texts, and for each text the union of `signs`, a table by bytes, of its
  /// letters to `letters`.
  ///
  /// One pass for both takes little longer than one for the pairs alone.
  mutating func append(pairsOf texts: TextBatch, signs: [UInt64], letters: inout [UInt64]) {
    for text in texts {
      let bit: UInt64 = 1 << UInt64(count & 63)
      let found = signs.withUnsafeBufferPointer { signs in
        current.withUnsafeMutableBufferPointer { current in
          Self.add(pairsOf: text, bit, to: current, signs: signs)
        }
      }
      letters.append(found)
      count += 1
      if count & 63 == 0 { flush(word: (count >> 6) - 1) }
    }
  }

  /// Sets a bit in the row of each pair of a text; returns the union of the signs of its letters.
  @inline(__always)
  private static func add(
    pairsOf text: UnsafeRawBufferPointer, _ bit: UInt64,
    to rows: UnsafeMutableBufferPointer<UInt64>, signs: UnsafeBufferPointer<UInt64>
  ) -> UInt64 {
    guard var previous = text.first else { return 0 }
    var letters = signs[Int(previous)]
    for index in 1..<text.count {
      let byte = text[index]
      rows[Int(Sign.pair(previous, byte))] |= bit
      letters |= signs[Int(byte)]
      previous = byte
    }
    return letters
  }

  /// Returns the rows as a section of a catalog's image; see SignatureRows.
  ///
  /// Nothing is added afterwards.
  mutating func finish() -> [SectionPiece] {
    if count & 63 != 0 { flush(word: count >> 6) }
    return [.longs(rows)]
  }

  private mutating func flush(word: Int) {
    guard word < wordCount else { return }
    for row in 0..<rowCount {
      rows[1 + row * wordCount + word] = current[row]
      current[row] = 0
    }
  }
}
