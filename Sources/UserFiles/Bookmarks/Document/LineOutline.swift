import ListModel

/// The facts about a line that a save needs even if it does not change it.
struct LineOutline {
  /// The line, without its line feed.
  let line: Range<Int>
  /// The id as it is in the line; nil if it would have to be decoded.
  let id: Range<Int>?
  let added: Int
  /// When a removed bookmark was changed last; nil for one that is not removed.
  let removed: Int?
}

/// Checks a line that has exactly the form in which awl writes bookmarks.
///
/// It accepts only lines that `BookmarkLine.read` accepts too, and allocates nothing. Lines in any
/// other form, for example with unknown members, are left to that.
struct LineOutlineScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let line: Range<Int>
  private var position: Int
  private var isASCII = true
  /// The link, between its quotes.
  private(set) var url = 0..<0

  init(_ bytes: UnsafeBufferPointer<UInt8>, line: Range<Int>) {
    self.bytes = bytes
    self.line = line
    position = line.lowerBound
  }

  /// Returns the outline of the line; nil if it has another form.
  mutating func scan() -> LineOutline? {
    guard skip("{\"id\":"), let id = text(), !id.range.isEmpty, !id.hasEscapes,
      skip(",\"url\":"), let url = text(), !url.range.isEmpty, !url.hasEscapes,
      skip(",\"title\":"), text() != nil, skip(",\"list\":"), text() != nil,
      skip(",\"category\":"), texts(), skip(",\"description\":"), text() != nil,
      skip(",\"day\":"), skip("null") || day(),
      skip(",\"stars\":"), skip("null") || integer() != nil,
      skip(",\"kept\":"), let kept = boolean(), skip(",\"later\":"), let later = boolean(),
      skip(",\"read\":"), skip("null") || integer() != nil,
      skip(",\"tags\":"), texts(), skip(",\"note\":"), text() != nil,
      skip(",\"added\":"), let added = integer(), skip(",\"changed\":"), let changed = integer(),
      skip("}"), position == line.upperBound, isASCII || isUTF8
    else { return nil }
    self.url = url.range
    return LineOutline(
      line: line, id: id.range, added: added, removed: kept || later ? nil : changed)
  }
}

extension LineOutlineScanner {
  private var isUTF8: Bool {
    let line = bytes[line]
    return String(validating: line, as: UTF8.self) != nil
  }

  private mutating func skip(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard line.upperBound - position >= count else { return false }
    for offset in 0..<count where bytes[position + offset] != word.utf8Start[offset] {
      return false
    }
    position += count
    return true
  }

  /// Steps over a text with its quotes and with escapes of one letter at most.
  private mutating func text() -> (range: Range<Int>, hasEscapes: Bool)? {
    guard skip("\"") else { return nil }
    let start = position
    var hasEscapes = false
    while position < line.upperBound {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        position += 1
        return (start..<position - 1, hasEscapes)
      }
      guard byte >= 0x20 else { return nil }
      if byte == UInt8(ascii: "\\") {
        guard position + 1 < line.upperBound, isShortEscape(bytes[position + 1]) else { return nil }
        hasEscapes = true
        position += 1
      } else if byte >= 0x80 {
        isASCII = false
      }
      position += 1
    }
    return nil
  }

  private mutating func texts() -> Bool {
    guard skip("[") else { return false }
    if skip("]") { return true }
    repeat {
      guard text() != nil else { return false }
    } while skip(",")
    return skip("]")
  }

  private mutating func boolean() -> Bool? {
    skip("true") ? true : skip("false") ? false : nil
  }

  /// Reads a whole number of at most 18 digits, which cannot overflow.
  private mutating func integer() -> Int? {
    let isNegative = skip("-")
    let start = position
    var value = 0
    while position < line.upperBound, position - start < 19 {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value &* 10 &+ Int(digit)
      position += 1
    }
    guard 1...18 ~= position - start,
      bytes[start] != UInt8(ascii: "0") || (position - start == 1 && !isNegative)
    else { return nil }
    return isNegative ? -value : value
  }

  private mutating func day() -> Bool {
    guard let day = text(), day.range.count == 10, !day.hasEscapes else { return false }
    return Day(iso: String(decoding: bytes[day.range], as: UTF8.self)) != nil
  }
}

private func isShortEscape(_ letter: UInt8) -> Bool {
  switch letter {
  case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
    UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
    true
  default: false
  }
}
