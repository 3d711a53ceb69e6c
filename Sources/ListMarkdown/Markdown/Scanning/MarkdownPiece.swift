/// A run of top-level blocks that cmark-gfm gets at once.
struct MarkdownPiece {
  /// The range in the scanned bytes.
  var range: Range<Int>
  /// The line that it starts on, counted from 1.
  var line: Int
  /// The syntax that it may have, so that cmark does not look for other extensions.
  var syntax: Syntax = []
  /// The header of the table whose rows the piece continues.
  var tableHead: Range<Int>?
  /// Edits of the text that cmark gets, in the order of the text.
  var edits: [MarkdownEdit] = []
  /// Ranges that `MarkupLimiter` has to read first, in the order of the text.
  var unlimited: [UnlimitedParagraph] = []
  /// The piece begins within the list or the table that ended the piece before.
  var continuesBlock = false

  /// Whether cmark gets the piece as it is, and no part of it changes what another one means: it
  /// defines nothing that others may refer to.
  var isPlain: Bool {
    edits.isEmpty && unlimited.isEmpty && tableHead == nil
      && syntax.isDisjoint(with: [.footnotes, .definitions])
  }

  /// Sorts the edits by position; those at one position keep their order.
  mutating func sortEdits() {
    guard zip(edits, edits.dropFirst()).contains(where: { $0.start > $1.start }) else { return }
    edits = edits.enumerated()
      .sorted { ($0.element.start, $0.offset) < ($1.element.start, $1.offset) }.map(\.element)
  }

  struct Syntax: OptionSet {
    let rawValue: Int
    static let table = Syntax(rawValue: 1)
    static let strikethrough = Syntax(rawValue: 2)
    static let footnotes = Syntax(rawValue: 4)
    static let definitions = Syntax(rawValue: 8)
  }
}

/// Text that replaces a range for cmark; lines stay lines.
struct MarkdownEdit {
  let range: Range<Int>
  let text: [UInt8]

  var start: Int { range.lowerBound }
}

/// Lines that may be a paragraph with too much markup.
struct UnlimitedParagraph {
  let range: Range<Int>
  /// The line that it starts on, counted from 1.
  let line: Int
}

/// The result of a scan: the pieces in their order, and the link definitions.
struct ScannedMarkdown {
  var pieces: [MarkdownPiece] = []
  /// The starts and lines of the top-level headings.
  var headings: [(offset: Int, line: Int)] = []
  var definitions = LinkDefinitions()
  /// Text that no piece contains, and the line that it starts on.
  var unread: [(range: Range<Int>, line: Int)] = []
  var issues = IssueLog()
}
