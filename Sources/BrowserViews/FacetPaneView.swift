import Browser
import ListModel
import Settings
import TerminalScreen

extension ScreenView {
  /// Draws a facet: its values, indented by their headings, each with its count.
  func drawFacet(_ pane: Pane, _ state: BrowserState, _ area: Area, on canvas: inout Canvas) {
    let place = state.place
    guard place.facet(pane) != nil else { return }
    let (rows, cursor, top) = place.shownRows(of: pane)
    let isFocused = place.focus == pane
    let count: SafeText? = place.rowFilter?.pane == pane ? SafeText(grouped(rows.count)) : nil
    drawTitle(name(of: pane, place), count: count, of: area, isFocused: isFocused, on: &canvas)
    let content = area.content
    let last = min(rows.count, top + content.rows)
    let emoji = EmojiForm(state.preferences.settings)
    for index in top..<max(top, last) {
      let line = content.line(index - top)
      let row = rows[index]
      guard !isPlain else {
        drawPlain(row, emoji, line, on: &canvas)
        if index == cursor, isFocused {
          canvas.overlay(theme.cursor, on: line)
          if state.prompt == nil {
            canvas.cursor = Canvas.Position(row: line.row, column: line.column)
          }
        }
        continue
      }
      draw(
        row, facts: line.columns >= Self.columnsForFacts ? facts(row, place.catalog) : nil, emoji,
        line, isCursor: index == cursor, isFocused: isFocused, on: &canvas)
      if index == cursor, isFocused, state.prompt == nil {
        canvas.cursor = Canvas.Position(row: line.row, column: line.column)
      }
    }
  }

  /// Draws a value of a facet as words.
  private func drawPlain(
    _ row: FacetRow, _ emoji: EmojiForm, _ line: Rect, on canvas: inout Canvas
  ) {
    var words = [grouped(row.count)]
    if row.new > 0 { words.append("\(grouped(row.new)) new") }
    if let isOpen = row.isOpen { words.append(isOpen ? "open" : "closed") }
    if row.hasFailed { words.append("failed") }
    if row.depth > 0 { words.append("level \(row.depth + 1)") }
    let rest = SafeText(", " + words.joined(separator: ", "))
    let used = canvas.draw(
      SafeText.shown(row.label, emoji: emoji), row: line.row, column: line.column,
      limit: max(1, line.columns - rest.width))
    canvas.draw(
      rest, row: line.row, column: line.column + used, limit: line.columns - used)
  }

  /// The minimum width of a lists pane that shows more than counts.
  private static let columnsForFacts = 60

  /// Returns the stars and the last addition of a list.
  private func facts(_ row: FacetRow, _ catalog: Catalog) -> SafeText? {
    guard case .list(let index) = row.key else { return nil }
    let star = borders == .unicode ? "★" : "*"
    let stars = catalog.list(index).stars.map { star + grouped($0.count) } ?? ""
    let day = catalog.days(of: index)?.upperBound.description ?? ""
    let blanks = (String(repeating: " ", count: max(0, 9 - stars.count)), day.isEmpty ? 10 : 0)
    return SafeText("\(blanks.0)\(stars)  \(day)\(String(repeating: " ", count: blanks.1))")
  }

  private func draw(
    _ row: FacetRow, facts: SafeText?, _ emoji: EmojiForm, _ line: Rect, isCursor: Bool,
    isFocused: Bool, on canvas: inout Canvas
  ) {
    let count = SafeText(grouped(row.count))
    let start = line.column + row.triangleColumn(in: line.columns)
    let marker: SafeText? =
      switch row.isOpen {
      case true: borders == .unicode ? "▾" : "-"
      case false: borders == .unicode ? "▸" : "+"
      case nil: nil
      }
    if let marker { canvas.draw(marker, row: line.row, column: start, style: theme.faint) }
    let labelColumn = start + 2
    if row.hasFailed {
      canvas.draw("!", row: line.row, column: start + (marker == nil ? 0 : 1), style: theme.error)
    }
    let countColumn = line.endColumn - count.width - 1
    let style: Style =
      if isCursor { isFocused ? .plain : theme.restingCursor } else {
        row.isEmpty ? theme.faint : .plain
      }
    var end = countColumn
    if let facts {
      // Counts have up to seven digits with commas; this aligns the days.
      end = line.endColumn - 9 - facts.width
      canvas.draw(facts, row: line.row, column: end, style: isCursor ? style : theme.faint)
    }
    if row.new > 0, end - labelColumn > 12 {
      let new = SafeText(grouped(row.new) + newSign.text)
      end -= new.width + 1
      canvas.draw(new, row: line.row, column: end, style: theme.new)
    }
    let room = max(0, end - labelColumn - 1)
    canvas.draw(
      SafeText.shown(row.label, emoji: emoji), row: line.row, column: labelColumn, limit: room,
      style: style)
    canvas.draw(count, row: line.row, column: countColumn, style: style)
    if isCursor, isFocused {
      canvas.overlay(theme.cursor, on: line)
    } else if isCursor {
      canvas.draw(borders == .unicode ? "›" : ">", row: line.row, column: line.column, style: style)
    }
  }

  private func name(of pane: Pane, _ place: Place) -> SafeText {
    switch pane {
    case .lists:
      switch place.listOrder {
      case .name: place.areListsReversed ? "Lists from Z" : "Lists"
      case .stars: place.areListsReversed ? "Lists by fewest stars" : "Lists by stars"
      case .lastAddition: place.areListsReversed ? "Lists by oldest" : "Lists by newest"
      }
    case .categories: "Categories"
    case .tags: "Tags"
    case .dates: place.dateMode == .week ? "Dates by week" : "Dates by \(place.dateMode.rawValue)"
    case .entries, .detail: ""
    }
  }
}
