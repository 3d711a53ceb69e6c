/// Builds a column of interned texts: each is stored once.
struct InternedTexts {
  private(set) var column = TextColumnBuilder()
  /// The hash of each text.
  private var hashes: [Int] = []
  /// For each slot of the table the number of a text, counted from 1; 0 if it is empty.
  private var slots = [UInt32](repeating: 0, count: 16)
  private var scratch: [UInt8] = []
  private var last: UInt32?

  /// Returns the index of the text that `write` appends.
  mutating func index(_ write: (inout [UInt8]) -> Void) -> UInt32 {
    scratch.removeAll(keepingCapacity: true)
    write(&scratch)
    // Entries of one category are adjacent, so most texts equal the previous one.
    if let last, column.has(scratch, at: Int(last)) { return last }
    // The hash is seeded per process, so nobody can choose colliding texts.
    var hasher = Hasher()
    scratch.withUnsafeBytes { hasher.combine(bytes: $0) }
    let hash = hasher.finalize()
    var slot = hash & (slots.count - 1)
    while let number = known(in: slot) {
      if hashes[number] == hash, column.has(scratch, at: number) {
        last = UInt32(number)
        return UInt32(number)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(hash, in: slot)
  }

  private func known(in slot: Int) -> Int? { slots[slot] == 0 ? nil : Int(slots[slot]) - 1 }

  private mutating func add(_ hash: Int, in slot: Int) -> UInt32 {
    let number = UInt32(scratch.withUnsafeBytes { column.append($0) })
    hashes.append(hash)
    slots[slot] = number + 1
    if hashes.count * 2 > slots.count { growTable() }
    last = number
    return number
  }

  private mutating func growTable() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = hash & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number) + 1
    }
  }
}

/// The numbers of another column's texts among the distinct ones.
struct TextNumbers {
  private let other: TextColumn
  /// The number of each text of the other column; `.max` for one that has none yet.
  private var known: [UInt32]

  init(of other: TextColumn) {
    self.other = other
    known = Array(repeating: .max, count: other.count)
  }

  /// Returns the index among `texts` of a text of the other column, which is added if need be.
  mutating func number(of text: UInt32, in texts: inout InternedTexts) -> UInt32 {
    let isInside = text < known.count
    if isInside, known[Int(text)] != .max { return known[Int(text)] }
    let number = texts.index { $0.append(contentsOf: other.bytes(at: Int(text))) }
    if isInside { known[Int(text)] = number }
    return number
  }
}
