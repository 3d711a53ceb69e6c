/// Reads reStructuredText, the markup of Python's docutils: sections, lists, tables and links.
///
/// Comments, pictures, code and the output of directives are left out; the text of notes is read.
struct RSTReader {
  let lines: DocumentLines
  var blocks: [MarkupBlock] = []
  var targets = RSTTargets()
  /// Names of targets directly before another, which share its address.
  var pendingNames: [ArraySlice<UInt8>] = []

  private var adornments: [RSTAdornment: Int] = [:]
  /// The columns at which the texts of the open items start.
  private var columns: [Int] = []
  /// The column of the paragraph that continues.
  private var paragraph: Int?
  /// There is a table of this kind without an end.
  private var hasUnendedTable = false

  private init(_ text: [UInt8]) {
    lines = DocumentLines(text)
  }

  static func translate(_ text: [UInt8], into writer: inout MarkdownWriter) {
    var reader = RSTReader(text)
    var number = 0
    while number < reader.lines.count { number = max(reader.read(number), number + 1) }
    reader.collectEmbeddedTargets()
    reader.blocks.settleHeadings()
    var targets = reader.targets
    writer.write(reader.blocks) { text, writer in
      var inlines = RSTInlines(text, targets: targets)
      inlines.write(to: &writer)
      targets = inlines.targets
    }
  }

  private mutating func collectEmbeddedTargets() {
    for block in blocks {
      for text in [block.text, block.definition] + block.rows.flatMap(\.cells) where !text.isEmpty {
        RSTInlines.addTargets(of: text[...], to: &targets)
      }
    }
  }
}

extension RSTReader {
  /// Reads the block or line at a position; returns where to continue.
  private mutating func read(_ number: Int) -> Int {
    let line = lines[number]
    if line.isBlank { return endParagraph(before: number + 1) }
    while let column = columns.last, column > line.indent {
      columns.removeLast()
      paragraph = nil
    }
    if let column = paragraph, line.indent >= column {
      addToParagraph(number, isDeeper: line.indent > column)
      return number + 1
    }
    paragraph = nil
    if line.indent == 0, let title = RSTAdornment.title(lines, at: number) {
      addTitle(title.adornment, text: title.text)
      return number + title.count
    }
    if RSTAdornment.isAdornment(lines, number), line.range.count >= 4 { return number + 1 }
    let text = lines.text(number)
    if let next = readExplicit(text, number) { return next }
    pendingNames = []
    if let next = readTable(text, number) { return next }
    if let next = readField(text, number) { return next }
    readText(text, number)
    return number + 1
  }

  private mutating func addTitle(_ adornment: RSTAdornment, text: Int) {
    columns = []
    let level = adornments[adornment] ?? adornments.count + 1
    adornments[adornment] = level
    var block = MarkupBlock(kind: .heading(level: level), line: text + 1)
    block.text = Array(lines.text(text))
    targets.add(block.text[...], .place)
    blocks.append(block)
  }

  /// Ends a paragraph; one that ends in `::` has code below it, which is skipped.
  private mutating func endParagraph(before number: Int) -> Int {
    guard let column = paragraph, let last = blocks.indices.last else { return number }
    paragraph = nil
    guard blocks[last].dropsCodeMark() else { return number }
    return endOfBody(from: number, below: column)
  }

  /// Returns the first line that is not indented more than a column.
  func endOfBody(from number: Int, below column: Int) -> Int {
    var next = number
    while next < lines.count, lines[next].isBlank || lines[next].indent > column { next += 1 }
    return next
  }

  private mutating func addToParagraph(_ number: Int, isDeeper: Bool) {
    guard let last = blocks.indices.last else { return }
    let text = lines.text(number)
    // A line with deeper ones directly below it is a term with its definition.
    if isDeeper, case .paragraph(let depth) = blocks[last].kind, !blocks[last].text.contains(0x0A) {
      blocks[last].kind = .item(depth: depth, isOrdered: false)
      blocks[last].definition = Array(text)
      columns.append(lines[number].indent)
      paragraph = lines[number].indent
    } else {
      blocks[last].addContinuation(text)
    }
  }

