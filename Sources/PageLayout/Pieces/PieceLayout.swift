import ListMarkdown
import TerminalScreen

/// Lays out a piece of a page, from blocks to lines of a given width.
///
/// One loop over the blocks, with a stack of the open containers. The prefix that containers add to
/// each line (a quote's bar, an item's indent) is computed once, so the work for a line does not
/// grow with the depth.
package struct PieceLayout {
  let piece: DocumentPiece
  let options: LayoutOptions
  var laid = LaidOutPiece()
  /// The block being laid out.
  var number = 0
  private(set) var containers: [Container] = []
  private var lists: [ListCount] = []
  /// An empty line is due before the next one.
  var isGapDue = false
  /// How many `<details>` are closed around the current block.
  private(set) var hiddenDepth: Int
  private var anchors: ArraySlice<DocumentAnchor>
  var insertions: PendingInsertions
  /// The line of the page that the current block, or the row of a table, starts on.
  var blockLine: Int32 = 1
  /// The line that the outermost open item starts on.
  private(set) var outermostItem: Int32?
  /// The owner of the current lines if it is none of these.
  var lineOwner: Int32?
  /// The columns to the left of a line of the current table.
  var tableLead = 0

  /// The current text, sanitised, and its runs.
  var flow: [UInt8] = []
  var flowRuns: [DocumentRun] = []
  /// The prefix of each line, its columns, and the prefix of the first one if it differs.
  var prefix = Prefix()
  var firstPrefix: Prefix?

  /// Text before a line.
  struct Prefix {
    var text: [UInt8] = []
    var runs: [DocumentRun] = []
    var width = 0

    mutating func append(_ added: String, style: DocumentStyle) {
      text += added.utf8
      runs.append(DocumentRun(end: Int32(text.count), style: style, link: -1))
      width += SafeText(added).width
    }
  }

  struct Container {
    /// The prefix around the container.
    let outer: Prefix
    let isTight: Bool
    let isItem: Bool
    /// The line of the page that it starts on.
    let line: Int32
  }

  private struct ListCount {
    var number: Int
    let isTight: Bool
  }

  /// Lays out a piece.
  ///
  /// - Parameters:
  ///   - hiddenDetails: how many `<details>` that are closed continue from the piece before, and the line
  ///     that the outermost of them start on.
  ///   - lines: the lines of the page that the piece has; insertions that follow others are not its.
  static func lay(
    _ piece: DocumentPiece, _ options: LayoutOptions,
    hiddenDetails: (count: Int, source: Int32) = (0, 0), lines: Range<Int> = 0..<Int(Int32.max)
  ) -> LaidOutPiece {
    var layout = PieceLayout(piece, options, hiddenDetails: hiddenDetails.count)
    if hiddenDetails.count > 0 {
      layout.laid.closedDetails.append(hiddenDetails.source)
    }
    layout.insertions = PendingInsertions(options.insertions, lines: lines)
    layout.run()
    return layout.laid
  }

  private init(_ piece: DocumentPiece, _ options: LayoutOptions, hiddenDetails: Int) {
    self.piece = piece
    self.options = options
    hiddenDepth = hiddenDetails
    insertions = PendingInsertions([], lines: 0..<0)
    isGapDue = options.startsWithGap
    anchors = piece.anchors[...]
    laid.links = piece.links
    laid.linkLines = Array(repeating: -1, count: piece.links.count)
    laid.targets = piece.targets
    laid.openDetails = piece.openDetails
    laid.text.reserveCapacity(piece.text.count * 5 / 4)
    laid.runs.reserveCapacity(piece.runs.count * 2)
    laid.lines.reserveCapacity(piece.blocks.count * 2)
  }

  private mutating func run() {
    layInsertions(from: 0, above: 1)
    while number < piece.blocks.count {
      let block = piece.blocks[number]
      takeAnchors()
      blockLine = block.line
      if hiddenDepth > 0 { pass(block) } else { lay(block) }
      layInsertions(after: block)
      number += 1
    }
    laid.hiddenDetails = min(hiddenDepth, piece.openDetails)
    // The empty line above a block is not part of an anchor's target.
    for (index, anchor) in laid.anchors.enumerated()
    where anchor.line + 1 < laid.lines.count && laid.lines[anchor.line].width == 0 {
      laid.anchors[index].line += 1
    }
  }

  private mutating func takeAnchors() {
    while let anchor = anchors.first, Int(anchor.block) <= number {
      laid.anchors.append((anchor.name, laid.lines.count))
      anchors = anchors.dropFirst()
    }
  }

  /// Passes over a block of closed `<details>`.
  private mutating func pass(_ block: DocumentBlock) {
    switch block.kind {
    case .detailsStart: hiddenDepth += 1
    case .detailsEnd:
      hiddenDepth -= 1
      if hiddenDepth == 0 { isGapDue = true }
    default: break
    }
  }
}

