/// The rows of a facet: the chosen one, and which are open.
///
/// The choice is stored by key, not by row: counts come and go under it.
package struct FacetPane: Sendable {
  package private(set) var rows = FacetRows()
  /// The chosen value; its row has the cursor.
  package private(set) var chosen: FacetKey = .all
  /// The first row on the screen.
  package var top = 0
  /// Whether the wheel has scrolled it, so the cursor may be off the screen until it moves.
  private(set) var isScrolledAway = false
  /// Rows whose open state differs from the default of their facet.
  package private(set) var toggled: Set<FacetKey> = []

  /// The row of the cursor, which is that of the chosen value; cached.
  package private(set) var cursor = 0

  mutating func choose(_ key: FacetKey) {
    chosen = key
    isScrolledAway = false
    cursor = rows.position(of: key) ?? 0
  }

  /// Opens a closed row or closes an open one.
  package mutating func toggle(_ key: FacetKey) {
    if toggled.remove(key) == nil { toggled.insert(key) }
  }

  /// Scrolls without moving the cursor, which would choose another value.
  mutating func scroll(by steps: Int, height: Int) {
    isScrolledAway = true
    top = min(max(0, top + steps), max(0, rows.count - height))
  }

  /// Replaces the rows; a chosen value that is not among them is reset to "All".
  mutating func show(_ rows: FacetRows) {
    self.rows = rows
    if let row = rows.position(of: chosen) {
      cursor = row
    } else {
      choose(.all)
    }
  }

  /// The row that the row of the cursor is indented under.
  var parent: FacetKey? {
    guard rows.indices.contains(cursor) else { return nil }
    let depth = rows[cursor].depth
    guard depth > 0 else { return nil }
    return rows[..<cursor].last { $0.depth < depth }?.key
  }
}
