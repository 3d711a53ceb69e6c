import ListSearch
package import PageLayout

/// A match of the search in a page.
package struct PageMatch: Equatable, Sendable {
  /// Where it begins.
  package let position: PagePosition
  /// The byte of the line at which it begins; for a hidden one its number after the line.
  let start: Int
  /// The line of the page if closed `<details>` hide it; their summary is at `position`.
  var hidden: Int32?
}

/// All matches of a text in a page, or in the part of a long page around the screen.
package struct PageMatches: Sendable {
  /// The inputs of the search; if any of them changes, the matches are outdated.
  let search: String
  let options: LayoutOptions
  let pieces: Range<Int>
  /// In the order of the page.
  package private(set) var all: [PageMatch] = []
  /// Whether the page may contain more of them.
  private(set) var isPartial: Bool
  /// The bytes to highlight on each line; a wrapped match has some on several lines.
  private var ranges: [PagePosition: [Range<Int>]] = [:]

  /// The maximum number of matches in a page.
  private static let limit = 10_000

  /// Lays out and searches pieces of a page; linear in their text.
  init(of search: String, in page: inout LaidOutPage, pieces: Range<Int>) {
    self.search = search
    self.pieces = pieces
    options = page.options
    isPartial = pieces.count < page.pieceCount
    guard let finder = TextFinder(search) else { return }
    for index in pieces where all.count < Self.limit {
      find(finder, in: page.piece(index), number: index)
    }
    sort()
  }

  private mutating func sort() {
    // Adjacent cells are read one after another.
    all.sort { ($0.position, $0.start) < ($1.position, $1.start) }
  }

  /// Adds the matches in closed `<details>`.
  ///
  /// - Parameters:
  ///   - opened: the matches in the page with all details open.
  ///   - openedPage: that page.
  ///   - page: the page as it is shown.
  mutating func addHidden(
    _ opened: PageMatches, in openedPage: LaidOutPage, shownAs page: inout LaidOutPage
  ) {
    var lines: HiddenLines?
    var number = -1
    for (order, match) in opened.all.enumerated() where all.count < Self.limit {
      guard let piece = openedPage.laid(match.position.piece) else { continue }
      let source = piece.lines[match.position.line].source
      if match.position.piece != number {
        number = match.position.piece
        lines = HiddenLines(of: page.piece(number))
      }
      guard let details = lines?.closedDetails(hiding: source) else { continue }
      let summary = page.position(ofSource: Int(details))
      all.append(PageMatch(position: summary, start: .max / 2 + order, hidden: source))
    }
    isPartial = isPartial || opened.isPartial
    sort()
  }

  /// Returns the highlights of a line, as byte ranges of its text.
  func ranges(on position: PagePosition) -> [Range<Int>] { ranges[position] ?? [] }

  private mutating func find(_ finder: TextFinder, in piece: LaidOutPiece, number: Int) {
    var first = 0
    while first < piece.spans.count {
      var end = first + 1
      while end < piece.spans.count, piece.spans[end].joint != .start { end += 1 }
      find(finder, in: piece, spans: first..<end, number: number)
      first = end
    }
  }

  /// Searches a text that is wrapped over several spans.
  private mutating func find(
    _ finder: TextFinder, in piece: LaidOutPiece, spans: Range<Int>, number: Int
  ) {
    let found: [Range<Int>]
    // The offset of each span in the searched text.
    var starts: [Int] = [0]
    if spans.count == 1 {
      found = piece.text.withUnsafeBytes { bytes in
        let range = piece.spans[spans.lowerBound].range
        return finder.ranges(in: UnsafeRawBufferPointer(rebasing: bytes[range]))
      }
    } else {
      var text: [UInt8] = []
      starts = []
      for span in piece.spans[spans] {
        if span.joint == .space { text.append(0x20) }
        starts.append(text.count)
        text += piece.text[span.range]
      }
      found = text.withUnsafeBytes { finder.ranges(in: $0) }
    }
    var span = 0
    for match in found {
      guard all.count < Self.limit else {
        isPartial = true
        return
      }
      while span + 1 < starts.count, starts[span + 1] <= match.lowerBound { span += 1 }
      add(match, from: span, starts, in: piece, spans: spans, number: number)
    }
  }

  /// Adds a match that begins in a span and may continue in the next ones.
  private mutating func add(
    _ match: Range<Int>, from first: Int, _ starts: [Int], in piece: LaidOutPiece,
    spans: Range<Int>,
    number: Int
  ) {
    var isFirst = true
    var index = first
    while index < starts.count, starts[index] < match.upperBound {
      let span = piece.spans[spans.lowerBound + index]
      let line = Int(span.line)
      let range = match.clamped(to: starts[index]..<starts[index] + span.range.count)
      index += 1
      guard !range.isEmpty else { continue }
      let lineStart = line == 0 ? 0 : Int(piece.lines[line - 1].textEnd)
      let shift = span.range.lowerBound - starts[index - 1] - lineStart
      let position = PagePosition(piece: number, line: line)
      let shown = range.lowerBound + shift..<range.upperBound + shift
      ranges[position, default: []].append(shown)
      if isFirst { all.append(PageMatch(position: position, start: shown.lowerBound)) }
      isFirst = false
    }
  }
}
