/// Gathers texts for a column, each but once.
struct DistinctTexts {
  private(set) var column = TextColumnBuilder()
  private var numbers: [[UInt8]: UInt32] = [:]
  private var scratch: [UInt8] = []
  private var last: UInt32?

  /// The index of the text that `write` appends to the bytes it is given.
  mutating func index(_ write: (inout [UInt8]) -> Void) -> UInt32 {
    scratch.removeAll(keepingCapacity: true)
    write(&scratch)
    // Entries of one category stand together, so that most texts are the one before.
    if let last, column.has(scratch, at: Int(last)) { return last }
    let number = numbers[scratch] ?? add(scratch)
    last = number
    return number
  }

  private mutating func add(_ bytes: [UInt8]) -> UInt32 {
    let number = UInt32(bytes.withUnsafeBytes { column.append($0) })
    numbers[bytes] = number
    return number
  }
}

/// Where the texts of another column are among distinct ones.
struct TextNumbers {
  private let other: TextColumn
  private var known: [UInt32: UInt32] = [:]
  private var last: (text: UInt32, number: UInt32)?

  init(of other: TextColumn) { self.other = other }

  /// The index among `texts` of a text of the other column, which is added if need be.
  mutating func number(of text: UInt32, in texts: inout DistinctTexts) -> UInt32 {
    if let last, last.text == text { return last.number }
    let number =
      known[text] ?? texts.index { $0.append(contentsOf: other.bytes(at: Int(text))) }
    known[text] = number
    last = (text, number)
    return number
  }
}