  private mutating func readText(_ text: ArraySlice<UInt8>, _ number: Int) {
    var (text, column) = (text, lines[number].indent)
    var isItem = false
    // `* - a` is an item in an item.
    while let bullet = RSTBullet(text) {
      var block = MarkupBlock(
        kind: .item(depth: columns.count, isOrdered: bullet.isOrdered), line: number + 1)
      block.text = []
      column += bullet.width
      columns.append(column)
      blocks.append(block)
      text = text.dropFirst(bullet.width)
      isItem = true
      if blocks.count > DocumentLines.most { break }
    }
    if isItem, let last = blocks.indices.last {
      blocks[last].text = Array(text.trimmingBlanks)
    } else {
      var block = MarkupBlock(kind: .paragraph(depth: columns.count), line: number + 1)
      block.add(line: text.starts(with: "| ".utf8) ? text.dropFirst(2) : text)
      blocks.append(block)
      // Each line of a block of lines is one of its own.
      if text.starts(with: "| ".utf8) { return }
    }
    paragraph = column
  }

  /// `:name: value`: left out above the first section's text, else a paragraph.
  private mutating func readField(_ text: ArraySlice<UInt8>, _ number: Int) -> Int? {
    guard text.first == UInt8(ascii: ":"),
      let colon = text.dropFirst().firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex + 1,
      colon + 1 == text.endIndex || text[colon + 1] == 0x20
    else { return nil }
    let isHead = blocks.allSatisfy { if case .heading = $0.kind { true } else { false } }
    if isHead { return endOfBody(from: number + 1, below: lines[number].indent) }
    var block = MarkupBlock(kind: .paragraph(depth: columns.count), line: number + 1)
    block.text = text[(text.startIndex + 1)..<colon] + Array(": ".utf8)
    block.text += text[(colon + 1)...].trimmingBlanks
    blocks.append(block)
    return number + 1
  }

  private mutating func readTable(_ text: ArraySlice<UInt8>, _ number: Int) -> Int? {
    var table = RSTTable(lines, number)
    if text.starts(with: "+-".utf8), text.last == UInt8(ascii: "+") {
      table.readGrid()
    } else if RSTTable.isBorder(text) {
      guard !hasUnendedTable else { return number + 1 }
      hasUnendedTable = !table.readSimple()
    } else {
      return nil
    }
    if !table.block.rows.isEmpty { blocks.append(table.block) }
    return table.next
  }
}

/// The marker of an item: `* `, `- `, `+ `, `• `, `1. `, `1) `, `(1) ` or `#. `.
struct RSTBullet {
  /// From the marker to the item's text.
  let width: Int
  let isOrdered: Bool

  init?(_ text: ArraySlice<UInt8>) {
    var rest = text
    var isOrdered = false
    if let sign = ["•", "‣", "⁃", "*", "-", "+"].first(where: { text.starts(with: $0.utf8) }) {
      rest = rest.dropFirst(sign.utf8.count)
    } else {
      let isClosed = rest.first == UInt8(ascii: "(")
      if isClosed { rest = rest.dropFirst() }
      let number = rest.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "#") }
      rest = rest.dropFirst(number.count)
      guard !number.isEmpty, number.count < 10,
        rest.first == UInt8(ascii: ")") || !isClosed && rest.first == UInt8(ascii: ".")
      else { return nil }
      rest = rest.dropFirst()
      isOrdered = true
    }
    guard let blank = rest.first else {
      width = text.count
      self.isOrdered = isOrdered
      return
    }
    guard blank <= 0x20 else { return nil }
    width = text.count - rest.drop { $0 <= 0x20 }.count
    self.isOrdered = isOrdered
  }
}

extension MarkupBlock {
  /// Removes `::` from the end of the text, if present.
  fileprivate mutating func dropsCodeMark() -> Bool {
    let mark = Array("::".utf8)
    if definition.isEmpty, text.suffix(2).elementsEqual(mark) {
      text.removeLast(text.count == 2 ? 2 : 1)
    } else if definition.suffix(2).elementsEqual(mark) {
      definition.removeLast()
    } else {
      return false
    }
    return true
  }
}
