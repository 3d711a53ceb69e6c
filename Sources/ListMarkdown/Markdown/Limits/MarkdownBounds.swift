/// Limits on the markup passed to cmark-gfm at once.
///
/// cmark is quadratic on some input: each of n openers makes it search the n characters after it.
/// The product of openers and bytes is therefore bounded, for each paragraph and for the page; all
/// limits are far above those of real lists.
enum MarkdownBounds {
  /// Pieces end at the first block boundary after this many bytes.
  static let pieceBytes = 32 << 10
  /// A block without such a boundary is cut here.
  static let blockBytes = 2 << 20
  /// Openers of one kind that a paragraph may have in any case.
  static let freeOpeners = 32
  /// Openers of one kind that it may have while the page's allowance lasts.
  static let openers = 1_000
  /// How many steps (openers times bytes) the paragraphs of a page with more than
  /// `freeOpeners` may take together: about a quarter of a second.
  static let allowance = 256 << 20
  /// The same for a piece that is parsed separately: about fifteen milliseconds.
  static let allowanceOfPiece = 16 << 20
  /// Containers that may begin on one line: quotes and items.
  static let nesting = 32
  /// Columns of indentation, as 32 levels of bullets need at most.
  static let indentation = 128
  /// Columns of a table.
  static let columns = 64
  /// Rows of a table that are read at once, each time under the table's head.
  static let rowsAtOnce = 32
  /// Cells that cmark adds to short rows of all tables of a page.
  static let paddedCells = 200_000
  /// Lines that are not blank: a hundred times those of the longest list.
  static let lines = 500_000
}
