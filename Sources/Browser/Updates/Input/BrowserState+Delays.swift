import ListModel
import TerminalEvents

extension BrowserState {
  /// Holds back keys that act on the selected entry while a search runs, or on the bookmarks or the
  /// seen state while they are being read.
  ///
  /// Somebody who types a filter and then `o` means the result of the filter, not what is still on
  /// the screen. Keys typed after such a key wait as well, to keep their order; Escape and C-c
  /// discard them all.
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

  /// Handles the waiting keys after the result has arrived.
  mutating func pressWaitingKeys(at time: EventTime) -> [BrowserEffect] {
    guard !place.isAwaitingResult, areBookmarksKnown, isSeenKnown else { return [] }
    let keys = waitingKeys
    waitingKeys = []
    var effects: [BrowserEffect] = []
    for key in keys { effects += handle(.key(key), at: time) }
    return effects
  }
}

extension Command {
  /// Whether its effect depends on the bookmarks.
  var needsBookmarks: Bool {
    switch self {
    case .bookmark, .later, .tags, .note, .editNote, .takeURL, .renameTag, .toggleRead, .undo,
      .redo,
      .importBookmarks, .exportBookmarks, .goBookmarks, .goLater, .commandLine:
      true
    default: false
    }
  }

  /// Whether it shows, changes or saves what is new.
  var needsSeen: Bool {
    switch self {
    case .goNew, .goChanges, .markAllSeen, .toggleRead, .open, .openWith, .commandLine, .close,
      .quit:
      true
    default: false
    }
  }

  /// Whether it acts on the selected entry.
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
