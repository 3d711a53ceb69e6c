import ListMarkdown

extension PieceLayout {
  /// Starts a line with the prefixes of its containers.
  mutating func startLine() -> Int {
    let lead = firstPrefix ?? prefix
    firstPrefix = nil
    guard !lead.text.isEmpty else { return 0 }
    let start = Int32(laid.text.count)
    laid.text += lead.text
    for run in lead.runs {
      laid.runs.append(DocumentRun(end: start + run.end, style: run.style, link: -1))
    }
    return lead.width
  }

  mutating func endLine(width: Int, source: Int32, kind: LaidOutLine.Kind) {
    laid.lines.append(
      LaidOutLine(
        textEnd: Int32(laid.text.count), runEnd: Int32(laid.runs.count), width: Int32(width),
        source: source, owner: lineOwner ?? outermostItem ?? blockLine, kind: kind))
  }

  /// Makes a line of bytes of the current text; `run` is the first run that they may be in.
  mutating func appendLine(
    _ range: Range<Int>, width: Int, run: inout Int, source: Int32, kind: LaidOutLine.Kind,
    joint: LaidOutSpan.Joint = .start
  ) {
    let lead = startLine()
    if let span = appendText(range, run: &run, joint: joint) { laid.spans.append(span) }
    endLine(width: lead + width, source: source, kind: kind)
  }

  mutating func startTableLine() { tableLead = startLine() }

  mutating func endTableLine(width: Int, source: Int32) {
    endLine(width: tableLead + width, source: source, kind: .wide)
  }

  /// Appends spaces to the current line.
  mutating func appendFill(_ count: Int) {
    guard count > 0 else { return }
    laid.text.append(contentsOf: repeatElement(0x20, count: count))
    laid.runs.append(DocumentRun(end: Int32(laid.text.count), style: [], link: -1))
  }

  /// Appends text that is not part of the page to the current line.
  mutating func appendMark(_ text: String) {
    laid.text += text.utf8
    laid.runs.append(DocumentRun(end: Int32(laid.text.count), style: .marker, link: -1))
  }

  /// Appends bytes of the current text with their runs; `run` is the first of these.
  ///
  /// Returns their range in the line; nil for none.
  mutating func appendText(
    _ range: Range<Int>, run: inout Int, joint: LaidOutSpan.Joint
  ) -> LaidOutSpan? {
    guard !range.isEmpty else { return nil }
    let start = laid.text.count
    let shift = start - range.lowerBound
    laid.text += flow[range]
    for index in start..<laid.text.count where laid.text[index] < 0x20 { laid.text[index] = 0x20 }
    while run < flowRuns.count, Int(flowRuns[run].end) <= range.lowerBound { run += 1 }
    while run < flowRuns.count {
      let found = flowRuns[run]
      let end = min(Int(found.end), range.upperBound)
      laid.runs.append(
        DocumentRun(end: Int32(end + shift), style: found.style, link: found.link))
      if found.link >= 0, laid.linkLines[Int(found.link)] < 0 {
        laid.linkLines[Int(found.link)] = Int32(laid.lines.count)
      }
      if Int(found.end) >= range.upperBound { break }
      run += 1
    }
    return LaidOutSpan(
      start: Int32(start), end: Int32(laid.text.count), line: Int32(laid.lines.count), joint: joint)
  }

  mutating func appendRule(_ glyph: String, columns: Int, source: Int32) {
    _ = startLine()
    appendMark(String(repeating: glyph, count: columns))
    endLine(width: prefix.width + columns, source: source, kind: .text)
  }
}
