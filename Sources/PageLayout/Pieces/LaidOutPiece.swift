package import ListMarkdown

/// A piece of a page as lines of cells, all of them in a few arrays.
///
/// The text is sanitised: every line passes through `SafeText` unchanged.
package struct LaidOutPiece: Sendable {
  /// The text of all lines, one after another.
  package internal(set) var text: [UInt8] = []
  package internal(set) var runs: [DocumentRun] = []
  package internal(set) var lines: [LaidOutLine] = []
  package internal(set) var links: [DocumentLink] = []
  /// The line that each link begins on; -1 for one that is not shown.
  var linkLines: [Int32] = []
  package internal(set) var targets: [UInt8] = []
  /// The page's own text on each line, in reading order: one table cell after the other, although
  /// their lines are side by side.
  package internal(set) var spans: [LaidOutSpan] = []
  /// The headings, with the line that each is on.
  package internal(set) var headings: [LaidOutHeading] = []
  /// The places that the page itself names.
  package internal(set) var anchors: [(name: String, line: Int)] = []
  /// The lines of the page at which closed `<details>` start, from the top.
  ///
  /// Those nested in other closed ones are left out. The first one may start in an earlier piece.
  package internal(set) var closedDetails: [Int32] = []
  /// How many `<details>` are open after the piece.
  package internal(set) var openDetails = 0
  /// How many of these are collapsed.
  var hiddenDetails = 0

  /// Returns the text of a line.
  package func text(ofLine line: Int) -> ArraySlice<UInt8> {
    text[(line == 0 ? 0 : Int(lines[line - 1].textEnd))..<Int(lines[line].textEnd)]
  }

  /// Returns the runs of a line, as indices of `runs`.
  func runs(ofLine line: Int) -> Range<Int> {
    (line == 0 ? 0 : Int(lines[line - 1].runEnd))..<Int(lines[line].runEnd)
  }

  /// Hands over the runs of a line with their text.
  package func forEachRun(
    ofLine line: Int, _ body: (_ text: ArraySlice<UInt8>, DocumentRun) -> Void
  ) {
    var start = line == 0 ? 0 : Int(lines[line - 1].textEnd)
    for index in runs(ofLine: line) {
      let run = runs[index]
      body(text[start..<Int(run.end)], run)
      start = Int(run.end)
    }
  }

  /// Returns the links that begin on a line, from left to right.
  package func links(onLine line: Int) -> [Int32] {
    var found: [Int32] = []
    for index in runs(ofLine: line) {
      let link = runs[index].link
      // A link continued from the line above began there.
      guard link >= 0, link != found.last, Int(linkLines[Int(link)]) == line else { continue }
      found.append(link)
    }
    return found
  }

  /// Returns the target of a link, as the page has it.
  package func target(of link: Int32) -> String {
    guard links.indices.contains(Int(link)) else { return "" }
    return String(decoding: targets[links[Int(link)].target.range], as: UTF8.self)
  }
}

/// A range of the page's own text on one line, without the prefix that the layout adds.
package struct LaidOutSpan: Equatable, Sendable {
  /// The joint between a span and the one before.
  package enum Joint: UInt8, Sendable {
    /// Another text begins: a block, or a cell.
    case start
    /// A space or a line end at which the text was wrapped.
    case space
    /// Nothing: a long word was cut.
    case none
  }

  /// The first byte in `LaidOutPiece.text`, and the one after the last.
  let start: Int32
  let end: Int32
  /// The line that it is on.
  package let line: Int32
  package let joint: Joint

  package var range: Range<Int> { Int(start)..<Int(end) }
}

/// A line of a page.
package struct LaidOutLine: Sendable {
  /// The role of a line.
  package enum Kind: UInt8, Sendable {
    case text, heading
    /// Part of content that is not wrapped, and may be wider than the page: it scrolls sideways.
    case wide
    /// The summary of `<details>`.
    case summary
    /// Part of a `PageInsertion`.
    case inserted
  }

  /// The byte after the line in `LaidOutPiece.text`.
  package internal(set) var textEnd: Int32
  /// The run after the line's last one.
  var runEnd: Int32
  /// Columns that it takes.
  package internal(set) var width: Int32
  /// The line of the page that it begins on, counted from 1.
  package internal(set) var source: Int32
  /// The line of the page that its outermost item, or its block, starts on; for an insertion -1 less
  /// its number.
  package internal(set) var owner: Int32
  package internal(set) var kind: Kind

  /// The number of the insertion that the line belongs to; nil for a line of the page.
  package var insertion: Int? { owner < 0 ? Int(-1 - owner) : nil }
}

/// A heading of the layout.
package struct LaidOutHeading: Equatable, Sendable {
  package let level: Int
  /// The text without markup, sanitised.
  package let text: String
  /// Its anchor, by GitHub's rule, before it is numbered.
  package let slug: String
  /// Its line in the piece.
  package let line: Int
  /// The line of the page that it starts on.
  package let source: Int32
}
