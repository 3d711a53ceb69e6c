package import ListModel
package import PageLayout

/// A line being typed at the bottom of the screen.
package struct Prompt: Equatable, Sendable {
  /// The purpose of the line.
  package enum Purpose: Equatable, Sendable {
    /// The filter, with the state to restore when it is cancelled.
    case filter(origin: FilterOrigin)
    case command
    /// The search in a page, with the previous position and search, and the details that were
    /// toggled.
    case find(origin: PagePosition, search: String, details: Set<Int32>)
    /// The filter of a facet pane's rows, with the pane that had the focus before.
    case rows(origin: Pane)
    /// The tags of one or more bookmarks, as they were when typing started.
    case tags([Bookmark])
    /// The note of a bookmark, as it was when typing started.
    case note(Bookmark)
    /// The command to which entries are piped.
    case pipe
  }

  package let purpose: Purpose
  package var line: LineEditor
  /// The completions that Tab offers, and the one in the line.
  package var completion: Completion?
  /// The line of the history that is shown; nil for the typed line.
  var historyIndex: Int?
  /// The typed line, to return to from the history.
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
  /// The action for `y`.
  enum Answer: Equatable, Sendable {
    /// Run a command again, with the count typed before it.
    case command(BoundCommand, count: Int?)
    case effects([BrowserEffect])
  }

  /// The question without the possible answers: `open 12 links?`.
  package let text: String
  let answer: Answer
}

/// The state of `awl pick`, in which the user chooses entries and another program gets their URLs.
package struct PickSession: Equatable, Sendable {
  /// Whether the pick waits for the result of a search.
  var isWaiting = false

  package init() {}
}
