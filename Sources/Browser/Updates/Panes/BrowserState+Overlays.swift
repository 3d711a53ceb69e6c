extension BrowserState {
  /// The row of a list over the panes that a command leads to; the same row, or the last one there is, by a
  /// command that does not move the cursor.
  func overlayCursor(_ row: Int, by command: Command?, of count: Int) -> Int {
    let page = max(1, overlayRows - 1)
    let moved =
      switch command {
      case .moveDown: row + 1
      case .moveUp: row - 1
      case .pageDown, .halfPageDown: row + page
      case .pageUp, .halfPageUp: row - page
      case .goTop: 0
      case .goBottom: count - 1
      default: row
      }
    return min(max(0, moved), max(0, count - 1))
  }
}
