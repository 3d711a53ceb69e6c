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
    let entries = ShownEntries(state)
    let top = place.entries.top
    for index in top..<max(top, min(rows.count, top + content.rows)) {
      let line = content.line(index - top)
      let isCursor = index == place.entries.cursor
      // Colours under a reversed row would be patches of background.
      let view = isCursor && isFocused ? ScreenView(theme: .plain, borders: borders) : self
      view.draw(rows[index], of: entries, line, on: &canvas)
      let isMarked = entries.isMarked(rows[index], row: index)
      if isMarked { canvas.draw("*", row: line.row, column: line.column, style: view.theme.kept) }
      guard isCursor else { continue }
      if isFocused {
        canvas.overlay(theme.cursor, on: line)
        if state.prompt == nil {
          canvas.cursor = Canvas.Position(row: line.row, column: line.column)
        }
      } else {
        canvas.overlay(theme.restingCursor, on: line)
        guard !isMarked else { continue }
        canvas.draw(borders == .unicode ? "›" : ">", row: line.row, column: line.column)
      }
    }
  }

  /// A row loses its description first as it gets narrower, then the stars, then the date.
  private func draw(
    _ index: EntryIndex, of entries: ShownEntries, _ line: Rect, on canvas: inout Canvas
  ) {
    drawShelves(entries.bookmark(of: index), line, on: &canvas)
    var end = line.endColumn - 1
    if line.columns >= 34 {
      end -= 10
      if let day = entries.catalog.day(of: index) {
        drawDate(day, entries, line, from: end, on: &canvas)
      }
      end -= 1
    }
    if line.columns >= 54 {
      end -= 6
      if let stars = entries.catalog.stars(of: index) {
        // The blank behind it in the same style spares the terminal a change back to plain.
        let text = SafeText("★\(stars) ")
        canvas.draw(text, row: line.row, column: end + 7 - text.width, style: theme.stars)
      }
      end -= 1
    }
    drawTitleAndDescription(index, of: entries, line, until: end, on: &canvas)
  }

  /// The day in ten columns: as it is, or how long ago it was.
  private func drawDate(
    _ day: Day, _ entries: ShownEntries, _ line: Rect, from column: Int, on canvas: inout Canvas
  ) {
    let text = SafeText(entries.showsAges ? shortAge(of: day, today: entries.today) : "\(day)")
    canvas.draw(text, row: line.row, column: column + max(0, 10 - text.width), style: theme.date)
  }

  private func drawTitleAndDescription(
    _ index: EntryIndex, of entries: ShownEntries, _ line: Rect, until end: Int,
    on canvas: inout Canvas
  ) {
    var column = line.column + 4
    let allMarks = entries.catalog.marks(of: index)
    let isStruck = allMarks.contains(.struck)
    let marks = SafeText.shown(allMarks.lazy.filter { $0 != .struck }.map(\.symbol).joined())
    let marksWidth = marks.width > 0 ? marks.width + 1 : 0
    let room = max(0, end - column - marksWidth)
    let fate = entries.fate(of: index)
    let isRemoved = entries.catalog.isRemoved(index) || fate?.isRemoved == true
    if isRemoved { canvas.draw("~", row: line.row, column: column - 1, style: theme.faint) }
    if entries.isNew(index) {
      canvas.draw(newSign, row: line.row, column: column - 1, style: theme.new)
    }
    let title = entries.catalog.titles[index.number]
    // Terminals that strike text out are few: tildes do it as in the list itself.
    let tildes = isStruck && room >= 12 ? 2 : 0
    if tildes > 0 { column += canvas.draw("~~", row: line.row, column: column, style: theme.faint) }
    column += canvas.draw(
      SafeText.shown(title, limit: SafeText.titleLimit), row: line.row, column: column,
      limit: room - 2 * tildes, style: isRemoved || isStruck ? theme.faint : .plain,
      highlights: entries.matches.ranges(inTitle: title), highlight: theme.rowMatch)
    if tildes > 0 { column += canvas.draw("~~", row: line.row, column: column, style: theme.faint) }
    if marksWidth > 0, column + marksWidth <= end {
      column += 1 + canvas.draw(marks, row: line.row, column: column + 1)
    }
    // Less than a word or two of what follows says nothing.
    let lists = end - column >= 14 ? entries.listCount(of: index) : 1
    if lists > 1 {
      let text = SafeText("in \(lists) lists  ")
      canvas.draw(text, row: line.row, column: column + 2, style: theme.label)
      column += text.width
    }
    if let words = fate?.words, end - column >= 14 {
      let text = SafeText("\(words)  ")
      canvas.draw(text, row: line.row, column: column + 2, style: theme.error)
      column += text.width
    }
    guard end - column >= 14 else { return }
    let description = entries.catalog.descriptions[index.number]
    canvas.draw(
      SafeText.shown(description), row: line.row, column: column + 2, limit: end - column - 2,
      style: theme.faint, highlights: entries.matches.ranges(inText: description),
      highlight: theme.rowMatch)
  }

  /// What stands before an entry that is new, and behind the number of those that are.
  var newSign: SafeText { borders == .unicode ? "•" : "o" }

  /// `b` for what is kept, `s` for what is to be read later: the keys that put it there.
  private func drawShelves(_ bookmark: Bookmark?, _ line: Rect, on canvas: inout Canvas) {
    guard let bookmark else { return }
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
    } else if let reason = reasonForNothing(place) {
      text = SafeText(reason)
    } else if place.isNarrowed {
      text =
        place.filter.isEmpty ? "Nothing here: Esc shows all" : "No match: Esc clears the filter"
    } else {
      switch place.kind {
      case .bookmarks: text = "No bookmarks yet: b on an entry keeps it"
      case .later: text = "Nothing to read later: s on an entry puts it here"
      case .new: text = "Nothing is new since the last visit: gc shows what has changed"
      case .changes: text = "Nothing has changed since the last visit"
      case .library: text = "No entries"
      }
    }
    let room = max(1, content.columns - 5)
    for (index, line) in text.wrapped(to: room).prefix(content.rows).enumerated() {
      canvas.draw(
        line, row: content.row + index, column: content.column + 4, limit: room,
        style: theme.faint)
    }
  }

  /// Why a list has no entries at all; nil where it has some.
  private func reasonForNothing(_ place: Place) -> String? {
    guard let list = place.onlyList, place.filter.isEmpty,
      place.catalog.standingCount(of: list) == 0
    else { return nil }
    return place.catalog.origin(of: list)?.failure ?? "There is no entry in this list yet"
  }
}
