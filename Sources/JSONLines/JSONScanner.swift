/// Reads one line of JSON Lines, strictly by RFC 8259, as a pull parser.
///
/// The caller requests a type, and gets a value or a `JSONError`; only requested strings are
/// allocated. Strict means: UTF-8 only, no lone surrogates, no control bytes in strings, no
/// comments, nothing after the value. Nesting is bounded, so no input exhausts the stack. Costs one
/// pass over the line.
///
///     var scanner = JSONScanner(bytes, in: line)
///     try scanner.object { scanner, name throws(JSONError) in
///       if name.matches("title") { title = try scanner.string() } else { try scanner.skip() }
///     }
///     try scanner.end()
public struct JSONScanner: Sendable {
  /// The maximum depth of arrays and objects, enough for a line format.
  public static let depthLimit = 32

  let bytes: [UInt8]
  let start: Int
  let limit: Int
  let depthLimit: Int
  var depth = 0
  /// The place of the next value, name or bracket.
  public internal(set) var position: Int

  /// Creates a scanner of a range of some bytes, which are not copied.
  ///
  /// A value that fills a whole file rather than a line may need a larger depth; each level takes
  /// some hundred bytes of the stack.
  public init(
    _ bytes: [UInt8], in range: Range<Int>, depthLimit: Int = JSONScanner.depthLimit
  ) {
    let range = range.clamped(to: bytes.startIndex..<bytes.endIndex)
    self.init(bytes, in: range, lineStart: range.lowerBound, depthLimit: depthLimit)
  }

  /// Creates a scanner of a part of a line, with columns counted from the line's start.
  init(
    _ bytes: [UInt8], in range: Range<Int>, lineStart: Int,
    depthLimit: Int = JSONScanner.depthLimit
  ) {
    self.bytes = bytes
    self.depthLimit = depthLimit
    start = lineStart
    limit = range.upperBound
    position = range.lowerBound
  }

  /// The name of a member, as written in the line.
  public struct Name: Sendable {
    /// From the opening quote of the name; a member ends with its value.
    public let start: Int
    /// The line, or only the name if it has escapes.
    let bytes: [UInt8]
    /// The range of the name in the bytes.
    let range: Range<Int>

    /// The name as text.
    public var text: String { String(decoding: bytes[range], as: UTF8.self) }

    /// Returns whether the name is this word, compared by bytes.
    public func matches(_ word: StaticString) -> Bool {
      range.count == word.utf8CodeUnitCount
        && isSame(bytes.span, at: range.lowerBound, as: word)
    }
  }

  /// Reads an object; `member` is called for each name and must read or skip its value.
  public mutating func object(
    _ member: (inout JSONScanner, Name) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(UInt8(ascii: "{"))
    var isFirst = true
    while try !close(UInt8(ascii: "}"), isFirst: isFirst) {
      skipSpace()
      let name = try name()
      skipSpace()
      guard try next() == UInt8(ascii: ":") else { throw fault }
      position += 1
      try member(&self, name)
      isFirst = false
    }
  }

  /// Reads an object whose members are mostly some known fields, and mostly in order; `member` is
  /// called for each with the field's index, nil for any other, and must read or skip the value.
  ///
  /// A field in its expected position costs one comparison of its name. `start` is the position of
  /// the name's opening quote; a member ends with its value.
  public mutating func object(
    of fields: [StaticString],
    _ member: (inout JSONScanner, _ field: Int?, _ start: Int) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(UInt8(ascii: "{"))
    var isFirst = true
    var expected = 0
    while try !close(UInt8(ascii: "}"), isFirst: isFirst) {
      skipSpace()
      let start = position
      let field = try self.field(among: fields, expected: expected)
      skipSpace()
      guard try next() == UInt8(ascii: ":") else { throw fault }
      position += 1
      if let field { expected = field + 1 }
      try member(&self, field, start)
      isFirst = false
    }
  }

  /// Reads an array; `element` is called for each value and must read or skip it.
  public mutating func array(
    _ element: (inout JSONScanner) throws(JSONError) -> Void
  ) throws(JSONError) {
    try open(UInt8(ascii: "["))
    var isFirst = true
    while try !close(UInt8(ascii: "]"), isFirst: isFirst) {
      try element(&self)
      isFirst = false
    }
  }

  /// Requires that only white space is left on the line.
  public mutating func end() throws(JSONError) {
    skipSpace()
    guard position == limit else { throw fault }
  }
}

extension JSONScanner {
  /// Returns the error for the byte at the current position.
  var fault: JSONError { .unexpected(column: column) }

  /// The column of the position, counted from 1.
  var column: Int { position - start + 1 }

  /// Reads the name of a member, and says which of the fields it is.
  private mutating func field(
    among fields: [StaticString], expected: Int
  ) throws(JSONError) -> Int? {
    if expected < fields.count, isNext(fields[expected]) {
      position += fields[expected].utf8CodeUnitCount + 2
      return expected
    }
    let name = try name()
    return fields.firstIndex(where: name.matches)
  }

  /// Returns whether a word comes next, exactly as written between two quotes.
  private func isNext(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard limit - position >= count + 2 else { return false }
    let bytes = bytes.span
    return bytes[position] == UInt8(ascii: "\"")
      && bytes[position + count + 1] == UInt8(ascii: "\"")
      && isSame(bytes, at: position + 1, as: word)
  }

  func next() throws(JSONError) -> UInt8 {
    guard position < limit else { throw .cutOff }
    return bytes[position]
  }

  mutating func skipSpace() {
    while position < limit {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        position += 1
      default: return
      }
    }
  }

  private mutating func open(_ bracket: UInt8) throws(JSONError) {
    skipSpace()
    guard try next() == bracket else { throw .otherKind(column: column) }
    guard depth < depthLimit else { throw .tooDeep }
    depth += 1
    position += 1
  }

  /// Returns whether the bracket closes here; otherwise skips the comma, which is required.
  private mutating func close(_ bracket: UInt8, isFirst: Bool) throws(JSONError) -> Bool {
    skipSpace()
    let byte = try next()
    if byte == bracket {
      depth -= 1
      position += 1
      return true
    }
    guard !isFirst else { return false }
    guard byte == UInt8(ascii: ",") else { throw fault }
    position += 1
    return false
  }
}

/// Returns whether a word is at a position of some bytes, which have room for it.
func isSame(_ bytes: borrowing Span<UInt8>, at place: Int, as word: StaticString) -> Bool {
  let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
  for index in word.indices where bytes[place + index] != word[index] { return false }
  return true
}
