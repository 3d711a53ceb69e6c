/// Gathers texts for a column, each but once.
struct DistinctTexts {
  private(set) var column = TextColumnBuilder()
  private var numbers: [[UInt8]: UInt32] = [:]
  private var last: (bytes: [UInt8], number: UInt32)?

  /// The index of the text that `write` appends to the bytes it is given.
  mutating func index(_ write: (inout [UInt8]) -> Void) -> UInt32 {
    var bytes: [UInt8] = []
    write(&bytes)
    // Entries of one category stand together, so that most texts are the one before.
    if let last, last.bytes == bytes { return last.number }
    let number = numbers[bytes] ?? add(bytes)
    last = (bytes, number)
    return number
  }

  /// The index of a text of another column, whose numbers here are remembered in `known`.
  mutating func index(
    ofText text: UInt32, in other: TextColumn, _ known: inout [UInt32: UInt32]
  ) -> UInt32 {
    if let number = known[text] { return number }
    let number = index { $0.append(contentsOf: other.bytes(at: Int(text))) }
    known[text] = number
    return number
  }

  private mutating func add(_ bytes: [UInt8]) -> UInt32 {
    let number = UInt32(bytes.withUnsafeBytes { column.append($0) })
    numbers[bytes] = number
    return number
  }
}
