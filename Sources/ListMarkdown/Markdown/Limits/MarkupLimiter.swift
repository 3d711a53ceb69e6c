import ListModel

/// Rewrites a paragraph with more markup than cmark-gfm may get.
///
/// Lines stay lines. Markup over the limits is dropped and its words stay: the opener becomes a
/// space. Text is lost only at the end of an overlong line.
struct MarkupLimiter {
  /// How much more of the page may be read with many openers; see `MarkdownBounds.allowance`.
  var allowance = MarkdownBounds.allowance
  private(set) var issues = IssueLog()
  /// The paragraphs that were cut, and the lines that they start on.
  private(set) var cut: [(range: Range<Int>, line: Int)] = []
  private var output: [UInt8] = []
  private var counts = KindCounts()
  private var limit = MarkdownBounds.openers

  /// Returns a paragraph with markup within the limits.
  ///
  /// It starts on a line of the page and is a range of the bytes.
  mutating func limit(_ bytes: [UInt8], line: Int, range: Range<Int>) -> [UInt8] {
    output = []
    output.reserveCapacity(bytes.count)
    let known = issues.count
    var total = KindCounts()
    for byte in bytes { total.count(byte) }
    let steps = total.most * bytes.count
    limit = MarkdownBounds.openers
    if total.most > MarkdownBounds.freeOpeners {
      if steps <= allowance { allowance -= steps } else { limit = MarkdownBounds.freeOpeners }
    }
    counts = KindCounts()
    var start = 0
    var number = line
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      append(bytes, start..<end, line: number)
      if end < bytes.count { output.append(0x0A) }
      start = end + 1
      number += 1
    }
    if total.most > limit {
      issues.add(line: line, "more than \(limit) times the same markup: the rest is read as text")
    }
    if issues.count > known { cut.append((range, line)) }
    return output
  }
}

extension MarkupLimiter {
  private mutating func append(_ bytes: [UInt8], _ range: Range<Int>, line: Int) {
    let shape = LineShape(bytes, from: range.lowerBound, to: range.upperBound)
    var end = range.upperBound
    if range.count > PageLimits.lineBytes {
      issues.add(line: line, "the line is longer than \(PageLimits.lineBytes) bytes and was cut")
      end = range.lowerBound + PageLimits.lineBytes
      while end > range.lowerBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    var start = range.lowerBound
    if shape.indent > MarkdownBounds.indentation {
      output += Array(repeating: 0x20, count: MarkdownBounds.indentation)
      start = min(shape.textStart, end)
    }
    start = appendMarkers(bytes, from: start, to: end, line: line)
    var bars = 0
    for index in start..<max(start, end) {
      let byte = bytes[index]
      if byte == UInt8(ascii: "|") { bars += 1 }
      let isOver = counts.count(byte) > limit || bars > MarkdownBounds.columns && byte == 0x7C
      output.append(isOver ? 0x20 : byte)
    }
  }

  /// Returns the markers of quotes and items at the start of the line; those too deep are dropped.
  private mutating func appendMarkers(
    _ bytes: [UInt8], from start: Int, to end: Int, line: Int
  ) -> Int {
    var index = start
    var depth = 0
    var isCut = false
    while index < end {
      let byte = bytes[index]
      if byte <= 0x20 {
        if !isCut { output.append(byte) }
        index += 1
        continue
      }
      let isMarker =
        byte == UInt8(ascii: ">")
        || (byte == 0x2D || byte == 0x2A || byte == 0x2B)
          && (index + 1 == end || bytes[index + 1] <= 0x20)
      guard isMarker else { break }
      depth += 1
      isCut = depth > MarkdownBounds.nesting
      if !isCut { output.append(byte) }
      index += 1
    }
    if isCut {
      issues.add(line: line, "nested more than \(MarkdownBounds.nesting) deep: the rest is text")
    }
    return index
  }
}

/// How often each kind of opener occurred.
private struct KindCounts {
  private var counts = [Int](repeating: 0, count: 8)

  var most: Int { counts.max() ?? 0 }

  /// Returns how often the kind of a byte has occurred, including this time; 0 for a byte that
  /// opens nothing.
  @discardableResult
  mutating func count(_ byte: UInt8) -> Int {
    let kind: Int
    switch byte {
    case UInt8(ascii: "["): kind = 0
    case UInt8(ascii: "<"): kind = 1
    case UInt8(ascii: "`"): kind = 2
    case UInt8(ascii: "*"): kind = 3
    case UInt8(ascii: "_"): kind = 4
    case UInt8(ascii: "~"): kind = 5
    case UInt8(ascii: "&"): kind = 6
    case UInt8(ascii: "\\"): kind = 7
    default: return 0
    }
    counts[kind] += 1
    return counts[kind]
  }
}
