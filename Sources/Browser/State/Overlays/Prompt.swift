package import ListModel
package import PageLayout

/// A line that is being typed at the bottom of the screen.
package struct Prompt: Equatable, Sendable {
  /// The purpose of the line.
  package enum Purpose: Equatable, Sendable {
    /// The filter; with the place to return to when it is given up.
    case filter(origin: FilterOrigin)
    case command
    /// The search in a page; with the position before, the search before, and the details whose
    /// state was changed.
    case find(origin: PagePosition, search: String, details: Set<Int32>)
    /// The filter of a facet pane's rows; with the pane that had the focus before.
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
  /// What Tab offers, and which of it is in the line.
  package var completion: Completion?
  /// Which line of the history is shown; nil for one's own.
  var historyIndex: Int?
  /// One's own line, to return to from the history.
  var ownLine = LineEditor()

  package init(_ purpose: Purpose, text: String = "") {
    self.purpose = purpose
    line = LineEditor(text)
  }

  /// The text before the line.
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

/// The state before a filter was typed.
package struct FilterOrigin: Equatable, Sendable {
  package var filter: String
  package var anchor: EntryIndex?
  package var cursor: Int
  package var top: Int
  package var focus: Pane
}

/// The completions that Tab cycles through.
package struct Completion: Equatable, Sendable {
  package var candidates: [String]
  package var index: Int
  /// The text after the cursor when Tab was pressed, which stays.
  var suffix = ""
}

/// A question before something that is hard to undo.
package struct Question: Equatable, Sendable {
  /// The action after `y`.
  enum Answer: Equatable, Sendable {
    /// A command is run again, with the count that was typed before it.
    case command(BoundCommand, count: Int?)
    case effects([BrowserEffect])
  }

  /// The question, without the answers there are, as in `open 12 links?`.
  package let text: String
  let answer: Answer
}

/// A run of `awl pick`, in which the reader chooses entries for another program, which gets their URLs.
package struct PickSession: Equatable, Sendable {
  /// Whether the answer to a search is picked from as soon as it comes.
  var isWaiting = false

  package init() {}
}