// MARK: - Blocks

extension PieceLayout {
  private mutating func lay(_ block: DocumentBlock) {
    switch block.kind {
    case .paragraph: layParagraph(block)
    case .heading: layHeading(block)
    case .code: layCode(block)
    case .thematicBreak:
      startGap()
      appendRule(options.glyphs.rule, columns: room, source: block.line)
      isGapDue = true
    case .quoteStart: startQuote(block)
    case .listStart:
      if !(lists.last?.isTight ?? false) || containers.isEmpty { startGap() }
      lists.append(ListCount(number: Int(block.number), isTight: block.isFlagged))
    case .listEnd:
      lists.removeLast()
      isGapDue = !(lists.last?.isTight ?? false)
    case .itemStart: startItem()
    case .footnoteStart: startFootnote(block)
    case .quoteEnd, .itemEnd, .footnoteEnd: endContainer(block.kind)
    case .tableStart: layTable()
    case .cell, .rowEnd, .tableEnd: break
    case .detailsStart: startDetails(block)
    case .summary: laySummary(block, isOpen: true)
    case .detailsEnd: isGapDue = true
    }
  }

  private mutating func layParagraph(_ block: DocumentBlock) {
    startGap()
    setFlow(of: block)
    appendFlow(source: block.line, kind: block.isFlagged ? .wide : .text)
    isGapDue = !isTight
  }

  private mutating func layHeading(_ block: DocumentBlock) {
    startGap()
    isGapDue = true
    setFlow(of: block, adding: .heading)
    let first = laid.lines.count
    appendFlow(source: block.line, kind: .heading)
    guard laid.lines.count > first else { return }
    let text = String(decoding: flow.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
    laid.headings.append(
      LaidOutHeading(
        level: Int(block.number), text: text, slug: HeadingSlug.slug(of: block, in: piece),
        line: first, source: block.line))
    guard block.number < 3, containers.isEmpty else { return }
    let glyphs = options.glyphs
    let width = Int(laid.lines[first...].map(\.width).max() ?? 1)
    appendRule(
      block.number == 1 ? glyphs.doubleRule : glyphs.rule,
      columns: block.number == 1 ? room : min(room, width), source: block.line)
  }

  private mutating func layCode(_ block: DocumentBlock) {
    startGap()
    isGapDue = true
    guard let first = block.runs.first else { return }
    let language = first..<(first + 1)
    setFlow(runs: language, adding: .faint)
    let outer = prefix
    if !flow.isEmpty {
      prefix.append("  ", style: .marker)
      appendFlow(source: block.line)
    }
    prefix = outer
    prefix.append("  ", style: .marker)
    if firstPrefix != nil { firstPrefix?.append("  ", style: .marker) }
    layCodeLines(piece.bytes(ofRuns: (first + 1)..<block.runs.upperBound), source: block.line)
    prefix = outer
  }

  private mutating func layCodeLines(_ code: Range<Int>, source: Int32) {
    var source = source
    var start = code.lowerBound
    while start <= code.upperBound {
      let end = piece.text[start..<code.upperBound].firstIndex(of: 0x0A) ?? code.upperBound
      flow.removeAll(keepingCapacity: true)
      flowRuns.removeAll(keepingCapacity: true)
      let lines = SafeText.lines(
        String(decoding: piece.text[start..<end], as: UTF8.self), limit: 65_536)
      flow += (lines.first?.text ?? "").utf8
      flowRuns.append(DocumentRun(end: Int32(flow.count), style: .code, link: -1))
      appendWhole(source: source, kind: .wide)
      source += 1
      start = end + 1
    }
  }
}

// MARK: - Containers

extension PieceLayout {
  /// Columns for text within the containers.
  var room: Int { max(2, options.columns - prefix.width) }

  /// The current item; nil if the innermost open container is not one.
  var innermostItem: Container? { containers.last.flatMap { $0.isItem ? $0 : nil } }

  private var isTight: Bool { containers.last?.isTight ?? false }

