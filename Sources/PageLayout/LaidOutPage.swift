package import ListMarkdown

/// A line of a page that is laid out piece by piece.
package struct PagePosition: Comparable, Hashable, Sendable {
  package var piece: Int
  package var line: Int

  package init(piece: Int = 0, line: Int = 0) {
    self.piece = piece
    self.line = line
  }

  package static func < (one: PagePosition, other: PagePosition) -> Bool {
    (one.piece, one.line) < (other.piece, other.line)
  }
}

/// A page at a width, laid out as far as it was viewed.
///
/// A position is a piece and a line in it, since the number of lines above is unknown until all of
/// them are laid out. Each call lays out the pieces it needs and caches the last ones.
package struct LaidOutPage: Sendable {
  package let document: PageDocument
  package private(set) var options: LayoutOptions
  private var pieces: [LaidOutPiece?]
  /// How many `<details>` are open, and collapsed, after each piece.
  private var details: [(open: Int, hidden: Int, source: Int32)?]
  private var laidCount = 0

  /// Pages of up to this many pieces, some 2 MiB, are cached and searched as a whole.
  package static let wholePieces = 64

  package init(_ document: PageDocument, _ options: LayoutOptions) {
    self.document = document
    self.options = options
    pieces = Array(repeating: nil, count: max(1, document.pieceCount))
    details = Array(repeating: nil, count: pieces.count)
  }

  package var pieceCount: Int { pieces.count }

  /// Whether the page is small enough to be laid out as a whole.
  package var isWhole: Bool { pieces.count <= Self.wholePieces }

  /// Changes the layout options, and returns the new position of a line of the page.
  package mutating func change(
    to options: LayoutOptions, keeping source: Int32
  ) -> PagePosition {
    if options != self.options {
      self.options = options
      pieces = Array(repeating: nil, count: pieces.count)
      details = Array(repeating: nil, count: pieces.count)
      laidCount = 0
    }
    return position(ofSource: Int(source))
  }

  /// Returns a piece if it is laid out already; nil otherwise.
  package func laid(_ index: Int) -> LaidOutPiece? {
    pieces.indices.contains(index) ? pieces[index] : nil
  }

  /// Returns a piece, after laying it out if necessary.
  package mutating func piece(_ index: Int) -> LaidOutPiece {
    if let piece = pieces[index] { return piece }
    var first = index
    if document.mayHoldDetails, isWhole {
      while first > 0, details[first - 1] == nil { first -= 1 }
    }
    for next in first..<index { _ = lay(next) }
    return lay(index)
  }

  private mutating func lay(_ index: Int) -> LaidOutPiece {
    let before = index > 0 ? details[index - 1] : nil
    var options = options
    options.startsWithGap = index > 0 && document.followsGap(index)
    let piece = PieceLayout.lay(
      document.piece(index, openDetails: before?.open ?? 0), options,
      hiddenDetails: (before?.hidden ?? 0, before?.source ?? 0),
      lines: options.insertions.isEmpty ? 0..<0 : document.lines(ofPiece: index))
    pieces[index] = piece
    details[index] = (
      piece.openDetails, piece.hiddenDetails, piece.closedDetails.last ?? 0
    )
    laidCount += 1
    if laidCount > 3 * Self.wholePieces / 2 { forgetPieces(farFrom: index) }
    return piece
  }

  private mutating func forgetPieces(farFrom index: Int) {
    laidCount = 0
    for other in pieces.indices {
      if abs(other - index) > Self.wholePieces / 2 {
        pieces[other] = nil
      } else if pieces[other] != nil {
        laidCount += 1
      }
    }
  }
}

// MARK: - Positions

extension LaidOutPage {
  /// Returns the last line of the page.
  package mutating func lastPosition() -> PagePosition {
    for index in pieces.indices.reversed() {
      let count = piece(index).lines.count
      if count > 0 { return PagePosition(piece: index, line: count - 1) }
    }
    return PagePosition()
  }

  /// Returns the position a number of lines further down, or up, within the page.
  package mutating func position(
    from start: PagePosition, by lines: Int
  ) -> PagePosition {
    var place = start
    var left = lines
    while left > 0 {
      let count = piece(place.piece).lines.count
      let step = min(left, count - 1 - place.line)
      if step > 0 {
        place.line += step
        left -= step
      }
      guard left > 0 else { break }
      guard let next = nextPiece(place.piece, by: 1) else { return place }
      place = PagePosition(piece: next, line: 0)
      left -= 1
    }
    while left < 0 {
      let step = min(-left, place.line)
      place.line -= step
      left += step
      guard left < 0 else { break }
      guard let next = nextPiece(place.piece, by: -1) else { return place }
      place = PagePosition(piece: next, line: piece(next).lines.count - 1)
      left += 1
    }
    return place
  }

  /// Returns the next piece that has lines.
  private mutating func nextPiece(_ index: Int, by step: Int) -> Int? {
    var next = index + step
    while pieces.indices.contains(next) {
      if !piece(next).lines.isEmpty { return next }
      next += step
    }
    return nil
  }

  /// Returns the number of lines between two positions, up to a limit; negative upwards.
  package mutating func distance(
    from start: PagePosition, to end: PagePosition, limit: Int
  ) -> Int {
    guard start <= end else { return -distance(from: end, to: start, limit: limit) }
    var count = -start.line
    for index in start.piece..<end.piece {
      count += piece(index).lines.count
      if count > limit { return limit }
    }
    return min(limit, count + end.line)
  }

  /// Returns the line that shows a line of the page, or the last one before.
  package mutating func position(ofSource source: Int) -> PagePosition {
    let index = document.piece(ofLine: source)
    let lines = piece(index).lines
    var best = 0
    for (number, line) in lines.enumerated() where Int(line.source) <= source {
      // The empty line above a block has the number of the block's.
      let isBetter =
        line.source > lines[best].source
        || line.source == lines[best].source && lines[best].width == 0 && line.width > 0
      if isBetter { best = number }
    }
    return lines.isEmpty
      ? position(from: PagePosition(piece: index), by: 0) : PagePosition(piece: index, line: best)
  }

  /// Returns the start of the closed `<details>` that hide a line of the page; nil for one that is
  /// shown.
  package mutating func closedDetails(hiding source: Int) -> Int32? {
    HiddenLines(of: piece(document.piece(ofLine: source))).closedDetails(hiding: Int32(source))
  }

  /// Returns the line of the page that a position shows.
  package mutating func source(at place: PagePosition) -> Int32 {
    let lines = piece(min(max(0, place.piece), pieces.count - 1)).lines
    return lines.indices.contains(place.line) ? lines[place.line].source : 1
  }
}
