import ListModel
import ListSearch

extension BrowserState {
  /// Moves the cursor of the focused pane; scrolls the text of the detail.
  mutating func move(_ command: Command) {
    let given = takeCount()
    let page = max(1, layout.contentRows(place.focus))
    let times = given ?? 1
    switch command {
    case .moveDown: move(by: times)
    case .moveUp: move(by: -times)
    case .halfPageDown: move(by: max(1, page / 2) * times)
    case .halfPageUp: move(by: -max(1, page / 2) * times)
    case .pageDown: move(by: max(1, page - 1) * times)
    case .pageUp: move(by: -max(1, page - 1) * times)
    case .goTop: move(to: (given ?? 1) - 1)
    case .goBottom: move(to: given.map { $0 - 1 } ?? .max)
    default: break
    }
    isCursorStep = place.focus == .entries
  }

  /// Goes to a row of the entries, as `10G` and `:10` do.
  mutating func goToEntry(row: Int) {
    let selected = place.selected
    place.entries.go(to: row, of: place.result.rows)
    if place.selected != selected { place.detailTop = 0 }
  }

  /// Scrolls the detail, whichever pane has the focus.
  mutating func scrollDetail(by rows: Int) {
    let last = max(0, metrics.detailRows - layout.contentRows(.detail))
    place.detailTop = min(max(0, place.detailTop + rows), last)
  }

  private mutating func move(by rows: Int) {
    switch place.focus {
    case .entries: goToEntry(row: place.entries.cursor + rows)
    case .detail: scrollDetail(by: rows)
    case .lists, .categories, .tags, .dates:
      guard let facet = place.facet(place.focus) else { return }
      choose(row: facet.cursor + rows)
    }
  }

  private mutating func move(to row: Int) {
    switch place.focus {
    case .entries: goToEntry(row: row)
    case .detail: scrollDetail(by: row == .max ? metrics.detailRows : row - place.detailTop)
    case .lists, .categories, .tags, .dates: choose(row: row)
    }
  }

  private mutating func choose(row: Int) {
    guard let rows = place.facet(place.focus)?.rows, !rows.isEmpty else { return }
    place.choose(rows[min(max(0, row), rows.count - 1)].key, in: place.focus)
  }

  /// Goes to the next match: in the detail if it has the focus, else among the entries.
  mutating func goToMatch(forward: Bool) {
    guard place.focus == .detail else {
      goToEntry(row: place.entries.cursor + (forward ? 1 : -1))
      return
    }
    let rows = metrics.detailMatches
    let target =
      forward
      ? rows.first { $0 > place.detailTop } : rows.last { $0 < place.detailTop }
    guard let target else {
      message = Message(.information, "no more matches in this detail")
      return
    }
    scrollDetail(by: target - place.detailTop)
  }
}
