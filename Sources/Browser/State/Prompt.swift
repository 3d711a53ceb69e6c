package import ListModel
package import PageLayout

/// A line that is being typed at the bottom of the screen.
package struct Prompt: Equatable, Sendable {
  /// What the line is for.
  package enum Purpose: Equatable, Sendable {
    /// The filter; with the place to return to when it is given up.
    case filter(origin: FilterOrigin)
    case command
    /// What is looked for in a page; with where the reader was, what was looked for before, and which
    /// details were not as the page has them.
    case find(origin: PagePosition, search: String, details: Set<Int32>)
    /// What the rows of a facet pane are narrowed to; with the pane that had the focus before.
    case rows(origin: Pane)
    /// The tags of one or more bookmarks, as they were when the typing began.
    case tags([Bookmark])
    /// The note of a bookmark, as it was when the typing began.
    case note(Bookmark)
    /// The command that entries are sent to.
    case pipe
  }

  package let purpose: Purpose
  package var line: LineEditor
  /// What Tab offers, and which of it stands in the line.
  package var completion: Completion?
  /// Which line of the history is shown; nil for one's own.
  package var historyIndex: Int?
  /// One's own line, to return to from the history.
  var ownLine = LineEditor()

  package init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    line = LineEditor(text)
  }

  /// What stands before the line.
  package var label: String {
    switch purpose {
    case .filter, .find: "/"
    case .command: ":"
    case .rows: "rows: "
    case .tags: "tags: "
    case .note: "note: "
    case .pipe: "|"
    }
  }
}

/// Where the reader was before a filter was typed.
package struct FilterOrigin: Equatable, Sendable {
  package var filter: String
  package var anchor: EntryIndex?
  package var cursor: Int
  package var top: Int
  package var focus: Pane
}

/// What Tab can put in the line, in turn.
package struct Completion: Equatable, Sendable {
  package var candidates: [String]
  package var index: Int
  /// What stood behind the cursor when Tab was pressed, and stays there.
  var behind = ""
}
