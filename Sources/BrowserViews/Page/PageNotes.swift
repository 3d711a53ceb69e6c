import Browser
import ListModel
import PageLayout
import TerminalScreen

extension ScreenView {
  /// Draws at the right what awl knows of the entry that begins on a line: its signs, its stars and
  /// the day it was added.
  func drawNotes(
    _ place: PagePosition, of piece: LaidPiece, _ page: PageView, _ line: Rect,
    _ state: BrowserState, on canvas: inout Canvas
  ) {
    let laid = piece.lines[place.line]
    let isAdded =
      laid.insertion == nil && page.contents.version?.addedLines.contains(laid.source) == true
    let entry = page.entryBeginning(onLine: place.line, of: piece)
    guard entry != nil || isAdded && isFirst(place.line, of: piece) else { return }
    let frame = state.pageFrame
    let new = entry.map { state.news.contains($0) } == true ? newSign : SafeText("")
    let signs = SafeText(
      (entry.map { self.signs(of: $0, state) } ?? "") + (isAdded ? "+" : "")
        + (laid.insertion != nil ? "~" : ""))
    // What is wider than the text pushes the notes to the right, as far as there is room.
    let width = Int(laid.width) - (laid.kind == .wide ? page.column : 0)
    let left = line.column + max(frame.textColumns, width) + 2
    let right = left + frame.noteColumns - 2
    guard right < line.endColumn || width <= frame.textColumns else {
      let width = new.width + signs.width
      draw(new, signs, row: line.row, column: line.endColumn - width - 1, on: &canvas)
      return
    }
    draw(new, signs, row: line.row, column: left, on: &canvas)
    guard frame.noteColumns > PageFrame.narrowestNotes, let entry else { return }
    let catalog = state.places[0].catalog
    let day = SafeText(catalog.day(of: entry)?.description ?? "")
    canvas.draw(day, row: line.row, column: right - 10, style: theme.faint)
    guard frame.noteColumns >= PageFrame.fullNotes, let stars = catalog.stars(of: entry) else {
      return
    }
    let text = SafeText(isPlain ? "\(stars) stars" : "⭐\(stars)")
    canvas.draw(text, row: line.row, column: right - 11 - text.width, style: theme.faint)
  }

  private func draw(
    _ new: SafeText, _ signs: SafeText, row: Int, column: Int, on canvas: inout Canvas
  ) {
    canvas.draw(new, row: row, column: column, style: theme.new)
    canvas.draw(signs, row: row, column: column + new.width, style: theme.kept)
  }

  /// `b` for what is bookmarked, `s` for what is to be read later, as among the entries.
  private func signs(of entry: EntryIndex, _ state: BrowserState) -> String {
    let url = state.places[0].catalog.urls[entry.number]
    guard !url.isEmpty, let bookmark = state.bookmarks[LinkKey(url)] else { return "" }
    return (bookmark.kept ? "b" : "") + (bookmark.later ? "s" : "")
  }

  /// Whether a line of the page begins on a line of the screen.
  private func isFirst(_ line: Int, of piece: LaidPiece) -> Bool {
    guard piece.lines[line].width > 0, line > 0 else { return piece.lines[line].width > 0 }
    let before = piece.lines[line - 1]
    return before.source != piece.lines[line].source || before.width == 0
  }
}
