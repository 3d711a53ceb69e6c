/// Writes a document of another language as Markdown.
///
/// All text is escaped, so nothing in it becomes markup; `lines` maps each written line to its line
/// of the document.
struct MarkdownWriter {
  private(set) var bytes: [UInt8] = []
  /// For each line of the output the line of the document, counted from 1.
  private(set) var lines: [Int] = []

  /// The context of the text that is being written.
  enum Place { case heading, row, block }

  private var place = Place.block
  /// The columns at which the texts of the open items start.
  private var columns: [Int] = []
  private var sourceLine = 1
  /// Nothing was written on the line yet but its indentation and markers.
  private var isLineStart = true
  /// Nothing but digits was.
  private var isNumber = false
  private var isInLink = false
  private var previous: MarkupBlock.Kind?
}

// MARK: - Blocks

extension MarkdownWriter {
  /// More deeply nested items are written as siblings.
  private static let nesting = 24

  /// Writes the blocks, their texts read by `inline`.
  mutating func write(
    _ blocks: [MarkupBlock], inline: (ArraySlice<UInt8>, inout MarkdownWriter) -> Void
  ) {
    for block in blocks {
      begin(block)
      sourceLine = block.line
      switch block.kind {
      case .title: write(block, marker: "# ", as: .heading, inline)
      case .heading(let level):
        write(
          block, marker: String(repeating: "#", count: min(level, 6)) + " ", as: .heading, inline)
      case .item(_, let isOrdered):
        write(block, marker: isOrdered ? "1. " : "- ", as: .block, inline)
      case .paragraph: write(block, marker: "", as: .block, inline)
      case .table(let hasHead): write(block.rows, hasHead: hasHead, inline)
      }
      previous = block.kind
    }
  }

  private mutating func begin(_ block: MarkupBlock) {
    sourceLine = block.line
    var depth = 0
    switch block.kind {
    case .item(let asked, _): depth = asked
    case .paragraph(let asked): depth = asked
    default: break
    }
    depth = min(depth, columns.count, MarkdownWriter.nesting)
    columns.removeLast(columns.count - depth)
    if case .item = block.kind, case .item = previous { return }
    if previous != nil { endLine() }
  }

  private mutating func write(
    _ block: MarkupBlock, marker: String, as place: Place,
    _ inline: (ArraySlice<UInt8>, inout MarkdownWriter) -> Void
  ) {
    self.place = place
    bytes.append(contentsOf: repeatElement(0x20, count: columns.last ?? 0))
    bytes += Array(marker.utf8)
    if case .item = block.kind { columns.append((columns.last ?? 0) + marker.utf8.count) }
    startText()
    inline(block.text[...], &self)
    if !block.definition.isEmpty {
      if !block.text.isEmpty { bytes += Array(" - ".utf8) }
      inline(block.definition[...], &self)
    }
    endLine()
  }

  private mutating func write(
    _ rows: [MarkupBlock.Row], hasHead: Bool,
    _ inline: (ArraySlice<UInt8>, inout MarkdownWriter) -> Void
  ) {
    place = .row
    for (number, row) in rows.enumerated() {
      sourceLine = row.line
      let filled = hasHead ? row.cells : row.cells.filter { !$0.isEmpty }
      // A table without a head is not a table in Markdown.
      bytes += Array((hasHead ? "| " : "- ").utf8)
      for (column, cell) in filled.enumerated() {
        if column > 0 { bytes += Array((hasHead ? " | " : " - ").utf8) }
        startText()
        inline(cell[...], &self)
      }
      if hasHead { bytes += Array(" |".utf8) }
      sourceLine = row.line
      endLine()
      guard hasHead, number == 0 else { continue }
      bytes += Array(String(repeating: "|---", count: max(1, filled.count)).utf8) + [0x7C]
      endLine()
    }
  }

  private mutating func startText() {
    isLineStart = true
    isNumber = false
    isInLink = false
  }

  private mutating func endLine() {
    while let last = bytes.last, last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
    lines.append(sourceLine)
  }
}

// MARK: - Text

extension MarkdownWriter {
  /// Writes text, escaped; a line end within continues the block.
  mutating func write(_ text: ArraySlice<UInt8>) {
    for index in text.indices {
      let next = index + 1 < text.endIndex ? text[index + 1] : 0x20
      write(text[index], before: next)
    }
  }

  private mutating func write(_ byte: UInt8, before next: UInt8) {
    if byte == 0x0A { return breakLine() }
    guard byte > 0x20 else {
      if !isLineStart, bytes.last != 0x20 { bytes.append(0x20) }
      return
    }
    if place == .row, byte == UInt8(ascii: "|") {
      bytes += Array("&#124;".utf8)
    } else {
      if needsEscape(byte, before: next) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    let isDigit = byte >= 0x30 && byte <= 0x39
    isNumber = isDigit && (isLineStart || isNumber)
    isLineStart = false
  }

  private func needsEscape(_ byte: UInt8, before next: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "["),
      UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: "^"):
      true
    case UInt8(ascii: "_"): !(isWord(bytes.last ?? 0x20) && isWord(next))
    case UInt8(ascii: "&"): next == UInt8(ascii: "#") || isWord(next)
    case UInt8(ascii: "~"): next == byte || bytes.last == byte
    case UInt8(ascii: "#"): isLineStart || place == .heading
    case UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "="),
      UInt8(ascii: "|"), UInt8(ascii: ":"):
      isLineStart
    case UInt8(ascii: "."), UInt8(ascii: ")"): isNumber
    default: false
    }
  }

  private mutating func breakLine() {
    defer { sourceLine += 1 }
    guard !isLineStart else { return }
    if place != .block || isInLink {
      if bytes.last != 0x20 { bytes.append(0x20) }
      return
    }
    endLine()
    bytes.append(contentsOf: repeatElement(0x20, count: columns.last ?? 0))
    isLineStart = true
    isNumber = false
  }
}

// MARK: - Links

extension MarkdownWriter {
  /// Writes a link whose text is written by `body`; without any, the URL is the text.
  mutating func writeLink(to url: ArraySlice<UInt8>, _ body: (inout MarkdownWriter) -> Void) {
    guard !url.isEmpty, !isInLink else { return body(&self) }
    if bytes.last == UInt8(ascii: "!") {
      bytes.removeLast()
      bytes += Array("\\!".utf8)
    }
    bytes.append(UInt8(ascii: "["))
    let start = bytes.count
    (isLineStart, isNumber, isInLink) = (false, false, true)
    body(&self)
    if bytes.count == start { write(url) }
    isInLink = false
    while bytes.count > start, bytes.last == 0x20 { bytes.removeLast() }
    bytes += Array("](".utf8)
    writeAddress(url)
    bytes.append(UInt8(ascii: ")"))
  }

  /// Writes text that is set apart from the rest, as names are.
  mutating func writeStrong(_ body: (inout MarkdownWriter) -> Void) {
    bytes += Array("**".utf8)
    (isLineStart, isNumber) = (false, false)
    body(&self)
    bytes += Array("**".utf8)
  }

  private mutating func writeAddress(_ url: ArraySlice<UInt8>) {
    let digits = Array("0123456789ABCDEF".utf8)
    let isBracketed = url.contains { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") }
    if isBracketed { bytes.append(UInt8(ascii: "<")) }
    for byte in url {
      switch byte {
      case ...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
        UInt8(ascii: "|"):
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
      default: bytes.append(byte)
      }
    }
    if isBracketed { bytes.append(UInt8(ascii: ">")) }
  }
}
