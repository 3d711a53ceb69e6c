/// How much markup cmark-gfm is given at once.
///
/// The library is quadratic on some input: each of n openers makes it look through the n
/// characters behind it. So the product of openers and bytes of a paragraph is bounded, for each
/// paragraph and for the page; all figures lie far above what lists contain.
enum MarkdownBounds {
  /// Pieces end at the first good place behind this.
  static let pieceBytes = 32 << 10
  /// A block without any place to end a piece at is cut here.
  static let blockBytes = 2 << 20
  /// Openers of one kind that a paragraph may always have.
  static let freeOpeners = 32
  /// Openers of one kind that it may have while the page's allowance lasts.
  static let openers = 1_000
  /// How many steps (openers times bytes) the paragraphs of a page with more than
  /// `freeOpeners` may take together: about a quarter of a second.
  static let allowance = 256 << 20
  /// The same for a piece that is read alone: some fifteen milliseconds.
  static let allowanceOfPiece = 16 << 20
  /// Containers that may begin on one line: quotes and items.
  static let nesting = 32
  /// Columns of indentation, as 32 levels of bullets need at most.
  static let indentation = 128
  /// Columns of a table.
  static let columns = 64
  /// Rows of a table that are read at once, each time under the table's head.
  static let rowsAtOnce = 32
  /// Cells of all tables of a page that only the table's head has, and the library adds to a row.
  static let paddedCells = 200_000
  /// Lines that are not blank; more than the longest list has hundred times.
  static let lines = 500_000
}
