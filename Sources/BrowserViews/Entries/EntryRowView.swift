import Browser
import ListModel
import TerminalScreen

extension ScreenView {
  /// Draws an entry in a row.
  ///
  /// A narrow row omits its parts, the last first; the title stays.
  func draw(
    _ index: EntryIndex, of entries: ShownEntries, _ line: Rect, on canvas: inout Canvas
  ) {
    drawBookmarkSigns(entries.bookmark(of: index), line, on: &canvas)
    var end = line.endColumn - 1
    // This leaves about twenty columns for a title next to the first part, and as many next to two.
    var needed = 34
    for part in entries.parts {
      guard let columns = part.fixedColumns, line.columns >= needed else { continue }
      end -= columns - 1
      draw(part, index, of: entries, line, from: end, on: &canvas)
      end -= 1
      needed += 20
    }
    drawTitle(index, of: entries, line, until: end, on: &canvas)
  }

  /// Draws the parts on the right of a row, in aligned columns.
  private func draw(
    _ part: RowPart, _ index: EntryIndex, of entries: ShownEntries, _ line: Rect,
    from column: Int, on canvas: inout Canvas
  ) {
    if part == .date, let day = entries.catalog.day(of: index) {
      let text = entries.text(of: day)
      canvas.draw(
        text, row: line.row, column: column + max(0, 10 - text.width), style: theme.date)
    } else if part == .stars, let stars = entries.catalog.stars(of: index) {
      // Giving the blank the same style saves the terminal a change back to plain.
      let text = SafeText("★\(stars) ")
      canvas.draw(text, row: line.row, column: column + 7 - text.width, style: theme.stars)
    }
  }

  private func drawTitle(
    _ index: EntryIndex, of entries: ShownEntries, _ line: Rect, until end: Int,
    on canvas: inout Canvas
  ) {
    var column = line.column + 4
    let isStruck = entries.catalog.marks(of: index).contains(.struck)
    let marks = entries.marks(of: index)
    let marksWidth = marks.width > 0 ? marks.width + 1 : 0
    let room = max(0, end - column - marksWidth)
    let isRemoved = entries.isRemoved(index)
    if isRemoved { canvas.draw("~", row: line.row, column: column - 1, style: theme.faint) }
    if entries.isNew(index) {
      canvas.draw(newSign, row: line.row, column: column - 1, style: theme.new)
    }
    let title = entries.catalog.titles[index.number]
    // Few terminals support strike-through; tildes show it as in the list itself.
    let tildes = isStruck && room >= 12 ? 2 : 0
    if tildes > 0 { column += canvas.draw("~~", row: line.row, column: column, style: theme.faint) }
    column += canvas.draw(
      SafeText.shown(title, limit: SafeText.titleLimit, emoji: entries.emoji), row: line.row,
      column: column, limit: room - 2 * tildes,
      style: titleStyle(of: index, entries, isFaint: isRemoved || isStruck),
      highlights: entries.matches.ranges(inTitle: title), highlight: theme.rowMatch)
    if tildes > 0 { column += canvas.draw("~~", row: line.row, column: column, style: theme.faint) }
    drawRest(index, of: entries, line, from: column, until: end, on: &canvas)
  }

  /// Returns the style of a title; rules do not apply under the cursor or without colours.
  private func titleStyle(
    of index: EntryIndex, _ entries: ShownEntries, isFaint: Bool
  ) -> Style {
    let style: Style = isFaint ? theme.faint : .plain
    guard hasRules, let rule = entries.ruleStyle(of: index) else { return style }
    return style.overlaid(with: rule)
  }

  /// Draws the parts after the title, as far as there is room.
  private func drawRest(
    _ index: EntryIndex, of entries: ShownEntries, _ line: Rect, from start: Int, until end: Int,
    on canvas: inout Canvas
  ) {
    var column = start
    for part in entries.partsAfterTitle {
      if part == .marks {
        let marks = entries.marks(of: index)
        guard marks.width > 0, column + marks.width + 1 <= end else { continue }
        column += 1 + canvas.draw(marks, row: line.row, column: column + 1)
        continue
      }
      // Less than a word or two would be useless.
      guard end - column >= 14 else { return }
      switch part {
      case .lists:
        let count = entries.listCount(of: index)
        guard count > 1 else { continue }
        let text = SafeText("in \(count) lists  ")
        canvas.draw(text, row: line.row, column: column + 2, style: theme.label)
        column += text.width
      case .bookmarkStatus:
        guard let words = entries.bookmarkStatus(of: index)?.words else { continue }
        let text = SafeText("\(words)  ")
        canvas.draw(text, row: line.row, column: column + 2, style: theme.error)
        column += text.width
      case .description:
        let description = entries.catalog.descriptions[index.number]
        column += canvas.draw(
          SafeText.shown(description, emoji: entries.emoji), row: line.row, column: column + 2,
          limit: end - column - 2, style: theme.faint,
          highlights: entries.matches.ranges(inText: description), highlight: theme.rowMatch)
        column += 2
      case .date, .stars, .marks: continue
      }
    }
  }

  /// The sign before a new entry, and after the number of new ones.
  var newSign: SafeText { isPlain ? " new" : borders == .unicode ? "•" : "o" }

  /// `b` for bookmarks, `s` for read later: their keys.
  private func drawBookmarkSigns(_ bookmark: Bookmark?, _ line: Rect, on canvas: inout Canvas) {
    guard let bookmark else { return }
    if bookmark.isBookmarked {
      canvas.draw("b", row: line.row, column: line.column + 1, style: theme.bookmark)
    }
    if bookmark.later {
      canvas.draw("s", row: line.row, column: line.column + 2, style: theme.bookmark)
    }
  }
}
