import TerminalScreen

/// Options of a layout.
package struct LayoutOptions: Equatable, Sendable {
  /// Columns that text is wrapped to; at least 8.
  package let columns: Int
  package var glyphs = LayoutGlyphs.unicode
  /// The `<details>` that are not as the page has them, by the line that they start on.
  package var toggledDetails: Set<Int32> = []
  /// Lines shown in the page without being in it, in the order of its lines.
  package var insertions: [PageInsertion] = []
  /// How emoji are shown.
  private(set) var emoji = EmojiForm.keep
  /// The columns of letters of ambiguous width, 1 or 2.
  package var ambiguousColumns = 1
  /// Whether all `<details>` are open, as in a page that is printed.
  package var opensDetails = false
  /// Whether an empty line precedes the first block, because another piece is above.
  var startsWithGap = false
  /// Whether code and struck text are distinguished without styles.
  package var marksStyles = false

  package init(columns: Int) { self.columns = max(8, columns) }

  /// Has emoji shown, stripped or written as text, by that word; any other word shows them.
  package mutating func showEmoji(as word: String) { emoji = EmojiForm(rawValue: word) ?? .keep }
}

/// Characters that a layout adds to the page.
package struct LayoutGlyphs: Equatable, Sendable {
  package var bullet: String
  package var bar: String
  package var rule: String
  package var crossing: String
  package var doubleRule: String
  package var closed: String
  package var opened: String

  package static let unicode = LayoutGlyphs(
    bullet: "•", bar: "│", rule: "─", crossing: "┼", doubleRule: "━", closed: "▸", opened: "▾")
  /// Words and blanks, for screen readers.
  package static let words = LayoutGlyphs(
    bullet: "-", bar: " ", rule: " ", crossing: " ", doubleRule: " ", closed: "closed:",
    opened: "open:")
  package static let ascii = LayoutGlyphs(
    bullet: "*", bar: "|", rule: "-", crossing: "+", doubleRule: "=", closed: ">", opened: "v")
}
