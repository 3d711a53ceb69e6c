/// Gathers the signs of texts into rows.
struct SignatureBuilder {
  private let rowCount: Int
  private let wordCount: Int
  private var rows: [UInt64]
  /// The rows of the 64 texts that are being added, which stay in the fastest memory.
  private var current: [UInt64]
  private var count = 0

  init(rowCount: Int, textCount: Int) {
    self.rowCount = rowCount
    wordCount = (textCount + 63) / 64
    rows = Array(repeating: 0, count: rowCount * wordCount)
    current = Array(repeating: 0, count: rowCount)
  }

  mutating func append(lettersOf text: ArraySlice<UInt8>) {
    let bit: UInt64 = 1 << UInt64(count & 63)
    for byte in text { current[Int(Sign.letter(byte))] |= bit }
    end()
  }

  mutating func append(pairsOf text: ArraySlice<UInt8>) {
    let bit: UInt64 = 1 << UInt64(count & 63)
    var previous: UInt8?
    for byte in text {
      if let previous { current[Int(Sign.pair(previous, byte))] |= bit }
      previous = byte
    }
    end()
  }

  /// The rows as a section of a catalog's image; see SignatureRows.
  var section: [UInt8] {
    var copy = self
    if count & 63 != 0 { copy.flush(word: count >> 6) }
    var section: [UInt8] = []
    section.reserveCapacity(8 + rows.count * 8)
    for number in [rowCount, wordCount] {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: number).littleEndian) { section += $0 }
    }
    copy.rows.withUnsafeBytes { section += $0 }
    return section
  }

  private mutating func end() {
    count += 1
    if count & 63 == 0 { flush(word: (count >> 6) - 1) }
  }

  private mutating func flush(word: Int) {
    guard word < wordCount else { return }
    for row in 0..<rowCount {
      rows[row * wordCount + word] = current[row]
      current[row] = 0
    }
  }
}
