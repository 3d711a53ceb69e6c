import ListModel

/// The changes to the user's files that can be undone or redone.
package struct ChangeHistory: Equatable, Sendable {
  /// A change, by the number under which it was made.
  struct Change: Equatable, Sendable {
    let number: Int
    /// The description: "note".
    let words: String
    let subject: Subject

    /// The entries that it marked as seen or unseen; empty for other changes.
    var marks: [EntryMark] { if case .seen(let marks) = subject { marks } else { [] } }
  }

  /// The subject of a change.
  enum Subject: Equatable, Sendable {
    case bookmarks
    /// Entries that were marked as seen or unseen.
    case seen([EntryMark])
    /// A saved filter, as it was before and after.
    case filter(before: SavedFilter?, after: SavedFilter?)
  }

  /// The effects of the changes on the bookmarks on the screen, which shows them before they are
  /// saved.
  var log = BookmarkChangeLog()
  private var done: [Change] = []
  private var undone: [Change] = []
  private var count = 0

  /// Starts a change; undone changes can no longer be redone.
  @discardableResult
  mutating func record(_ words: String, _ subject: Subject = .bookmarks) -> Change {
    let change = Change(number: count, words: words, subject: subject)
    count += 1
    done.append(change)
    undone = []
    return change
  }

  mutating func undo() -> Change? {
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    return change
  }

  mutating func redo() -> Change? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change
  }
}