  /// Adds the pending empty line, unless the block is the first of its item.
  mutating func startGap() {
    guard isGapDue, firstPrefix == nil else { return }
    isGapDue = false
    guard !laid.lines.isEmpty || options.startsWithGap else { return }
    flow.removeAll(keepingCapacity: true)
    flowRuns.removeAll(keepingCapacity: true)
    appendWhole(source: piece.blocks[number].line)
  }

  private mutating func startQuote(_ block: DocumentBlock) {
    startGap()
    isGapDue = false
    let alert = AlertTitle(piece, after: number)
    open(
      .quoteStart, first: nil, rest: options.glyphs.bar + " ",
      style: alert == nil ? .marker : [.marker, .alert], isTight: false)
    guard let alert else { return }
    flow = Array(alert.title.utf8)
    flowRuns = [DocumentRun(end: Int32(flow.count), style: [.alert, .strong], link: -1)]
    appendFlow(source: block.line)
  }

  private mutating func startItem() {
    var isTight = true
    var marker = options.glyphs.bullet + " "
    if let list = lists.last {
      isTight = list.isTight
      if list.number >= 0 {
        marker = "\(list.number). "
        lists[lists.count - 1].number += 1
      }
    }
    startGap()
    if let task = taskMarker(ofParagraph: number + 1) { marker = task }
    let indent = String(repeating: " ", count: SafeText(marker).width)
    if outermostItem == nil { outermostItem = piece.blocks[number].line }
    open(.itemStart, first: marker, rest: indent, style: .marker, isTight: isTight)
  }

  private mutating func startFootnote(_ block: DocumentBlock) {
    startGap()
    let label = "[\(block.number)] "
    let indent = String(repeating: " ", count: label.utf8.count)
    open(.footnoteStart, first: label, rest: indent, style: .marker, isTight: true)
  }

  private mutating func open(
    _ kind: DocumentBlock.Kind, first: String?, rest: String, style: DocumentStyle, isTight: Bool
  ) {
    containers.append(
      Container(
        outer: prefix, isTight: isTight, isItem: kind == .itemStart,
        line: piece.blocks[number].line))
    // Beyond half of the width containers add no indent, so that there is always room for text.
    let isShown = prefix.width + rest.utf8.count <= max(4, options.columns / 2)
    if let first {
      var lead = firstPrefix ?? prefix
      if isShown { lead.append(first, style: style) }
      firstPrefix = lead
    } else if isShown {
      firstPrefix?.append(rest, style: style)
    }
    if isShown { prefix.append(rest, style: style) }
  }

  private mutating func endContainer(_ kind: DocumentBlock.Kind) {
    // An item without text is only its marker.
    if firstPrefix != nil {
      flow.removeAll(keepingCapacity: true)
      flowRuns.removeAll(keepingCapacity: true)
      appendWhole(source: piece.blocks[number].line)
    }
    layInsertionsAfterItem()
    guard let container = containers.popLast() else { return }
    prefix = container.outer
    if container.isItem, !containers.contains(where: \.isItem) { outermostItem = nil }
    isGapDue = kind != .itemEnd || !(lists.last?.isTight ?? true)
  }
}

// MARK: - Details

extension PieceLayout {
  private mutating func startDetails(_ block: DocumentBlock) {
    let isToggled = options.toggledDetails.contains(block.line)
    let isOpen = options.opensDetails || block.isFlagged != isToggled
    startGap()
    if number + 1 < piece.blocks.count, piece.blocks[number + 1].kind == .summary {
      number += 1
      laySummary(piece.blocks[number], isOpen: isOpen, source: block.line)
    } else {
      startGap()
      flow = Array("\(isOpen ? options.glyphs.opened : options.glyphs.closed) Details".utf8)
      flowRuns = [DocumentRun(end: Int32(flow.count), style: .strong, link: -1)]
      appendFlow(source: block.line, kind: .summary)
      isGapDue = true
    }
    if !isOpen {
      hiddenDepth = 1
      laid.closedDetails.append(block.line)
    }
  }

  private mutating func laySummary(_ block: DocumentBlock, isOpen: Bool, source: Int32? = nil) {
    startGap()
    setFlow(
      of: block, adding: .strong,
      after: (isOpen ? options.glyphs.opened : options.glyphs.closed) + " ")
    appendFlow(source: source ?? block.line, kind: .summary)
    isGapDue = true
  }
}
