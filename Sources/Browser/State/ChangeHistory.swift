import ListModel

/// The changes of bookmarks that can be taken back, and those that can be made again.
package struct ChangeHistory: Equatable, Sendable {
  /// A change and what takes it back.
  struct Change: Equatable, Sendable {
    let forward: [BookmarkOperation]
    let backward: [BookmarkOperation]
    /// What was done, in words: "bookmarked".
    let words: String
  }

  private var done: [Change] = []
  private var undone: [Change] = []

  mutating func record(_ change: Change) {
    done.append(change)
    undone = []
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
