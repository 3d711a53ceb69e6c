import ListMarkdown
import Shortcodes
import TerminalScreen

extension DocumentPiece {
  /// Returns the bytes of some runs.
  func bytes(ofRuns range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    let start = range.lowerBound == 0 ? 0 : Int(runs[range.lowerBound - 1].end)
    return start..<Int(runs[range.upperBound - 1].end)
  }
}

extension PieceLayout {
  /// Makes the text of a block the current text, sanitised.
  mutating func setFlow(
    of block: DocumentBlock, adding style: DocumentStyle = [], after lead: String = ""
  ) {
    setFlow(runs: block.runs, adding: style, after: lead)
  }

  mutating func setFlow(
    runs: Range<Int>, adding style: DocumentStyle = [], after lead: String = ""
  ) {
    flow.removeAll(keepingCapacity: true)
    flowRuns.removeAll(keepingCapacity: true)
    if !lead.isEmpty {
      flow += lead.utf8
      flowRuns.append(DocumentRun(end: Int32(flow.count), style: .marker, link: -1))
    }
    appendFlow(runs: runs, adding: style)
  }

  /// Makes a text that is not of the page the current text, sanitised.
  mutating func setFlow(inserted text: String) {
    flow.removeAll(keepingCapacity: true)
    Array(text.utf8).withUnsafeBufferPointer { append($0, of: []) }
    flowRuns = [DocumentRun(end: Int32(flow.count), style: .removed, link: -1)]
  }

  /// Adds runs of the piece to the current text.
  mutating func appendFlow(runs: Range<Int>, adding style: DocumentStyle = []) {
    guard !runs.isEmpty else { return }
    var start = piece.bytes(ofRuns: runs).lowerBound
    if let task = skipsTask(runs) { start += task }
    piece.text.withUnsafeBufferPointer { text in
      for index in runs {
        let run = piece.runs[index]
        let end = Int(run.end)
        defer { start = max(start, end) }
        guard start < end else { continue }
        let mark = options.marksStyles ? DocumentStyle.mark(of: run.style) : nil
        if let mark { flow.append(mark) }
        append(UnsafeBufferPointer(rebasing: text[start..<end]), of: run.style)
        if let mark { flow.append(mark) }
        flowRuns.append(
          DocumentRun(end: Int32(flow.count), style: run.style.union(style), link: run.link))
      }
    }
  }

  /// Appends the text of one run, with emoji for the shortcodes outside of code.
  private mutating func append(_ text: UnsafeBufferPointer<UInt8>, of style: DocumentStyle) {
    guard !style.contains(.code), options.emoji != .text, EmojiCode.occurs(in: text) else {
      return appendShown(text)
    }
    var shown: [UInt8] = []
    EmojiCode.appendShown(text, to: &shown)
    shown.withUnsafeBufferPointer { appendShown($0) }
  }

  /// Adds text with its emoji in the wanted form.
  private mutating func appendShown(_ text: UnsafeBufferPointer<UInt8>) {
    guard options.emoji != .keep, text.contains(where: { $0 >= 0x80 }) else {
      return SafeBytes.append(text, to: &flow)
    }
    options.emoji.rewritten(text).withUnsafeBufferPointer { SafeBytes.append($0, to: &flow) }
  }

  /// Wraps the current text into lines.
  mutating func appendFlow(source: Int32, kind: LaidOutLine.Kind = .text) {
    if kind == .wide {
      for index in flow.indices where flow[index] < 0x20 { flow[index] = 0x20 }
      appendWhole(source: source, kind: .wide)
      return
    }
    let columns = room
    var run = 0
    // The text does not change while it is split into lines.
    let text = flow
    text.withUnsafeBufferPointer { bytes in
      var wrap = LineWrap(
        bytes, 0..<bytes.count, columns: columns, ambiguousColumns: options.ambiguousColumns)
      var joint = LaidOutSpan.Joint.start
      while let line = wrap.next() {
        appendLine(
          line.range, width: line.width, run: &run, source: source + Int32(line.lines), kind: kind,
          joint: joint)
        joint = line.endsAtSpace ? .space : .none
      }
    }
  }

  /// Makes one line of the current text, however wide it is.
  mutating func appendWhole(source: Int32, kind: LaidOutLine.Kind = .text) {
    var run = 0
    let width = flow.withUnsafeBufferPointer {
      columns(of: $0, 0..<$0.count, ambiguousColumns: options.ambiguousColumns)
    }
    appendLine(0..<flow.count, width: width, run: &run, source: source, kind: kind)
  }

  /// Returns how many bytes at the start of a block are recognised by its marker already.
  private func skipsTask(_ runs: Range<Int>) -> Int? {
    let block = piece.blocks[number]
    guard number > 0, block.kind == .paragraph, block.runs == runs else { return nil }
    switch piece.blocks[number - 1].kind {
    case .itemStart: return taskMarker(ofParagraph: number) == nil ? nil : 4
    case .quoteStart: return AlertTitle(piece, after: number - 1)?.length
    default: return nil
    }
  }

  /// Returns `[x] ` for the first paragraph of a task list item.
  func taskMarker(ofParagraph number: Int) -> String? {
    guard number < piece.blocks.count, piece.blocks[number].kind == .paragraph else { return nil }
    let text = piece.text[piece.bytes(ofRuns: piece.blocks[number].runs)]
    let start = text.startIndex
    guard text.count > 4, text[start] == UInt8(ascii: "["), text[start + 2] == UInt8(ascii: "]"),
      text[start + 3] == 0x20
    else { return nil }
    switch text[start + 1] {
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return "[x] "
    case 0x20: return "[ ] "
    default: return nil
    }
  }
}

/// The title of one of GitHub's alerts: a quote that begins with `[!NOTE]` on a line of its own.
struct AlertTitle {
  let title: String
  /// How many bytes of the quote's first paragraph it takes, the line end included.
  let length: Int

  private static let names = ["note", "tip", "important", "warning", "caution"]

  init?(_ piece: DocumentPiece, after quote: Int) {
    guard quote + 1 < piece.blocks.count, piece.blocks[quote].kind == .quoteStart,
      piece.blocks[quote + 1].kind == .paragraph
    else { return nil }
    let text = piece.text[piece.bytes(ofRuns: piece.blocks[quote + 1].runs)]
    let line = text.prefix { $0 >= 0x20 }
    guard line.count < 16, line.starts(with: "[!".utf8), line.last == UInt8(ascii: "]") else {
      return nil
    }
    let word = line.dropFirst(2).dropLast().map { $0 | 0x20 }
    guard let name = Self.names.first(where: { $0.utf8.elementsEqual(word) }) else { return nil }
    title = name.prefix(1).uppercased() + name.dropFirst()
    length = min(text.count, line.count + 1)
  }
}

extension DocumentStyle {
  /// Returns the mark around text of a style if no style can be shown.
  static func mark(of style: DocumentStyle) -> UInt8? {
    if style.contains(.code) { return UInt8(ascii: "`") }
    return style.contains(.struck) ? UInt8(ascii: "~") : nil
  }
}
