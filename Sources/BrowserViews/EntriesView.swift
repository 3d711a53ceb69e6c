import Browser
import ListModel
import ListSearch
import TerminalScreen

extension ScreenView {
  /// Draws the entries that are on the screen, one a row.
  func drawEntries(_ state: BrowserState, _ area: Area, on canvas: inout Canvas) {
    let place = state.place
    let isFocused = place.focus == .entries
    let rows = place.result.rows
    let position: SafeText? =
      rows.isEmpty ? nil : "\(grouped(place.entries.cursor + 1))/\(grouped(rows.count))"
    drawTitle("Entries", count: position, of: area, isFocused: isFocused, on: &canvas)
    let content = area.content
    if rows.isEmpty { drawNothing(state, content, on: &canvas) }
    let matches = MatchFinder(state)
    let top = place.entries.top
    for index in top..<max(top, min(rows.count, top + content.rows)) {
      let line = content.line(index - top)
      let isCursor = index == place.entries.cursor
      // Colours under a reversed row would be patches of background.
      let view = isCursor && isFocused ? ScreenView(theme: .plain, borders: borders) : self
      view.draw(rows[index], state, matches, line, on: &canvas)
      guard isCursor else { continue }
      if isFocused {
        canvas.overlay(theme.cursor, on: line)
        if state.prompt == nil {
          canvas.cursor = Canvas.Position(row: line.row, column: line.column)
        }
      } else {
        canvas.overlay(theme.restingCursor, on: line)
        canvas.draw(borders == .unicode ? "›" : ">", row: line.row, column: line.column)
      }
    }
  }

  /// A row loses its description first as it gets narrower, then the stars, then the date.
  private func draw(
    _ index: EntryIndex, _ state: BrowserState, _ matches: MatchFinder, _ line: Rect,
    on canvas: inout Canvas
  ) {
    let entry = state.place.catalog.entry(index, withHistory: false)
    if state.picking?.isMarked(entry.url) == true {
      canvas.draw("*", row: line.row, column: line.column, style: theme.kept)
    }
    drawShelves(of: entry, state, line, on: &canvas)
    var end = line.endColumn - 1
    if line.columns >= 34 {
      end -= 10
      if let day = entry.added {
        canvas.draw(SafeText(day.description), row: line.row, column: end, style: theme.date)
      }
      end -= 1
    }
    if line.columns >= 54 {
      end -= 6
      if let stars = entry.stars {
        let text = SafeText("★\(stars)")
        canvas.draw(text, row: line.row, column: end + 6 - text.width, style: theme.stars)
      }
      end -= 1
    }
    drawTitleAndDescription(index, entry, state, matches, line, until: end, on: &canvas)
  }

  /// In how many lists the link stands that is one row here.
  private func listCount(of entry: EntryIndex, _ state: BrowserState) -> Int {
    let place = state.place
    guard place.kind == .library, place.catalog.listCount > 1 else { return 1 }
    if case .list = place.lists.chosen { return 1 }
    return place.catalog.listsWithLink(of: entry).count
  }

  private func drawTitleAndDescription(
    _ index: EntryIndex, _ entry: Entry, _ state: BrowserState, _ matches: MatchFinder,
    _ line: Rect, until end: Int, on canvas: inout Canvas
  ) {
    var column = line.column + 4
    let marks = SafeText(entry.marks.map(\.symbol).joined())
    let marksWidth = marks.width > 0 ? marks.width + 1 : 0
    let room = max(0, end - column - marksWidth)
    let isRemoved = state.place.catalog.isRemoved(index)
    if isRemoved { canvas.draw("~", row: line.row, column: column - 1, style: theme.faint) }
    column += canvas.draw(
      SafeText(entry.title, limit: SafeText.titleLimit).truncated(to: room), row: line.row,
      column: column, limit: room, style: isRemoved ? theme.faint : .plain,
      highlights: matches.ranges(inTitle: entry.title),
      highlight: theme.match)
    if marksWidth > 0, column + marksWidth <= end {
      column += 1 + canvas.draw(marks, row: line.row, column: column + 1)
    }
    let lists = listCount(of: index, state)
    if lists > 1, end - column >= 14 {
      column +=
        2
        + canvas.draw(
          SafeText("in \(lists) lists"), row: line.row, column: column + 2, style: theme.label)
    }
    // Less than a word or two of a description says nothing.
    guard end - column >= 14, !entry.description.isEmpty else { return }
    let rest = end - column - 2
    canvas.draw(
      SafeText(entry.description).truncated(to: rest), row: line.row, column: column + 2,
      limit: rest, style: theme.faint, highlights: matches.ranges(inText: entry.description),
      highlight: theme.match)
  }

  /// `b` for what is kept, `s` for what is to be read later: the keys that put it there.
  private func drawShelves(
    of entry: Entry, _ state: BrowserState, _ line: Rect, on canvas: inout Canvas
  ) {
    guard let url = entry.url, let bookmark = state.bookmarks[LinkKey(url)] else { return }
    if bookmark.kept {
      canvas.draw("b", row: line.row, column: line.column + 1, style: theme.kept)
    }
    if bookmark.later {
      canvas.draw("s", row: line.row, column: line.column + 2, style: theme.kept)
    }
  }

  /// An empty pane says why it is empty and what to do.
  private func drawNothing(_ state: BrowserState, _ content: Rect, on canvas: inout Canvas) {
    let place = state.place
    let text: SafeText
    if !place.hasResult {
      text = "…"
    } else if place.isNarrowed {
      text =
        place.filter.isEmpty ? "Nothing here: Esc shows all" : "No match: Esc clears the filter"
    } else {
      switch place.kind {
      case .bookmarks: text = "No bookmarks yet: b on an entry keeps it"
      case .later: text = "Nothing to read later: s on an entry puts it here"
      case .library: text = "No entries"
      }
    }
    canvas.draw(
      text, row: content.row, column: content.column + 4, limit: max(0, content.columns - 5),
      style: theme.faint)
  }
}
