import Browser
import ListModel
import PageLayout
import TerminalScreen

extension ScreenView {
  /// Draws notes on the entries that begin on a line, right of the text: signs, stars and the day
  /// they were added.
  ///
  /// For several entries on one line it draws their number, the newest day and all signs; if Tab
  /// has selected the link of one, the notes of that one.
  func drawNotes(
    _ place: PagePosition, of piece: LaidOutPiece, _ page: PageView, _ line: Rect,
    _ state: BrowserState, on canvas: inout Canvas
  ) {
    let laid = piece.lines[place.line]
    let isAdded =
      laid.insertion == nil && page.contents.version?.addedLines.contains(laid.source) == true
    let entries = entries(at: place, of: piece, page)
    guard !entries.isEmpty || isAdded && isFirst(place.line, of: piece) else { return }
    let frame = state.pageFrame
    let newCount = entries.count { state.news.contains($0) }
    let new = newCount == 0 ? "" : newSign.text + (newCount > 1 ? "\(newCount)" : "")
    let signs =
      signs(of: entries, state) + (isAdded ? "+" : "") + (laid.insertion != nil ? "~" : "")
    // Lines wider than the text push the notes to the right, as far as there is room.
    let width = Int(laid.width) - (laid.kind == .wide ? page.column : 0)
    let left = line.column + max(frame.textColumns, width) + 2
    let right = left + frame.noteColumns - 2
    guard right < line.endColumn || width <= frame.textColumns else {
      let width = SafeText(new + signs).width
      draw(
        SafeText(new), SafeText(signs), row: line.row, column: line.endColumn - width - 1,
        on: &canvas)
      return
    }
    draw(SafeText(new), SafeText(signs), row: line.row, column: left, on: &canvas)
    guard frame.noteColumns > PageFrame.narrowestNotes, !entries.isEmpty else { return }
    let catalog = state.places[0].catalog
    let day = SafeText(entries.compactMap { catalog.day(of: $0) }.max()?.description ?? "")
    canvas.draw(day, row: line.row, column: right - 10, style: theme.faint)
    guard frame.noteColumns >= PageFrame.fullNotes, let text = size(of: entries, catalog) else {
      return
    }
    canvas.draw(text, row: line.row, column: right - 11 - text.width, style: theme.faint)
  }

  /// Returns the entries for the notes of a line.
  private func entries(
    at place: PagePosition, of piece: LaidOutPiece, _ page: PageView
  ) -> [EntryIndex] {
    let all = page.entriesBeginning(onLine: place.line, of: piece)
    guard all.count > 1, let link = page.link, link.position == place else { return all }
    return page.entry.map { [$0] } ?? all
  }

  /// Returns the stars of an entry, or the number of entries.
  private func size(of entries: [EntryIndex], _ catalog: Catalog) -> SafeText? {
    if entries.count > 1 {
      return SafeText(isPlain ? "\(entries.count) entries" : "×\(entries.count)")
    }
    guard let stars = entries.first.flatMap({ catalog.stars(of: $0) }) else { return nil }
    return SafeText(isPlain ? "\(stars) stars" : "⭐\(stars)")
  }

  private func draw(
    _ new: SafeText, _ signs: SafeText, row: Int, column: Int, on canvas: inout Canvas
  ) {
    canvas.draw(new, row: row, column: column, style: theme.new)
    canvas.draw(signs, row: row, column: column + new.width, style: theme.bookmark)
  }

  /// `b` for bookmarks, `s` for read later, as among the entries.
  private func signs(of entries: [EntryIndex], _ state: BrowserState) -> String {
    let bookmarks = entries.compactMap { entry in
      let url = state.places[0].catalog.urls[entry.number]
      return url.isEmpty ? nil : state.bookmarks[LinkKey(url)]
    }
    return (bookmarks.contains(where: \.isBookmarked) ? "b" : "")
      + (bookmarks.contains(where: \.later) ? "s" : "")
  }

  /// Returns whether a line of the page begins on a line of the screen.
  private func isFirst(_ line: Int, of piece: LaidOutPiece) -> Bool {
    guard piece.lines[line].width > 0, line > 0 else { return piece.lines[line].width > 0 }
    let before = piece.lines[line - 1]
    return before.source != piece.lines[line].source || before.width == 0
  }
}
