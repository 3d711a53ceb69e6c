import ListModel

/// Writes numbers and texts one after another.
///
/// Numbers are LEB128, negative ones by zigzag; a text is its length and its bytes.
struct StateWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64(number << 1 ^ number >> 63))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func add(_ text: some Collection<UInt8>) {
    add(text.count)
    bytes += text
  }

  mutating func add(_ text: String) {
    var text = text
    // As a buffer it is copied at once, and not byte by byte.
    text.withUTF8 { add($0) }
  }

  mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

  mutating func add(_ day: Day?) {
    add(day != nil)
    if let day { add(day.number) }
  }

  /// Writes the number of elements, and each of them.
  mutating func add<Elements: Collection>(
    _ elements: Elements, _ write: (inout StateWriter, Elements.Element) -> Void
  ) {
    add(elements.count)
    for element in elements { write(&self, element) }
  }
}

/// Reads what `StateWriter` wrote; throws for anything else, and never reads beyond it.
struct StateReader {
  /// The bytes were not written by a `StateWriter`.
  struct CorruptedState: Error {}

  private let bytes: [UInt8]
  private var place: Int

  init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    place = start
  }

  /// Whether all was read.
  var isAtEnd: Bool { place == bytes.count }

  mutating func number() throws(CorruptedState) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1) }
      shift += 7
    }
    throw CorruptedState()
  }

  /// Returns a number, which must be in a range.
  mutating func number(in range: Range<Int>) throws(CorruptedState) -> Int {
    let number = try number()
    guard range.contains(number) else { throw CorruptedState() }
    return number
  }

  /// Returns a count of things that take at least a byte each.
  private mutating func count() throws(CorruptedState) -> Int {
    let count = try number()
    guard count >= 0, count <= bytes.count - place else { throw CorruptedState() }
    return count
  }

  mutating func text() throws(CorruptedState) -> [UInt8] {
    let count = try count()
    defer { place += count }
    return Array(bytes[place..<place + count])
  }

  mutating func skipText() throws(CorruptedState) { place += try count() }

  mutating func string() throws(CorruptedState) -> String {
    let count = try count()
    defer { place += count }
    return bytes.withUnsafeBufferPointer {
      String(decoding: $0[place..<place + count], as: UTF8.self)
    }
  }

  mutating func flag() throws(CorruptedState) -> Bool { try number(in: 0..<2) == 1 }

  mutating func day() throws(CorruptedState) -> Day? {
    guard try flag() else { return nil }
    guard let day = Day(number: try number(in: -4_000_000..<4_000_000)) else {
      throw CorruptedState()
    }
    return day
  }

  /// Reads an array: the number of elements, then each of them.
  mutating func array<Element>(
    _ read: (inout StateReader) throws(CorruptedState) -> Element
  ) throws(CorruptedState) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    elements.reserveCapacity(min(count, 10_000))
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }
}
