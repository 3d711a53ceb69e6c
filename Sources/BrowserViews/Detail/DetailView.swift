import Browser
import LinkOpening
import ListModel
import TerminalScreen

extension ScreenView {
  /// Draws the detail of the selected entry, at its scroll position.
  func drawDetail(_ state: BrowserState, _ area: Area, on canvas: inout Canvas) -> FrameMetrics {
    let place = state.place
    let isFocused = place.focus == .detail
    let content = area.content
    guard let text = detailText(state, content) else {
      drawTitle("Detail", count: nil, of: area, isFocused: isFocused, on: &canvas)
      return FrameMetrics()
    }
    let top = min(place.detailTop, max(0, text.rows.count - content.rows))
    drawTitle(
      "Detail", count: scrollPosition(top: top, rows: content.rows, of: text.rows.count), of: area,
      isFocused: isFocused, on: &canvas)
    for index in top..<min(text.rows.count, top + content.rows) {
      let row = text.rows[index]
      let line = content.line(index - top)
      if let label = row.label {
        canvas.draw(
          label, row: line.row, column: line.column + 1, limit: row.indent, style: theme.label)
      }
      let width = canvas.draw(
        row.text, row: line.row, column: line.column + 1 + row.indent,
        limit: max(0, line.columns - 1 - row.indent), style: row.style,
        highlights: row.highlights, highlight: theme.match)
      if let url = row.url {
        link(row: line.row, column: line.column + 1 + row.indent, width, to: url, on: &canvas)
      }
    }
    if isFocused, state.prompt == nil {
      canvas.cursor = Canvas.Position(row: content.row, column: content.column)
    }
    return FrameMetrics(detailRows: text.rows.count, detailMatches: text.matches)
  }

  /// Makes drawn cells a terminal hyperlink, if the URL may be opened.
  ///
  /// The terminal opens it without asking awl, so it must pass the same check.
  func link(row: Int, column: Int, _ columns: Int, to url: String, on canvas: inout Canvas) {
    guard columns > 0, let link = try? SafeLink(url) else { return }
    canvas.link(row: row, columns: column..<column + columns, to: link.url)
  }

  /// Returns the detail for the cursor: of a list in the lists pane, of a category with prose in
  /// the categories pane, else of an entry.
  private func detailText(_ state: BrowserState, _ content: Rect) -> DetailText? {
    let (columns, isAiry) = (content.columns - 2, content.rows >= 12)
    let place = state.place
    if place.focus == .lists, case .list(let list) = place.lists.chosen {
      return DetailText(list, of: state, columns: columns, isAiry: isAiry, screen: self)
    }
    if place.focus == .categories, case .category(let category) = place.categories.chosen,
      let text = DetailText(
        category, of: state, columns: columns, isAiry: isAiry, theme: theme)
    {
      return text
    }
    return place.selected.map {
      DetailText(
        $0, of: state, columns: columns, isAiry: isAiry, theme: theme, finder: MatchFinder(state))
    }
  }

  /// Returns the scroll position of the text; nil if all of it is on the screen.
  private func scrollPosition(top: Int, rows: Int, of count: Int) -> SafeText? {
    guard count > rows else { return nil }
    return "\(top + 1)-\(min(count, top + rows))/\(count)"
  }
}
