/// A run of top-level blocks that cmark-gfm is given at once.
struct MarkdownPiece {
  /// Where it lies in the bytes that were scanned.
  var range: Range<Int>
  /// The line that it starts on, counted from 1.
  var line: Int
  /// What of the syntax it needs, so that the library does no work for what is not there.
  var syntax: Syntax = []
  /// The head of the table whose rows the piece goes on with.
  var tableHead: Range<Int>?
  /// What the library is given other text for, in the order of the text.
  var edits: [MarkdownEdit] = []
  /// What `MarkupLimiter` has to read first, in the order of the text.
  var untamed: [UntamedParagraph] = []
  /// The piece begins within the list or the table that the piece before ends with.
  var continuesBlock = false

  /// Puts the edits into the order of the text; those of one place stay in theirs.
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
  }
}

/// Other text that the library is given in the place of a range; lines stay lines.
struct MarkdownEdit {
  let range: Range<Int>
  let text: [UInt8]

  var start: Int { range.lowerBound }
}

/// Lines that may be a paragraph with more markup than the library may be given.
struct UntamedParagraph {
  let range: Range<Int>
  /// The line that it starts on, counted from 1.
  let line: Int
}

/// What a scan found: the pieces in their order, and what links by reference lead to.
struct ScannedMarkdown {
  var pieces: [MarkdownPiece] = []
  /// Where the top-level headings start, and on which line.
  var headings: [(offset: Int, line: Int)] = []
  var definitions = LinkDefinitions()
  /// What is given to the library in no piece, and the line that it starts on.
  var unread: [(range: Range<Int>, line: Int)] = []
  var issues = IssueLog()
}
