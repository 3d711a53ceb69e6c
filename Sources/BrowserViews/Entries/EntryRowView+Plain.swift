import Browser
import ListModel
import TerminalScreen

extension ScreenView {
  /// Draws an entry in words: marks come after its title, because a screen reader would read out
  /// symbols and columns.
  func drawPlain(
    _ index: EntryIndex, of entries: ShownEntries, isMarked: Bool, _ line: Rect,
    on canvas: inout Canvas
  ) {
    let title = entries.catalog.titles[index.number]
    let words = plainWords(index, of: entries, isMarked: isMarked)
    let all = SafeText(words.map { ", " + $0 }.joined())
    let room = line.columns - 1
    // The title gets the space that the words leave, and at least half of the row.
    let titleRoom = max(room / 2, room - all.width)
    var column = line.column
    column += canvas.draw(
      SafeText.shown(title, limit: SafeText.titleLimit, emoji: entries.emoji), row: line.row,
      column: column, limit: titleRoom,
      highlights: entries.matches.ranges(inTitle: title), highlight: theme.rowMatch)
    column += canvas.draw(all, row: line.row, column: column, limit: line.endColumn - column)
    guard entries.parts.contains(.description), line.endColumn - column >= 14 else { return }
    let description = entries.catalog.descriptions[index.number]
    guard !description.isEmpty else { return }
    column += canvas.draw(". ", row: line.row, column: column)
    canvas.draw(
      SafeText.shown(description, emoji: entries.emoji), row: line.row, column: column,
      limit: line.endColumn - column)
  }

  private func plainWords(
    _ index: EntryIndex, of entries: ShownEntries, isMarked: Bool
  ) -> [String] {
    var words: [String] = []
    let bookmark = entries.bookmark(of: index)
    if isMarked { words.append("marked") }
    if entries.isNew(index) { words.append("new") }
    if bookmark?.isBookmarked == true { words.append("bookmarked") }
    if bookmark?.later == true { words.append("read later") }
    if let bookmarkStatus = entries.bookmarkStatus(of: index)?.words {
      words.append(bookmarkStatus)
    } else if entries.isRemoved(index) {
      words.append("removed")
    }
    if entries.catalog.marks(of: index).contains(.struck) { words.append("struck out") }
    for part in entries.parts {
      switch part {
      case .date: words += entries.catalog.day(of: index).map { [entries.text(of: $0).text] } ?? []
      case .stars: words += entries.catalog.stars(of: index).map { ["\($0) stars"] } ?? []
      case .marks:
        words += entries.catalog.marks(of: index).compactMap(\.meaning)
      case .lists:
        let count = entries.listCount(of: index)
        if count > 1 { words.append("in \(count) lists") }
      case .description, .bookmarkStatus: break
      }
    }
    return words
  }
}
