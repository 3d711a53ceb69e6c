/// A part of the screen that can have the focus.
package enum Pane: Int, CaseIterable, Hashable, Sendable {
  case lists
  case categories
  case tags
  case dates
  case entries
  case detail

  /// Whether moving its cursor narrows the entries.
  var isFacet: Bool {
    switch self {
    case .lists, .categories, .tags, .dates: true
    case .entries, .detail: false
    }
  }
}

/// Returns the first row to show so that the cursor is on the screen, scrolling as little as
/// possible.
///
/// `margin` rows stay visible above and below the cursor, as in vim with `scrolloff`.
package func scrolled(top: Int, cursor: Int, rows: Int, count: Int, margin: Int = 3) -> Int {
  guard rows > 0 else { return 0 }
  let margin = min(margin, (rows - 1) / 2)
  let highest = max(0, min(cursor - margin, count - rows))
  let lowest = max(0, min(cursor + margin - rows + 1, count - rows))
  return min(max(top, lowest), highest)
}
