/// Reads Org, the markup of Emacs' org-mode: headings, lists, tables and links.
///
/// Drawers, code blocks, comments, keywords and sections excluded from export are left out.
struct OrgReader {
  private let lines: DocumentLines
  private var blocks: [MarkupBlock] = []
  private var abbreviations: [[UInt8]: [UInt8]] = [:]

  /// The columns of the bullets of the open items.
  private var bullets: [Int] = []
  private var isInParagraph = false
  private var blankLines = 0
  /// The level of a section that is not to be exported.
  private var skippedLevel: Int?
  /// The names of blocks that were begun and have no end.
  private var unendedBlocks: Set<[UInt8]> = []
  /// For each line the next one that ends a drawer in the same section.
  private var drawerEnds: [Int] = []

  private init(_ text: [UInt8]) {
    lines = DocumentLines(text)
    drawerEnds = [Int](repeating: .max, count: lines.count)
    var end = Int.max
    for number in (0..<lines.count).reversed() {
      let text = lines.text(number)
      if OrgReader.headingLevel(text, indent: lines[number].indent) != nil { end = .max }
      if matches(text, ":end:") { end = number }
      drawerEnds[number] = end
    }
  }

  static func translate(_ text: [UInt8], into writer: inout MarkdownWriter) {
    var reader = OrgReader(text)
    reader.run()
    reader.blocks.settleHeadings()
    let links = OrgLinks(abbreviations: reader.abbreviations)
    writer.write(reader.blocks) { text, writer in
      var inlines = OrgInlines(text, links: links)
      inlines.write(to: &writer)
    }
  }
}

extension OrgReader {
  private mutating func run() {
    var number = 0
    while number < lines.count {
      let next = read(number)
      number = max(next, number + 1)
    }
  }

  /// Reads the block or line at a position; returns where to continue.
  private mutating func read(_ number: Int) -> Int {
    let line = lines[number]
    let text = lines.text(number)
    if line.isBlank {
      isInParagraph = false
      blankLines += 1
      if blankLines > 1 { bullets = [] }
      return number + 1
    }
    defer { if !lines[number].isBlank { blankLines = 0 } }
    if let level = OrgReader.headingLevel(text, indent: line.indent) {
      readHeading(text.dropFirst(level), level: level, number: number)
      return number + 1
    }
    guard skippedLevel == nil else { return number + 1 }
    switch text.first {
    case UInt8(ascii: "#"):
      if text.count == 1 || text.dropFirst().first == 0x20 { return number + 1 }
      if text.starts(with: "#+".utf8) { return readKeyword(text.dropFirst(2), number: number) }
    case UInt8(ascii: ":"):
      if text.count == 1 || text.dropFirst().first == 0x20 { return number + 1 }
      if OrgReader.isDrawer(text), drawerEnds[number] < .max { return drawerEnds[number] + 1 }
    case UInt8(ascii: "|"): return readTable(number)
    case UInt8(ascii: "-"):
      if text.count > 4, text.allSatisfy({ $0 == UInt8(ascii: "-") }) { return end(number) }
    default: break
    }
    if isPlanning(text) || startsWith(text, "[fn:") && line.indent == 0 { return end(number) }
    readText(text, number: number)
    return number + 1
  }

  private mutating func end(_ number: Int) -> Int {
    isInParagraph = false
    return number + 1
  }

  /// Returns the number of stars that a heading begins with, at the line's start and with a space
  /// after it.
  static func headingLevel(_ text: ArraySlice<UInt8>, indent: Int) -> Int? {
    guard indent == 0, text.first == UInt8(ascii: "*") else { return nil }
    let rest = text.drop { $0 == UInt8(ascii: "*") }
    return rest.first == 0x20 ? text.count - rest.count : nil
  }

  /// `:LOGBOOK:`.
  private static func isDrawer(_ text: ArraySlice<UInt8>) -> Bool {
    text.count > 2 && text.last == UInt8(ascii: ":")
      && text.dropFirst().dropLast().allSatisfy { isWord($0) || $0 == 0x2D || $0 == 0x5F }
  }

  private func isPlanning(_ text: ArraySlice<UInt8>) -> Bool {
    guard case .heading = blocks.last?.kind else { return false }
    return ["SCHEDULED:", "DEADLINE:", "CLOSED:"].contains { text.starts(with: $0.utf8) }
  }

