/// Builds a column of texts.
struct TextColumnBuilder {
  /// The header of the column: the number of texts, then the start of each and the end of the last.
  private(set) var words: [UInt32] = [0, 0]
  /// The contiguous UTF-8 of all texts.
  private(set) var text: [UInt8] = []

  init() {}

  init(_ texts: [String]) {
    for text in texts { append(text) }
  }

  /// How many texts there are.
  var count: Int { words.count - 2 }

  /// Reserves memory for this many times the current content.
  mutating func reserve(times factor: Double) {
    words.reserveCapacity(Int(Double(words.count) * factor))
    text.reserveCapacity(Int(Double(text.count) * factor))
  }

  /// Reserves memory for this many texts with this many bytes together.
  mutating func reserve(texts: Int, bytes: Int) {
    words.reserveCapacity(texts + 2)
    text.reserveCapacity(bytes)
  }

  /// Calls `body` with the UTF-8 of a text that was added.
  func withBytes<Result>(
    at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    text.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[Int(words[index + 1])..<Int(words[index + 2])]))
    }
  }

  /// Returns whether a text that was added has these bytes.
  func has(_ bytes: [UInt8], at index: Int) -> Bool {
    withBytes(at: index) { text in
      text.count == bytes.count && text.elementsEqual(bytes)
    }
  }

  /// Adds a text and returns its index.
  @discardableResult
  mutating func append(_ string: String) -> Int {
    appendUTF8(of: string, to: &text)
    return end()
  }

  /// Adds a text that is held as UTF-8 and returns its index.
  @discardableResult
  mutating func append(_ bytes: UnsafeRawBufferPointer) -> Int {
    text.append(contentsOf: bytes)
    return end()
  }

  /// Adds a text that `write` appends, and returns its index.
  @discardableResult
  mutating func append(_ write: (inout [UInt8]) -> Void) -> Int {
    write(&text)
    return end()
  }

  /// Adds texts of a column of entries.
  mutating func append(_ texts: Range<Int>, of other: EntryTextColumn) {
    appendEnds(texts, of: other)
    other.forEachPart(of: texts) { text.append(contentsOf: $0) }
  }

  /// Adds texts of another column.
  mutating func append(_ texts: Range<Int>, of other: TextColumn) {
    appendEnds(texts, of: other)
    text.append(contentsOf: other.bytes(of: texts))
  }

  /// Adds texts of a column of entries whose bytes are stored elsewhere.
  mutating func appendEnds(_ texts: Range<Int>, of other: EntryTextColumn) {
    if let unfolded = other.unfolded { return appendEnds(texts, of: unfolded) }
    for index in texts { other.withBytes(at: index) { end(afterBytes: $0.count) } }
  }

  private mutating func appendEnds(_ texts: Range<Int>, of other: TextColumn) {
    let start = other.range(at: texts.lowerBound).lowerBound
    let base = byteCount - start
    var end = start
    for index in texts {
      // In a damaged column a text may end before the one in front of it.
      end = max(end, other.range(at: index).upperBound)
      words.append(UInt32(truncatingIfNeeded: base + end))
    }
    words[0] = UInt32(words.count - 2)
  }

  /// How many bytes all texts have, wherever they are stored.
  private var byteCount: Int { Int(words[words.count - 1]) }

  private mutating func end(afterBytes count: Int) {
    words.append(UInt32(truncatingIfNeeded: byteCount + count))
    words[0] = UInt32(words.count - 2)
  }

  private mutating func end() -> Int {
    words.append(UInt32(truncatingIfNeeded: text.count))
    words[0] = UInt32(words.count - 2)
    return words.count - 3
  }
}
