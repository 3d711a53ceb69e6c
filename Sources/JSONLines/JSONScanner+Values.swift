extension JSONScanner {
  /// Reads an integer that fits an `Int`.
  public mutating func integer() throws(JSONError) -> Int {
    skipSpace()
    let first = position
    let sign = try next()
    guard sign == UInt8(ascii: "-") || isDigit(sign) else {
      throw .otherKind(column: column)
    }
    try number()
    var value = 0
    for byte in bytes[first..<position] where byte != UInt8(ascii: "-") {
      let (tens, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, tooSmall) = tens.subtractingReportingOverflow(Int(byte) - Int(UInt8(ascii: "0")))
      guard isDigit(byte), !tooLarge, !tooSmall else { throw .otherKind(column: first - start + 1) }
      value = sum
    }
    // Accumulated as a negative number, since `Int` has one more of those.
    guard sign != UInt8(ascii: "-") else { return value }
    guard value != Int.min else { throw .otherKind(column: first - start + 1) }
    return -value
  }

  /// Reads `true` or `false`.
  public mutating func boolean() throws(JSONError) -> Bool {
    skipSpace()
    if word("true") { return true }
    if word("false") { return false }
    _ = try next()
    throw .otherKind(column: column)
  }

  /// Skips `null` if it is next; returns whether it was.
  public mutating func null() -> Bool {
    skipSpace()
    return word("null")
  }

  /// Reads an array of texts.
  public mutating func strings() throws(JSONError) -> [String] {
    var texts: [String] = []
    try array { scanner throws(JSONError) in texts.append(try scanner.string()) }
    return texts
  }

  /// Reads an array of two integers.
  public mutating func pair() throws(JSONError) -> (Int, Int) {
    var numbers: [Int] = []
    skipSpace()
    let first = column
    try array { scanner throws(JSONError) in numbers.append(try scanner.integer()) }
    guard numbers.count == 2 else { throw .otherKind(column: first) }
    return (numbers[0], numbers[1])
  }

  /// Skips the value of a member and returns the member unchanged: `"x": [1]`.
  public mutating func member(from name: Name) throws(JSONError) -> [UInt8] {
    try skip()
    return Array(bytes[name.start..<position])
  }

  /// Steps over a value of any kind, which must be well-formed.
  public mutating func skip() throws(JSONError) {
    skipSpace()
    switch try next() {
    case UInt8(ascii: "{"):
      try object { scanner, _ throws(JSONError) in try scanner.skip() }
    case UInt8(ascii: "["):
      try array { scanner throws(JSONError) in try scanner.skip() }
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    default:
      guard word("true") || word("false") || word("null") else { throw fault }
    }
  }
}

extension JSONScanner {
  private mutating func word(_ word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= limit, isSame(bytes.span, at: position, as: word) else { return false }
    position = end
    return true
  }

  /// Steps over a number: `-0.5e+10`.
  private mutating func number() throws(JSONError) {
    _ = accept(UInt8(ascii: "-"))
    let leading = try next()
    try digits(atMost: leading == UInt8(ascii: "0") ? 1 : Int.max)
    if accept(UInt8(ascii: ".")) { try digits() }
    if accept(UInt8(ascii: "e")) || accept(UInt8(ascii: "E")) {
      _ = accept(UInt8(ascii: "+")) || accept(UInt8(ascii: "-"))
      try digits()
    }
  }

  private mutating func accept(_ byte: UInt8) -> Bool {
    guard position < limit, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Steps over one digit or more.
  private mutating func digits(atMost most: Int = Int.max) throws(JSONError) {
    let first = position
    while position < limit, position - first < most, isDigit(bytes[position]) { position += 1 }
    guard position > first else {
      _ = try next()
      throw fault
    }
  }
}

private func isDigit(_ byte: UInt8) -> Bool {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
}
