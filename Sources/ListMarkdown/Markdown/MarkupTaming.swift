import ListModel

/// Rewrites a piece of Markdown that has more markup than cmark-gfm may be given.
///
/// Lines stay lines. What is over the bounds loses its markup and keeps its words: the opener is
/// read as a space. Only the end of a line that is too long is lost.
struct MarkupTaming {
  /// How much more of the page may be read with many openers; see `MarkdownBounds.allowance`.
  var allowance = MarkdownBounds.allowance
  private(set) var issues = IssueLog()
  private var output: [UInt8] = []
  private var counts = KindCounts()
  private var limit = MarkdownBounds.openers

  /// The piece with no more markup than is allowed.
  mutating func tame(_ bytes: [UInt8], _ piece: MarkdownPiece) -> [UInt8] {
    output = []
    output.reserveCapacity(piece.range.count)
    var lines: [Range<Int>] = []
    var line = piece.line
    var start = piece.range.lowerBound
    while start < piece.range.upperBound {
      let rest = bytes[start..<piece.range.upperBound]
      let end = rest.firstIndex(of: 0x0A) ?? piece.range.upperBound
      if LineShape(bytes, from: start, to: end).isBlank {
        append(paragraph: lines, of: bytes, line: line)
        line += lines.count + 1
        lines = []
        output.append(0x0A)
      } else {
        lines.append(start..<end)
      }
      start = min(end + 1, piece.range.upperBound)
    }
    append(paragraph: lines, of: bytes, line: line)
    return output
  }
}

extension MarkupTaming {
  /// Lines without a blank one between; they may be several paragraphs, and are taken for one.
  private mutating func append(paragraph lines: [Range<Int>], of bytes: [UInt8], line: Int) {
    guard let first = lines.first, let last = lines.last else { return }
    var total = KindCounts()
    for index in first.lowerBound..<last.upperBound { total.count(bytes[index]) }
    let steps = total.most * (last.upperBound - first.lowerBound)
    limit = MarkdownBounds.openers
    if total.most > MarkdownBounds.freeOpeners {
      if steps <= allowance { allowance -= steps } else { limit = MarkdownBounds.freeOpeners }
    }
    counts = KindCounts()
    var isDefinition = true
    for (offset, range) in lines.enumerated() {
      isDefinition =
        isDefinition && LinkDefinitions.isDefinition(bytes[range].drop { $0 == 0x20 })
      if !isDefinition { append(bytes, range, line: line + offset) }
      output.append(0x0A)
    }
    if total.most > limit {
      issues.add(line: line, "more than \(limit) times the same markup: the rest is read as text")
    }
  }

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

  /// The markers of quotes and items that the line begins with; those too deep are dropped.
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
        || [0x2D, 0x2A, 0x2B].contains(byte) && (index + 1 == end || bytes[index + 1] <= 0x20)
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

  /// How often the kind of a byte occurred, this time included; 0 for a byte that opens nothing.
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
