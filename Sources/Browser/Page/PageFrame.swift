/// The areas of a page and its contents on the screen.
package struct PageFrame: Equatable, Sendable {
  /// The contents on the left, with a title row; nil if there is no room for them.
  package let contents: Area?
  package let page: Area
  /// The columns that text is wrapped to.
  package let textColumns: Int
  /// The columns right of the text for the signs, the date and the stars of an entry, as many of
  /// them as there is room for.
  package let noteColumns: Int

  /// The widths of signs, stars and date; of signs and date; of signs only.
  package static let fullNotes = 24
  static let datedNotes = 16
  package static let narrowestNotes = 4

  /// Longer lines of prose are hard to read.
  static let widestText = 88

  /// - Parameters:
  ///   - footerRows: the lines below the page.
  ///   - hasContents: whether the contents are shown beside the page if there is room.
  package init(
    columns: Int, rows: Int, widestText: Int = Self.widestText, footerRows: Int = 2,
    hasContents: Bool = true
  ) {
    let body = Area(
      column: 0, row: 1, columns: columns, rows: max(1, rows - 1 - footerRows))
    if !hasContents || columns < 60 || rows < 16 {
      contents = nil
      page = body
    } else {
      var (left, right) = (body, body)
      left.columns = columns >= 100 ? 28 : 22 + (columns - 60) / 10
      right.column = left.columns + 1
      right.columns = columns - right.column
      contents = left
      page = right
    }
    let room = page.columns - 2
    noteColumns =
      room >= 80 ? Self.fullNotes : room >= 54 ? Self.datedNotes : Self.narrowestNotes
    textColumns = max(8, min(widestText, room - noteColumns))
  }

  /// Rows for the page below its title.
  package var rows: Int { max(1, page.rows - 1) }
}
