extension BrowserState {
  /// Returns the row of an overlay's list after a command; the same row, or the last one, if the
  /// command does not move the cursor.
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
