/// Reads the tables that are drawn with lines: grid tables and simple ones.
///
/// Columns are counted as a terminal shows them, as docutils does.
struct RSTTable {
  private(set) var block: MarkupBlock
  /// The line after the table.
  private(set) var next: Int
  private let lines: DocumentLines
  private let first: Int
  /// Columns after these are read as the last one; Markdown has the same limit.
  private static let columns = 64

  init(_ lines: DocumentLines, _ number: Int) {
    self.lines = lines
    first = number
    next = number + 1
    block = MarkupBlock(kind: .table(hasHead: false), line: number + 1)
  }

  /// Returns whether a line is `=====  =====`.
  static func isBorder(_ text: ArraySlice<UInt8>) -> Bool {
    text.count > 2 && text.first == UInt8(ascii: "=") && text.contains(0x20)
      && text.allSatisfy { $0 == UInt8(ascii: "=") || $0 == 0x20 }
  }
}

extension RSTTable {
  mutating func readGrid() {
    let border = lines.text(first)
    let edges = border.indices.filter { border[$0] == UInt8(ascii: "+") }
      .prefix(RSTTable.columns).map { $0 - border.startIndex }
    var isNewRow = true
    while next < lines.count {
      let text = lines.text(next)
      guard text.first == UInt8(ascii: "|") || text.first == UInt8(ascii: "+") else { break }
      if text.first == UInt8(ascii: "+") {
        if text.contains(UInt8(ascii: "=")), block.rows.count == 1 {
          block.kind = .table(hasHead: true)
        }
        isNewRow = true
      } else {
        let cells = gridCells(text, edges: edges)
        add(cells, line: next, isNewRow: isNewRow)
        isNewRow = false
      }
      next += 1
    }
  }

  /// Returns the parts of a line between the edges; one without a bar at its right edge continues
  /// in the next column.
  private func gridCells(_ text: ArraySlice<UInt8>, edges: [Int]) -> [[UInt8]] {
    let places = ColumnPlaces(text)
    var cells = [[UInt8]](repeating: [], count: max(edges.count - 1, 1))
    var column = 0
    while column + 1 < edges.count {
      var right = column + 1
      while right + 1 < edges.count, places.byte(at: edges[right]) != UInt8(ascii: "|"),
        places.byte(at: edges[right]) != UInt8(ascii: "+")
      {
        right += 1
      }
      let part = places.slice(from: edges[column] + 1, to: edges[right]).trimmingBlanks
      let isLine = part.count > 1 && part.allSatisfy { $0 == UInt8(ascii: "-") }
      cells[column] = isLine ? [] : Array(part)
      column = right
    }
    return cells
  }

  /// Reads a table whose rows have no lines between them; returns false if it has no end.
  mutating func readSimple() -> Bool {
    let border = lines.text(first)
    let starts = border.indices.filter {
      border[$0] == UInt8(ascii: "=")
        && ($0 == border.startIndex || border[$0 - 1] == 0x20)
    }.prefix(RSTTable.columns).map { $0 - border.startIndex + lines[first].indent }
    guard let end = endOfSimple() else { return false }
    for number in first + 1..<end where !lines[number].isBlank {
      let text = lines.text(number)
      if RSTTable.isBorder(text) {
        if block.rows.count == 1, number < end - 1 { block.kind = .table(hasHead: true) }
        continue
      }
      // A line below a heading of several columns.
      if text.allSatisfy({ $0 == UInt8(ascii: "-") || $0 == 0x20 }) { continue }
      let places = ColumnPlaces(lines.bytes[lines[number].range])
      let cells = starts.indices.map { column in
        let right = column + 1 < starts.count ? starts[column + 1] : Int.max
        return Array(places.slice(from: starts[column], to: right).trimmingBlanks)
      }
      add(cells, line: number, isNewRow: !cells[0].isEmpty)
    }
    next = end
    return true
  }

  /// Returns the line after the border that has a blank line, or the document's end, below it.
  private func endOfSimple() -> Int? {
    var number = first + 1
    while number < lines.count {
      if RSTTable.isBorder(lines.text(number)), lines[number + 1].isBlank { return number + 1 }
      number += 1
    }
    return nil
  }

  private mutating func add(_ cells: [[UInt8]], line: Int, isNewRow: Bool) {
    guard !isNewRow, let last = block.rows.indices.last else {
      block.rows.append(.init(line: line + 1, cells: cells))
      return
    }
    for (column, cell) in cells.enumerated() where !cell.isEmpty {
      if !block.rows[last].cells[column].isEmpty { block.rows[last].cells[column].append(0x0A) }
      block.rows[last].cells[column] += cell
    }
  }
}

/// The columns of a line, by display width.
private struct ColumnPlaces {
  private let text: ArraySlice<UInt8>
  /// For each column the place of the character that takes it.
  private var places: [Int] = []

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    var index = text.startIndex
    while index < text.endIndex {
      let start = index
      index += 1
      while index < text.endIndex, text[index] & 0xC0 == 0x80 { index += 1 }
      places.append(start)
      if ColumnPlaces.isWide(text[start..<index]) { places.append(start) }
    }
  }

  func byte(at column: Int) -> UInt8? { column < places.count ? text[places[column]] : nil }

  func slice(from column: Int, to end: Int) -> ArraySlice<UInt8> {
    guard column < places.count, column < end else { return [] }
    return text[places[column]..<(end < places.count ? places[end] : text.endIndex)]
  }

  /// Ideographs, kana, Hangul, full-width forms and most emoji.
  private static func isWide(_ character: ArraySlice<UInt8>) -> Bool {
    guard character.count > 2,
      let scalar = String(decoding: character, as: UTF8.self)
        .unicodeScalars.first?.value
    else { return false }
    switch scalar {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return true
    default: return false
    }
  }
}
