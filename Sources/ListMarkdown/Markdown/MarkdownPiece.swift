/// A run of top-level blocks that cmark-gfm is given at once.
struct MarkdownPiece {
  /// Where it lies in the bytes that were scanned.
  var range: Range<Int>
  /// The line that it starts on, counted from 1.
  var line: Int
  /// What of the syntax it needs, so that the library does no work for what is not there.
  var syntax: Syntax = []
  /// It has more markup than the library may be given; `MarkupTaming` reads it first.
  var needsTaming = false
  /// The head of the table whose rows the piece goes on with.
  var tableHead: Range<Int>?

  struct Syntax: OptionSet {
    let rawValue: Int
    static let table = Syntax(rawValue: 1)
    static let strikethrough = Syntax(rawValue: 2)
    static let footnotes = Syntax(rawValue: 4)
  }
}

/// What a scan found: the pieces in their order, and what links by reference lead to.
struct ScannedMarkdown {
  var pieces: [MarkdownPiece] = []
  /// Where the top-level headings start, and on which line.
  var headings: [(offset: Int, line: Int)] = []
  var definitions = LinkDefinitions()
  var issues = IssueLog()
}
