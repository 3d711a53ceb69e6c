/// Reads AsciiDoc: sections, lists, tables and links.
///
/// Attributes are replaced where they are used; comments, code, pictures and typesetting directives
/// are left out.
struct AsciiDocReader {
  let lines: DocumentLines
  private var blocks: [MarkupBlock] = []
  private var attributes = AsciiDocAttributes()

  /// The markers of the open items.
  private var markers: [[UInt8]] = []
  private var isInParagraph = false
  /// The next block belongs to the last item, since a `+` precedes it.
  private var isAttached = false
  /// The last block is a term whose definition is still to come.
  private var awaitsDefinition = false
  /// The table options in the last block attributes: `[cols="1,2", options="header"]`.
  private var tableOptions: ArraySlice<UInt8> = []
  /// The delimiters of blocks of code that were begun and have no end.
  private var unendedBlocks: Set<[UInt8]> = []

  private init(_ text: [UInt8]) {
    lines = DocumentLines(text)
  }

  static func translate(_ text: [UInt8], into writer: inout MarkdownWriter) {
    var reader = AsciiDocReader(text)
    var number = reader.readHeader()
    while number < reader.lines.count { number = max(reader.read(number), number + 1) }
    reader.blocks.settleHeadings()
    writer.write(reader.blocks) { text, writer in
      var inlines = AsciiDocInlines(text)
      inlines.write(to: &writer)
    }
  }
}

// MARK: - Header

extension AsciiDocReader {
  /// Reads the title, and the authors and attributes below it; returns where the text begins.
  private mutating func readHeader() -> Int {
    var number = 0
    while number < lines.count {
      let text = lines.text(number)
      guard text.isEmpty || text.starts(with: "//".utf8) || attributes.define(text) else { break }
      number += 1
    }
    guard let (level, title) = AsciiDocHeading.line(lines.text(number)), level == 0 else {
      return number
    }
    add(.title, title, number)
    number += 1
    while number < lines.count, !lines[number].isBlank {
      _ = attributes.define(lines.text(number))
      number += 1
    }
    return number
  }

  private mutating func add(
    _ kind: MarkupBlock.Kind, _ text: ArraySlice<UInt8>, _ number: Int
  ) {
    var block = MarkupBlock(kind: kind, line: number + 1)
    block.text = attributes.replaced(in: text)
    blocks.append(block)
    awaitsDefinition = false
  }
}

// MARK: - Blocks

extension AsciiDocReader {
  /// Reads the block or line at a position; returns where to continue.
  private mutating func read(_ number: Int) -> Int {
    let line = lines[number]
    let text = lines.text(number)
    if line.isBlank {
      isInParagraph = false
      return number + 1
    }
    if let next = readDelimited(text, number) { return next }
    if text.starts(with: "//".utf8), !text.starts(with: "///".utf8) { return number + 1 }
    if text.elementsEqual("+".utf8), !markers.isEmpty {
      (isAttached, isInParagraph) = (true, false)
      return number + 1
    }
    if AsciiDocHeading.isBlockAttribute(text) {
      isInParagraph = false
      tableOptions = text
      return number + 1
    }
    let isBullet = AsciiDocBullet(text) != nil
    if isInParagraph || awaitsDefinition, !isBullet {
      addToParagraph(text)
      return number + 1
    }
    if attributes.define(text) || AsciiDocHeading.isMacro(text) { return number + 1 }
    if line.indent == 0, !isBullet, let next = readHeading(text, number) { return next }
    readText(text, number)
    return number + 1
  }

  private mutating func readHeading(_ text: ArraySlice<UInt8>, _ number: Int) -> Int? {
    var next = number + 1
    var heading = AsciiDocHeading.line(text)
    if heading == nil, let level = AsciiDocHeading.underline(lines.text(number + 1), of: text) {
      heading = (level, text)
      next += 1
    }
    guard let (level, words) = heading else { return nil }
    markers = []
    let isTitle = level == 0 && blocks.isEmpty
    add(isTitle ? .title : .heading(level: max(level, 1)), words, number)
    return next
  }

  private mutating func addToParagraph(_ text: ArraySlice<UInt8>) {
    guard let last = blocks.indices.last else { return }
    let text = attributes.replaced(in: text)
    if awaitsDefinition {
      blocks[last].definition = text
    } else {
      blocks[last].addContinuation(text[...])
    }
    (awaitsDefinition, isInParagraph) = (false, true)
  }

  private mutating func readText(_ text: ArraySlice<UInt8>, _ number: Int) {
    guard let bullet = AsciiDocBullet(text) else {
      if !isAttached { markers = [] }
      // `.Words` is the title of the block below it.
      let words = text.first == UInt8(ascii: ".") ? text.dropFirst() : text
      add(.paragraph(depth: markers.count), words, number)
      (isAttached, isInParagraph) = (false, true)
      return
    }
    if let known = markers.firstIndex(of: bullet.marker) {
      markers.removeLast(markers.count - known)
    }
    add(.item(depth: markers.count, isOrdered: bullet.isOrdered), bullet.text, number)
    if let last = blocks.indices.last {
      blocks[last].definition = attributes.replaced(in: bullet.definition)
    }
    markers.append(bullet.marker)
    awaitsDefinition = bullet.isTerm && bullet.definition.isEmpty
    (isAttached, isInParagraph) = (false, !awaitsDefinition)
  }
}

// MARK: - Delimited blocks

extension AsciiDocReader {
  /// Reads the line that begins or ends a delimited block, or a table; nil for another line.
  private mutating func readDelimited(_ text: ArraySlice<UInt8>, _ number: Int) -> Int? {
    guard AsciiDocHeading.isDelimiter(text), let first = text.first else { return nil }
    if first == UInt8(ascii: "|") { return readTable(number) }
    isInParagraph = false
    switch first {
    case UInt8(ascii: "`"): return endOfCode(text.prefix(3), from: number)
    case UInt8(ascii: "-") where text.count > 2: return endOfCode(text, from: number)
    case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "/"):
      return endOfCode(text, from: number)
    default: return number + 1
    }
  }

  /// Returns where to continue after a skipped block; after its first line if it has no end.
  private mutating func endOfCode(_ delimiter: ArraySlice<UInt8>, from number: Int) -> Int {
    guard unendedBlocks.count < 16, !unendedBlocks.contains(Array(delimiter)) else {
      return number + 1
    }
    var next = number + 1
    while next < lines.count {
      if lines.text(next).elementsEqual(delimiter) { return next + 1 }
      next += 1
    }
    unendedBlocks.insert(Array(delimiter))
    return number + 1
  }

  private mutating func readTable(_ number: Int) -> Int {
    if !isAttached { markers = [] }
    (isInParagraph, isAttached, awaitsDefinition) = (false, false, false)
    var table = AsciiDocTable(options: tableOptions, line: number + 1)
    tableOptions = []
    var next = number + 1
    while next < lines.count, !lines.text(next).elementsEqual("|===".utf8) {
      table.read(attributes.replaced(in: lines.text(next))[...], line: next + 1)
      next += 1
    }
    table.finish()
    if !table.block.rows.isEmpty { blocks.append(table.block) }
    return next + 1
  }
}
