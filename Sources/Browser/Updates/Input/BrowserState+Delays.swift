import ListModel
import TerminalEvents

extension BrowserState {
  /// Holds keys back that do something with the selected entry while a search runs, or with the
  /// bookmarks while these are read.
  ///
  /// Who types a filter and `o` at once means what the filter finds, not what still is on the
  /// screen. What is typed after such a key waits with it, so that all comes in its order; Escape and
  /// C-c let all of it go.
  ///
  /// - Returns: whether the key is held back.
  mutating func holdBack(_ key: KeyEvent) -> Bool {
    guard !waitingKeys.isEmpty else { return false }
    if key == KeyEvent(.escape) || key == KeyEvent(.character("c"), control: true) {
      waitingKeys = []
      count = nil
      return false
    }
    waitingKeys.append(key)
    return true
  }

  /// Presses the keys that waited for the answer that has come.
  mutating func pressWaitingKeys(at time: EventTime) -> [BrowserEffect] {
    guard !place.isAwaitingResult, areBookmarksKnown else { return [] }
    let keys = waitingKeys
    waitingKeys = []
    var effects: [BrowserEffect] = []
    for key in keys { effects += handle(.key(key), at: time) }
    return effects
  }
}

extension Command {
  /// Whether what it does depends on the bookmarks.
  var needsBookmarks: Bool {
    switch self {
    case .bookmark, .later, .tags, .note, .editNote, .takeURL, .renameTag, .toggleRead, .undo,
      .redo,
      .importBookmarks, .exportBookmarks, .goBookmarks, .goLater, .commandLine:
      true
    default: false
    }
  }

  /// Whether it does something with the entry that is selected.
  var isForSelection: Bool {
    switch self {
    case .open, .openWith, .copyURL, .copyTitle, .copyMarkdown, .pipe, .bookmark, .later, .tags,
      .note,
      .editNote, .takeURL, .toggleRead, .markAllSeen, .goOtherList, .copyFeed, .mark, .markRange,
      .markAll:
      true
    default: false
    }
  }
}
