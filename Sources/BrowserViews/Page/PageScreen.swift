import Browser
import ListMarkdown
import ListModel
import PageLayout
import TerminalScreen

extension ScreenView {
  /// Draws a page with its contents in place of the panes.
  func drawPage(_ page: PageView, _ state: BrowserState, on canvas: inout Canvas) {
    let frame = state.pageFrame
    drawPageHeader(page, on: &canvas)
    if let area = frame.contents {
      drawContents(page, state.news, area, on: &canvas)
      canvas.verticalLine(
        column: frame.page.column - 1, rows: 1..<max(1, canvas.rows - state.layoutFooterRows),
        borders: lines,
        style: theme.border)
    } else if page.focus == .contents {
      drawContents(page, state.news, frame.page, on: &canvas)
      return
    }
    if page.showsChanges, let version = page.contents.version {
      drawChanges(version, page, frame.page, on: &canvas)
    } else {
      drawText(page, frame, state, on: &canvas)
    }
  }

  private func drawPageHeader(_ page: PageView, on canvas: inout Canvas) {
    canvas.draw("awl", row: 0, column: 1, style: theme.header)
    var right = ""
    if let version = page.contents.version {
      right = "\(version.day) \(version.author): \(version.subject)"
    }
    let room = max(0, canvas.columns - 8)
    let title = page.request.file ?? page.contents.title
    let used = canvas.draw(SafeText(title), row: 0, column: 6, limit: room, style: theme.title)
    let text = SafeText(right)
    let free = room - used - 2
    guard free > 12, !right.isEmpty else { return }
    let shown = text.truncated(to: free)
    canvas.draw(shown, row: 0, column: canvas.columns - shown.width - 1, style: theme.faint)
  }

  private func drawText(
    _ page: PageView, _ frame: PageFrame, _ state: BrowserState, on canvas: inout Canvas
  ) {
    let isFocused = page.focus == .page
    drawTitle(
      "Page", count: SafeText(percent(page)), of: frame.page, isFocused: isFocused, on: &canvas)
    let content = frame.page.content
    var place = page.top
    for row in 0..<content.rows {
      guard let piece = page.page.laid(place.piece) else { break }
      if piece.lines.indices.contains(place.line) {
        let line = content.line(row)
        draw(place, of: piece, page, line, state, on: &canvas)
        if place == page.cursor, isFocused, state.prompt == nil {
          if page.link == nil {
            canvas.overlay(
              theme.cursor,
              on: Rect(row: line.row, column: line.column, rows: 1, columns: frame.textColumns + 2))
          }
          canvas.cursor = Canvas.Position(row: line.row, column: line.column)
        }
      }
      guard let next = next(after: place, in: page) else { break }
      place = next
    }
  }

  /// Returns the next line that is laid out.
  private func next(after place: PagePosition, in page: PageView) -> PagePosition? {
    guard let piece = page.page.laid(place.piece) else { return nil }
    if place.line + 1 < piece.lines.count {
      return PagePosition(piece: place.piece, line: place.line + 1)
    }
    var next = place.piece + 1
    while let found = page.page.laid(next) {
      if !found.lines.isEmpty { return PagePosition(piece: next) }
      next += 1
    }
    return nil
  }

  private func draw(
    _ place: PagePosition, of piece: LaidOutPiece, _ page: PageView, _ line: Rect,
    _ state: BrowserState, on canvas: inout Canvas
  ) {
    let laid = piece.lines[place.line]
    let skipped = laid.kind == .wide ? page.column : 0
    let limit = laid.kind == .wide ? line.columns - 1 : state.pageFrame.textColumns
    let matches = page.matches(on: place)
    var column = 0
    var byte = 0
    var lastLink: Int32 = -1
    piece.forEachRun(ofLine: place.line) { text, run in
      var bytes = text
      defer { byte += text.count }
      var start = column - skipped
      column +=
        SafeText(bytes: Array(text), limit: .max)
        .measured(ambiguousColumns: canvas.ambiguousColumns).width
      if start < 0 {
        // Text scrolled out on the left is not drawn.
        let dropped = bytes.dropping(columns: -start, canvas.ambiguousColumns)
        start += dropped.columns
        bytes = dropped.rest
      }
      guard start < limit, !bytes.isEmpty else { return }
      var style = theme.style(of: run.style)
      if run.link >= 0, let link = page.link, link.position.piece == place.piece,
        link.link == run.link
      {
        style = style.overlaid(with: theme.cursor)
      }
      let offset = byte + bytes.startIndex - text.startIndex
      let width = canvas.draw(
        SafeText(bytes: Array(bytes), limit: .max), row: line.row, column: line.column + 1 + start,
        limit: limit - start, style: style,
        highlights: matches.map { $0.lowerBound - offset..<$0.upperBound - offset },
        highlight: theme.match)
      if run.link >= 0 {
        link(
          row: line.row, column: line.column + 1 + start, width,
          to: piece.target(of: run.link), on: &canvas)
      }
      if run.link >= 0, run.link != lastLink {
        drawHint(
          PageLink(position: place, link: run.link), page, row: line.row,
          column: line.column + 1 + start, on: &canvas)
      }
      lastLink = run.link
    }
    drawNotes(place, of: piece, page, line, state, on: &canvas)
  }

