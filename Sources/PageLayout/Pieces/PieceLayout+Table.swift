import ListMarkdown
import TerminalScreen

/// A table's cells, measured before any of them is laid out.
private struct TableCells {
  struct Cell {
    let text: Range<Int>
    let source: Int32
    let alignment: DocumentAlignment
  }

  var rows: [[Cell]] = []
  /// Whether the first row is the table's head.
  var hasHead = false
  /// The columns that the longest line of each column takes, and those of its longest word.
  var widths: [(whole: Int, word: Int)] = []

  mutating func measure(
    _ column: Int, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, ambiguousColumns: Int
  ) {
    if column == widths.count { widths.append((1, 1)) }
    var (whole, word) = (0, 0)
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = scalar(in: text, at: index)
      let width =
        text[index] < 0x20 ? 0 : SafeBytes.columns(of: scalar, ambiguousColumns: ambiguousColumns)
      switch text[index] {
      case DocumentBreak.line, DocumentBreak.element:
        widths[column].whole = max(widths[column].whole, whole)
        (whole, word) = (0, 0)
      case 0x20, DocumentBreak.soft:
        whole += 1
        word = 0
      default:
        whole += width
        word = SafeBytes.columns(of: scalar) == 2 ? 2 : word + width
      }
      widths[column].word = max(widths[column].word, word)
      index += length
    }
    widths[column].whole = max(widths[column].whole, whole)
  }
}

extension PieceLayout {
  /// Lays out a table, whose columns are narrowed if it is too wide.
  ///
  /// Nothing is cut: if even the longest words do not fit side by side, the table is wider than the
  /// page.
  mutating func layTable() {
    startGap()
    flow.removeAll(keepingCapacity: true)
    flowRuns.removeAll(keepingCapacity: true)
    let cells = readCells()
    guard !cells.rows.isEmpty, !cells.widths.isEmpty else { return }
    let widths = Self.share(room, among: cells.widths)
    let isWrapped = zip(widths, cells.widths).contains { $0 < $1.whole }
    var run = 0
    for (number, row) in cells.rows.enumerated() {
      blockLine = row.first?.source ?? blockLine
      appendRow(row, widths, run: &run)
      let isHead = number == 0 && cells.hasHead
      if isHead || isWrapped && number + 1 < cells.rows.count {
        appendTableRule(widths, source: row.first?.source ?? 0, isHead: isHead)
      }
      if number + 1 < cells.rows.count, let next = cells.rows[number + 1].first {
        layInsertions(behindRow: blockLine, above: next.source)
      }
    }
    isGapDue = true
  }

  /// Lays out insertions between two rows; the text of the current cells stays.
  private mutating func layInsertions(behindRow line: Int32, above next: Int32) {
    guard !insertions.isEmpty else { return }
    let cells = (flow, flowRuns)
    layInsertions(from: line, above: next)
    (flow, flowRuns) = cells
    isGapDue = false
  }

  private mutating func readCells() -> TableCells {
    var cells = TableCells()
    var row: [TableCells.Cell] = []
    while number < piece.blocks.count, piece.blocks[number].kind != .tableEnd {
      let block = piece.blocks[number]
      switch block.kind {
      case .cell where row.count < 64:
        let start = flow.count
        appendFlow(runs: block.runs, adding: block.isFlagged ? .strong : [])
        if flowRuns.last.map({ Int($0.end) }) != flow.count || flow.count == start {
          flowRuns.append(DocumentRun(end: Int32(flow.count), style: [], link: -1))
        }
        flow.withUnsafeBufferPointer {
          cells.measure(
            row.count, $0, start..<flow.count, ambiguousColumns: options.ambiguousColumns)
        }
        if cells.rows.isEmpty, block.isFlagged { cells.hasHead = true }
        row.append(
          TableCells.Cell(
            text: start..<flow.count, source: block.line,
            alignment: DocumentAlignment(rawValue: block.number) ?? .left))
      case .rowEnd:
        if !row.isEmpty { cells.rows.append(row) }
        row = []
      default: break
      }
      number += 1
    }
    return cells
  }

  /// Returns the width of each column: the widest ones are narrowed first, down to their longest
  /// words.
  static func share(_ room: Int, among columns: [(whole: Int, word: Int)]) -> [Int] {
    let free = room - 3 * (columns.count - 1)
    let longest = max(8, free / 2)
    let least = columns.map { min($0.word, longest, $0.whole) }
    guard columns.reduce(0, { $0 + $1.whole }) > free else { return columns.map(\.whole) }
    guard least.reduce(0, +) < free else { return least.map { max(1, $0) } }
    // The highest limit under which all columns have room.
    var (low, high) = (1, free)
    func widths(_ limit: Int) -> [Int] {
      zip(columns, least).map { max($1, min($0.whole, limit)) }
    }
    while low < high {
      let middle = (low + high + 1) / 2
      if widths(middle).reduce(0, +) <= free { low = middle } else { high = middle - 1 }
    }
    var result = widths(low)
    // Remaining columns go to cells that could be wider, one each.
    var left = free - result.reduce(0, +)
    for index in result.indices where left > 0 && result[index] < columns[index].whole {
      result[index] += 1
      left -= 1
    }
    return result.map { max(1, $0) }
  }

  private mutating func appendRow(_ row: [TableCells.Cell], _ widths: [Int], run: inout Int) {
    let text = flow
    let wrapped = text.withUnsafeBufferPointer { bytes in
      row.enumerated().map { column, cell in
        var lines: [LineWrap.Line] = []
        var wrap = LineWrap(
          bytes, cell.text, columns: widths[column], ambiguousColumns: options.ambiguousColumns)
        while let line = wrap.next() { lines.append(line) }
        return lines
      }
    }
    let height = max(1, wrapped.map(\.count).max() ?? 1)
    let firstRun = run
    var spans: [[LaidOutSpan]] = Array(repeating: [], count: row.count)
    for line in 0..<height {
      var cellRun = firstRun
      startTableLine()
      var due = 0
      var width = 0
      for column in widths.indices {
        if column > 0 {
          appendFill(due + 1)
          appendMark(options.glyphs.bar)
          due = 1
          width += 3
        }
        width += widths[column]
        guard column < row.count, line < wrapped[column].count else {
          due += widths[column]
          continue
        }
        let part = wrapped[column][line]
        let free = widths[column] - part.width
        let before =
          switch row[column].alignment {
          case .left: 0
          case .center: free / 2
          case .right: free
          }
        appendFill(due + before)
        let joint: LaidOutSpan.Joint =
          line == 0 ? .start : wrapped[column][line - 1].endsAtSpace ? .space : .none
        if let span = appendText(part.range, run: &cellRun, joint: joint) {
          spans[column].append(span)
        }
        due = free - before
        run = max(run, cellRun)
      }
      endTableLine(width: width - due, source: row.first?.source ?? 0)
    }
    laid.spans += spans.joined()
  }

  private mutating func appendTableRule(_ widths: [Int], source: Int32, isHead: Bool) {
    startTableLine()
    let rule = isHead ? options.glyphs.doubleRule : options.glyphs.rule
    var line = ""
    for (column, width) in widths.enumerated() {
      if column > 0 { line += rule + options.glyphs.crossing + rule }
      line += String(repeating: rule, count: width)
    }
    appendMark(line)
    endTableLine(
      width: widths.reduce(0, +) + 3 * (widths.count - 1), source: source)
  }
}
