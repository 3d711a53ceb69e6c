package import ListModel
import ListSearch

/// The cursor of the entries: its row, and the entry that the user put it on.
package struct EntriesPane: Equatable, Sendable {
  /// The entry that the user selected; the cursor returns to it when a filter shows it again.
  package var anchor: EntryIndex?
  /// The row of the cursor.
  package private(set) var cursor = 0
  /// The first row on the screen.
  package var top = 0

  /// Whether the first row stays on the screen, so that rows inserted above the cursor are visible.
  var staysAtTop = false

  /// Puts the cursor on a row on the user's request.
  mutating func go(to row: Int, of rows: some RandomAccessCollection<EntryIndex>) {
    guard !rows.isEmpty else { return }
    cursor = min(max(0, row), rows.count - 1)
    anchor = rows[rows.index(rows.startIndex, offsetBy: cursor)]
  }

  /// Restores the cursor and the scroll position.
  mutating func restore(cursor: Int, top: Int) {
    self.cursor = cursor
    self.top = top
  }

  /// Finds the cursor's row among new rows: that of the anchor, at the same height of the screen,
  /// else the first.
  mutating func follow(_ rows: SearchRows) {
    let height = staysAtTop ? Int.max : cursor - top
    staysAtTop = false
    guard let anchor else {
      if cursor >= rows.count { cursor = 0 }
      anchor = nil
      return
    }
    if let row = rows.row(of: anchor) {
      cursor = row
      top = max(0, row - height)
    } else {
      cursor = 0
      top = 0
    }
  }
}