  private func drawHint(
    _ link: PageLink, _ page: PageView, row: Int, column: Int, on canvas: inout Canvas
  ) {
    guard let hints = page.hints, let label = hints.open.first(where: { $0.link == link }) else {
      return
    }
    canvas.draw(
      SafeText(label.letters), row: row, column: column,
      style: Style(attributes: [.bold, .reverse]))
  }

  private func percent(_ page: PageView) -> String {
    guard let version = page.page.laid(page.top.piece) else { return "" }
    let source = version.lines.indices.contains(page.cursor.line) ? page.source : 1
    let lines = max(1, Int(page.contents.lineCount))
    return "\(min(100, Int(source) * 100 / lines))%"
  }

  private func drawContents(
    _ page: PageView, _ news: NewEntries, _ area: Area, on canvas: inout Canvas
  ) {
    let isFocused = page.focus == .contents
    let headings = page.contents.headings
    drawTitle(
      "Contents", count: "\(headings.count)", of: area, isFocused: isFocused, on: &canvas)
    let content = area.content
    let selected = isFocused ? page.row : page.presentRow ?? 0
    let top = scrolled(
      top: 0, cursor: selected, rows: content.rows, count: headings.count)
    let least = headings.map(\.level).min() ?? 1
    let newCounts = news.isEmpty ? [] : page.contents.newCounts(news)
    for index in top..<max(top, min(headings.count, top + content.rows)) {
      let line = content.line(index - top)
      let heading = headings[index]
      let indent = 1 + 2 * min(4, heading.level - least)
      let isPresent = index == page.presentRow
      let count = SafeText(heading.count > 0 ? grouped(heading.count) : "")
      let hasNew = newCounts.indices.contains(index) && newCounts[index] > 0
      let new = SafeText(hasNew ? grouped(newCounts[index]) + newSign.text + " " : "")
      let countColumn = line.endColumn - count.width - 1
      canvas.draw(
        SafeText(heading.text), row: line.row, column: line.column + indent,
        limit: line.columns - indent - count.width - new.width - 2,
        style: isPresent ? theme.restingCursor : .plain)
      canvas.draw(new, row: line.row, column: countColumn - new.width, style: theme.new)
      canvas.draw(count, row: line.row, column: countColumn, style: theme.faint)
      if isFocused, index == selected {
        canvas.overlay(theme.cursor, on: line)
        canvas.cursor = Canvas.Position(row: line.row, column: line.column)
      }
    }
  }
}

extension ArraySlice<UInt8> {
  /// Returns a sanitised text without its first columns, and how many were dropped: one more than
  /// requested if a wide character straddles the edge.
  fileprivate func dropping(
    columns: Int, _ ambiguousColumns: Int
  ) -> (rest: ArraySlice<UInt8>, columns: Int) {
    var dropped = 0
    var rest = self
    while dropped < columns, !rest.isEmpty {
      var end = rest.startIndex + 1
      while end < rest.endIndex, rest[end] & 0xC0 == 0x80 { end += 1 }
      dropped +=
        SafeText(bytes: Array(rest[..<end]), limit: .max)
        .measured(ambiguousColumns: ambiguousColumns).width
      rest = rest[end...]
    }
    return (rest, dropped)
  }
}
