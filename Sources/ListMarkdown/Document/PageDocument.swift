import ListModel

/// A page for display, in pieces that are parsed on demand.
///
/// Creating one takes a pass over the bytes, which finds the pieces and the headings; a piece is
/// some 32 KiB and takes less than a millisecond. Memory: the bytes, and some 30 bytes for each
/// heading.
package struct PageDocument: Sendable {
  /// The page as it was repaired: UTF-8 with `\n` line ends.
  package let bytes: [UInt8]
  private let scannedPieces: [MarkdownPiece]
  /// The scanned pieces that are read together: a table is cut into many.
  private let pieces: [Range<Int>]
  private let definitions: LinkDefinitions
  /// The headings outside of quotes, lists and HTML, from the top.
  package let headings: [DocumentHeading]
  /// Whether `<details>` may be open from one piece to the next.
  package let mayHoldDetails: Bool

  /// Repairs and scans a page; throws the errors of `PageReader` for a file that is not a page.
  package init(_ bytes: [UInt8]) throws(PageError) {
    var text = try TextRepair(bytes).bytes
    FrontMatter.blank(in: &text)
    let scanned = BlockScanner.scan(text)
    self.bytes = text
    scannedPieces = scanned.pieces
    pieces = PageDocument.groups(of: scanned.pieces)
    definitions = scanned.definitions
    headings = scanned.headings.map { heading in
      DocumentHeading(
        offset: heading.offset, line: heading.line,
        level: DocumentHeading.level(in: text, at: heading.offset))
    }
    lineCount = text.count { $0 == 0x0A } + 1
    mayHoldDetails = scanned.pieces.count > 1 && DocumentHeading.holdsDetails(text)
  }

  package var pieceCount: Int { pieces.count }
  /// How many lines the page has.
  package let lineCount: Int

  /// Returns the words of a heading without its markup, as far as one line shows it.
  package func plainText(of heading: DocumentHeading) -> String {
    let line = bytes[
      heading.offset..<(UTF8Scan.index(of: 0x0A, in: bytes, from: heading.offset) ?? bytes.count)]
    var builder = DocumentBuilder()
    let piece = MarkdownPiece(range: 0..<min(line.count, 1_000), line: 1)
    MarkdownReader.read(
      piece, of: Array(line.prefix(1_000)), definitions: LinkDefinitions(), isWhole: true
    ) { block, offset in builder.add(block, lineOffset: offset) }
    let read = builder.finish()
    return String(decoding: read.blocks.first.map { read.text(of: $0) } ?? [], as: UTF8.self)
  }

  /// Creates the part of the page between two of its lines, with the link definitions of the whole
  /// page.
  private init(_ page: PageDocument, lines: Range<Int>) {
    var start = 0
    var line = 1
    while line < lines.lowerBound, start < page.bytes.count {
      start = (UTF8Scan.index(of: 0x0A, in: page.bytes, from: start) ?? page.bytes.count) + 1
      line += 1
    }
    var end = min(start, page.bytes.count)
    while line < lines.upperBound, end < page.bytes.count {
      end = min(
        page.bytes.count,
        (UTF8Scan.index(of: 0x0A, in: page.bytes, from: end) ?? page.bytes.count) + 1)
      line += 1
    }
    let text = Array(page.bytes[min(start, end)..<end])
    let scanned = BlockScanner.scan(text)
    bytes = text
    scannedPieces = scanned.pieces
    pieces = PageDocument.groups(of: scanned.pieces)
    definitions = page.definitions
    headings = []
    lineCount = text.count { $0 == 0x0A } + 1
    mayHoldDetails = page.mayHoldDetails
  }

  /// Returns the lines from one to before another, as a page of their own.
  package func part(_ lines: Range<Int>) -> PageDocument { PageDocument(self, lines: lines) }

  /// Returns the piece that a line of the page is in.
  package func piece(ofLine line: Int) -> Int {
    max(0, pieces.partitioningIndex { scannedPieces[$0.lowerBound].line > line } - 1)
  }

  /// Returns the page's lines of a piece; the first one begins at line 0, and the last one has all
  /// that follow.
  package func lines(ofPiece index: Int) -> Range<Int> {
    guard pieces.indices.contains(index) else { return 0..<Int(Int32.max) }
    let start = index == 0 ? 0 : scannedPieces[pieces[index].lowerBound].line
    guard index + 1 < pieces.count else { return start..<max(start, Int(Int32.max)) }
    return start..<max(start, scannedPieces[pieces[index + 1].lowerBound].line)
  }

  /// Parses a piece; `openDetails` is that of the piece before.
  ///
  /// Takes bounded time for any input: each piece has a share of the page's limits.
  package func piece(_ index: Int, openDetails: Int = 0) -> DocumentPiece {
    guard pieces.indices.contains(index) else { return DocumentPiece() }
    var builder = DocumentBuilder(openDetails: openDetails)
    for scanned in scannedPieces[pieces[index]] {
      builder.continuesTable = scanned.tableHead != nil
      builder.footnotes = 0
      builder.firstLine = scanned.tableHead == nil ? scanned.line : scanned.line - 2
      MarkdownReader.read(
        scanned, of: bytes, definitions: definitions, isWhole: scannedPieces.count == 1
      ) { block, offset in
        builder.add(block, lineOffset: offset)
      }
    }
    return builder.finish()
  }

  /// Returns whether an empty line is above a piece.
  package func followsGap(_ index: Int) -> Bool {
    guard pieces.indices.contains(index) else { return false }
    let start = scannedPieces[pieces[index].lowerBound].range.lowerBound
    return start > 1 && bytes[start - 1] == 0x0A && bytes[start - 2] == 0x0A
  }

  private static func groups(of pieces: [MarkdownPiece]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for (index, piece) in pieces.enumerated() {
      if piece.tableHead != nil, let last = groups.last, last.count < 64 {
        groups[groups.count - 1] = last.lowerBound..<index + 1
      } else {
        groups.append(index..<index + 1)
      }
    }
    return groups
  }
}