  private mutating func readHeading(_ text: ArraySlice<UInt8>, level: Int, number: Int) {
    bullets = []
    isInParagraph = false
    if let skipped = skippedLevel, level > skipped { return }
    let heading = OrgHeading(text)
    skippedLevel = heading.isHidden ? level : nil
    guard !heading.isHidden else { return }
    var block = MarkupBlock(kind: .heading(level: level), line: number + 1)
    block.text = Array(heading.text)
    blocks.append(block)
  }

  private mutating func readText(_ text: ArraySlice<UInt8>, number: Int) {
    let indent = lines[number].indent
    let bullet = OrgBullet(text, indent: indent)
    while let last = bullets.last, bullet == nil ? last >= indent : last > indent {
      bullets.removeLast()
      isInParagraph = false
    }
    if let bullet {
      if bullets.last == indent { bullets.removeLast() }
      var block = MarkupBlock(
        kind: .item(depth: bullets.count, isOrdered: bullet.isOrdered), line: number + 1)
      block.text = Array(bullet.text)
      block.definition = Array(bullet.definition)
      blocks.append(block)
      bullets.append(indent)
      isInParagraph = true
    } else if isInParagraph, let last = blocks.indices.last {
      blocks[last].addContinuation(text)
    } else {
      var block = MarkupBlock(kind: .paragraph(depth: bullets.count), line: number + 1)
      block.add(line: text)
      blocks.append(block)
      isInParagraph = true
    }
  }
}

// MARK: - Keywords, blocks and tables

extension OrgReader {
  /// `#+TITLE: …`, `#+BEGIN_SRC …` and other keywords.
  private mutating func readKeyword(_ text: ArraySlice<UInt8>, number: Int) -> Int {
    isInParagraph = false
    if startsWith(text, "begin_") {
      let name = text.dropFirst(6).prefix { $0 > 0x20 }
      let isText = ["quote", "center", "verse"].contains { matches(name, $0) }
      return isText ? number + 1 : endOfBlock(named: name, from: number)
    }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return number + 1 }
    let (key, value) = (text[..<colon], text[(colon + 1)...].trimmingBlanks)
    if matches(key, "title"), !value.isEmpty {
      if let first = blocks.firstIndex(where: { $0.kind == .title }) {
        blocks[first].text += [0x20] + value
      } else {
        var block = MarkupBlock(kind: .title, line: number + 1)
        block.text = Array(value)
        blocks.append(block)
      }
    } else if matches(key, "link"), let space = value.firstIndex(where: { $0 <= 0x20 }) {
      abbreviations[Array(value[..<space])] = Array(value[space...].trimmingBlanks)
    }
    return number + 1
  }

  /// Returns where to continue after a block; after its first line if it has no end.
  private mutating func endOfBlock(named name: ArraySlice<UInt8>, from number: Int) -> Int {
    // Otherwise a block without an end would be searched for over and over.
    guard unendedBlocks.count < 16, !unendedBlocks.contains(Array(name)) else { return number + 1 }
    for next in (number + 1)..<max(lines.count, number + 1) {
      let text = lines.text(next)
      guard startsWith(text, "#+end_") else { continue }
      let other = text.dropFirst(6).prefix { $0 > 0x20 }
      if other.lazy.map(asciiLowercased).elementsEqual(name.lazy.map(asciiLowercased)) {
        return next + 1
      }
    }
    unendedBlocks.insert(Array(name))
    return number + 1
  }

  private mutating func readTable(_ number: Int) -> Int {
    var block = MarkupBlock(kind: .table(hasHead: false), line: number + 1)
    var next = number
    while next < lines.count, lines.text(next).first == UInt8(ascii: "|") {
      let text = lines.text(next)
      if text.dropFirst().first == UInt8(ascii: "-") {
        if block.rows.count == 1 { block.kind = .table(hasHead: true) }
      } else {
        let cells = OrgTable.cells(text)
        // `| / | < | > |` and `| <l> |` set widths.
        if !OrgTable.isFormat(cells) { block.rows.append(.init(line: next + 1, cells: cells)) }
      }
      next += 1
    }
    isInParagraph = false
    bullets = []
    if !block.rows.isEmpty { blocks.append(block) }
    return next
  }
}
