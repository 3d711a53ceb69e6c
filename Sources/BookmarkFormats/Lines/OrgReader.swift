import ListModel

/// Follows the lines of an Org file.
struct OrgReader {
  private var rows: RowCollector
  /// The headlines around that are no links, with their levels.
  private var headlines: [(level: Int, title: String)] = []
  /// The bookmark whose note is being read.
  private var row: BookmarkRow?
  private var note: [ArraySlice<UInt8>] = []
  private var drawer = Drawer.awaited

  /// The properties directly below a headline.
  private enum Drawer { case awaited, open, over }

  init(_ rows: RowCollector) {
    self.rows = rows
  }

  /// Takes in the last bookmark.
  mutating func finish() -> RowCollector {
    endRow()
    return rows
  }

  mutating func read(_ line: ArraySlice<UInt8>, _ number: Int) {
    let level = line.prefix { $0 == UInt8(ascii: "*") }.count
    if level > 0, line.dropFirst(level).first == 0x20 {
      startHeadline(line.dropFirst(level), level, number)
    } else if row != nil {
      readBelow(line)
    } else {
      addLinks(in: line, number)
    }
  }
}

extension OrgReader {
  private mutating func startHeadline(_ line: ArraySlice<UInt8>, _ level: Int, _ number: Int) {
    endRow()
    while let last = headlines.last, last.level >= level { headlines.removeLast() }
    guard let link = OrgLink(in: line, from: line.startIndex) else {
      headlines.append((level, text(line)))
      return
    }
    var row = BookmarkRow(url: link.url, line: number)
    row.title = link.title
    row.folders = headlines.map(\.title)
    let rest = trimmed(line[link.end...])
    if rest.first == UInt8(ascii: ":"), rest.last == UInt8(ascii: ":") {
      row.tags = rest.split(separator: UInt8(ascii: ":")).map { text($0).replacingCommas() }
    }
    self.row = row
    drawer = .awaited
  }

  /// Reads a line below a headline that is a link.
  private mutating func readBelow(_ line: ArraySlice<UInt8>) {
    let content = trimmed(line)
    switch drawer {
    case .awaited where content.elementsEqual(":PROPERTIES:".utf8): drawer = .open
    case .open:
      if content.elementsEqual(":END:".utf8) {
        drawer = .over
      } else {
        readProperty(content)
      }
    case .awaited, .over:
      drawer = .over
      note.append(line)
    }
  }

  private mutating func readProperty(_ line: ArraySlice<UInt8>) {
    let parts = line.dropFirst().split(separator: UInt8(ascii: ":"), maxSplits: 1)
    guard line.first == UInt8(ascii: ":"), parts.count == 2 else { return }
    let value = text(parts[1])
    switch text(parts[0].map(asciiLowercased)) {
    case "added", "created": row?.added = TimestampText.timestamp(of: value) ?? orgDate(value)
    case "tags": row?.tags = [value]
    default: break
    }
  }

  private mutating func endRow() {
    guard var row else { return }
    let lines = note.filter { !trimmed($0).isEmpty }
    let indents = lines.map { line in line.prefix { $0 == 0x20 }.count }
    let indent = indents.min() ?? 0
    row.note = note.map { text($0.dropFirst(indent)) }.joined(separator: "\n")
    rows.add(row)
    self.row = nil
    note = []
  }

  private mutating func addLinks(in line: ArraySlice<UInt8>, _ number: Int) {
    var start = line.startIndex
    while let link = OrgLink(in: line, from: start) {
      var row = BookmarkRow(url: link.url, line: number)
      row.title = link.title
      row.folders = headlines.map(\.title)
      rows.add(row)
      start = link.end
    }
  }
}

/// Returns the day of `[2022-02-11 Fri 18:45]`.
private func orgDate(_ text: String) -> Timestamp? {
  let bytes = trimmed(text).utf8.drop { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "<") }
  return TimestampText.timestamp(of: String(decoding: bytes.prefix(10), as: UTF8.self))
}

/// A link in a line: `[[https://example.org][Title]]`, the title being optional.
struct OrgLink {
  let url: String
  let title: String
  /// The position after its last bracket.
  let end: Int

  /// Creates the first link from a place on; costs one pass over the line.
  init?(in line: ArraySlice<UInt8>, from start: Int) {
    guard let open = place(of: "[[", in: line, from: start) else { return nil }
    var at = open + 2
    url = OrgLink.part(of: line, at: &at)
    guard at + 1 < line.endIndex else { return nil }
    if line[at + 1] == UInt8(ascii: "[") {
      at += 2
      title = OrgLink.part(of: line, at: &at)
    } else {
      title = ""
    }
    guard at + 1 < line.endIndex, line[at + 1] == UInt8(ascii: "]") else { return nil }
    end = at + 2
  }

  /// Returns the text up to the closing bracket, and moves to that bracket.
  private static func part(of line: ArraySlice<UInt8>, at place: inout Int) -> String {
    var bytes: [UInt8] = []
    while place < line.endIndex, line[place] != UInt8(ascii: "]") {
      let next = place + 1
      let isEscape = line[place] == UInt8(ascii: "\\")
      if isEscape, next < line.endIndex, [0x5B, 0x5C, 0x5D].contains(line[next]) { place = next }
      bytes.append(line[place])
      place += 1
    }
    return text(bytes)
  }
}
