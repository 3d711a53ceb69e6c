/// Gathers the cells of a table: `|one |two` on a line, or a cell a line.
struct AsciiDocTable {
  private(set) var block: MarkupBlock
  private var columns: Int?
  private var cells: [(line: Int, text: [UInt8])] = []
  /// Nothing but the first line of text was read.
  private var isFirstLine = true
  private var isBlankAbove = false

  init(options: ArraySlice<UInt8>, line: Int) {
    columns = AsciiDocTable.columns(in: options)
    let hasHead = holds(options, "header") && !holds(options, "noheader")
    block = MarkupBlock(kind: .table(hasHead: hasHead), line: line)
  }

  mutating func read(_ text: ArraySlice<UInt8>, line: Int) {
    guard !text.isEmpty else {
      // A first row with a blank line after it, and none before, is the head.
      if cells.isEmpty {
        isBlankAbove = true
      } else if isFirstLine, !isBlankAbove, cells.count == columns {
        block.kind = .table(hasHead: true)
      }
      isFirstLine = isFirstLine && cells.isEmpty
      return
    }
    let isFirst = cells.isEmpty
    if !isFirst { isFirstLine = false }
    let parts = AsciiDocTable.split(text)
    if let last = cells.indices.last, let rest = parts.first, !rest.isEmpty {
      cells[last].text += [0x0A] + rest
    }
    for part in parts.dropFirst() { cells.append((line, Array(part.trimmingBlanks))) }
    if isFirst, columns == nil, !cells.isEmpty { columns = cells.count }
  }

  /// Makes rows of the cells.
  mutating func finish() {
    let columns = max(1, min(columns ?? 1, 64))
    for start in stride(from: 0, to: cells.count, by: columns) {
      let row = cells[start..<min(start + columns, cells.count)]
      block.rows.append(.init(line: cells[start].line, cells: row.map(\.text)))
    }
    cells = []
  }

  /// Returns the parts between bars that are not escaped, without the marks before a bar: `2+|`,
  /// `a|`.
  private static func split(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    for index in text.indices where text[index] == UInt8(ascii: "|") {
      if index > text.startIndex, text[index - 1] == UInt8(ascii: "\\") { continue }
      parts.append(withoutFormat(text[start..<index]))
      start = index + 1
    }
    parts.append(text[start...].trimmingBlanks)
    return parts
  }

  /// Without the format of the next cell: digits, signs and one letter, after a space.
  private static func withoutFormat(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var start = part.endIndex
    while start > part.startIndex, part[start - 1] > 0x20, part.endIndex - start < 12 { start -= 1 }
    let format = part[start...]
    guard start == part.startIndex || part[start - 1] <= 0x20, let last = format.last,
      Array("+*<^>adehlmsv".utf8).contains(last),
      format.dropLast().allSatisfy({ Array("0123456789+.*<^>".utf8).contains($0) })
    else { return part.trimmingBlanks }
    return part[..<start].trimmingBlanks
  }

  /// Returns how many columns `cols="1,2*,3"` means; at most 64.
  private static func columns(in options: ArraySlice<UInt8>) -> Int? {
    guard let start = position(of: "cols=", in: options) else { return nil }
    var value = options[(start + 5)...]
    if let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      value = value.dropFirst().prefix { $0 != quote }
    } else {
      value = value.prefix { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "]") }
    }
    var count = 0
    for part in value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      let number = part.trimmingBlanks.prefix { $0 >= 0x30 && $0 <= 0x39 }
      let isTimes = number.endIndex < part.endIndex && part[number.endIndex] == UInt8(ascii: "*")
      count += isTimes ? number.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) } : 1
      if count > 64 { return 64 }
    }
    return count
  }
}