/// A heading as the first pass finds it.
package struct DocumentHeading: Equatable, Sendable {
  /// Where it starts in `PageDocument.bytes`.
  package let offset: Int
  /// The line of the page that it starts on, counted from 1.
  package let line: Int
  package let level: Int

  /// Returns the level of the heading that starts at a byte; one that is underlined has 1 or 2.
  static func level(in text: [UInt8], at offset: Int) -> Int {
    var start = offset
    while start < text.count, text[start] == 0x20 { start += 1 }
    var end = UTF8Scan.index(of: 0x0A, in: text, from: start) ?? text.count
    if start < end {
      let level = LineShape.headingLevel(text, at: start, to: end)
      if level > 0 { return level }
    }
    // The underline is below the last line of the paragraph.
    for _ in 0..<64 where end < text.count {
      start = end + 1
      end = UTF8Scan.index(of: 0x0A, in: text, from: start) ?? text.count
      let line = text[start..<end].drop { $0 == 0x20 }
      if let first = line.first, first == UInt8(ascii: "=") || first == UInt8(ascii: "-"),
        LineShape.isUnderline(text, at: line.startIndex, to: end)
      {
        return first == UInt8(ascii: "=") ? 1 : 2
      }
    }
    return 2
  }

  /// Returns whether `<details` occurs anywhere, in one pass.
  static func holdsDetails(_ text: [UInt8]) -> Bool {
    let word = Array("details".utf8)
    var index = 0
    while let start = UTF8Scan.index(of: UInt8(ascii: "<"), in: text, from: index) {
      index = start + 1
      guard index + word.count <= text.count else { return false }
      if (0..<word.count).allSatisfy({ text[index + $0] | 0x20 == word[$0] }) { return true }
    }
    return false
  }
}

/// Front matter: `---` or `+++`, settings of another program, and the same mark again.
enum FrontMatter {
  /// Blanks front matter, which preserves line numbers; a page without any is returned unchanged.
  static func blank(in text: inout [UInt8]) {
    guard let fence = text.first, fence == UInt8(ascii: "-") || fence == UInt8(ascii: "+") else {
      return
    }
    let mark = [fence, fence, fence]
    var start = UTF8Scan.index(of: 0x0A, in: text, from: 0) ?? text.count
    guard isMark(text[..<start], mark) else { return }
    // A limit above any front matter; a page may also begin with a thematic break.
    let limit = min(text.count, 16_384)
    var isFirst = true
    while start + 1 < limit {
      let end = UTF8Scan.index(of: 0x0A, in: text, from: start + 1) ?? text.count
      let line = text[(start + 1)..<end]
      if isMark(line, mark), !isFirst {
        for index in 0..<end where text[index] != 0x0A { text[index] = 0x20 }
        return
      }
      // A setting or its continuation; otherwise the page begins with a thematic break.
      if isFirst, !line.contains(UInt8(ascii: ":")), !line.contains(UInt8(ascii: "=")) { return }
      isFirst = false
      start = end
    }
  }

  private static func isMark(_ line: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool {
    line.starts(with: mark) && line.dropFirst(3).allSatisfy { $0 == 0x20 }
  }
}
