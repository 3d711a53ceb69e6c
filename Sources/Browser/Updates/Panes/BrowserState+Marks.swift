import ListModel
import ListSearch

extension BrowserState {
  /// Marks entries, or starts or ends a range of them.
  mutating func mark(_ command: Command) {
    switch command {
    case .mark where place.selection.rangeStart != nil: place.settleRange()
    case .mark:
      if let count = takeCount(), count > 1 {
        let first = place.entries.cursor
        place.mark(rows: first..<min(first + count, place.result.rows.count))
        goToEntry(row: first + count)
      } else {
        mark(thenMove: 1)
      }
    case .markRange where place.selection.rangeStart != nil: place.settleRange()
    case .markRange:
      place.selection.rangeStart = place.selected
      if place.selected != nil {
        let key = keymap.keys(of: .markRange).first ?? ":\(Command.markRange.rawValue)"
        message = Message(.information, "range begun: move, \(key) ends it, Esc drops it")
      }
    case .markAll:
      place.settleRange()
      place.mark(rows: place.result.rows.indices)
      if picking != nil { place.dropMarksWithoutLink() }
    default: break
    }
  }

  /// Marks the entry under the cursor or removes its mark, and moves on.
  mutating func mark(thenMove step: Int) {
    guard let selected = place.selected else { return }
    guard picking == nil || !place.catalog.urls.isEmpty(at: selected.number) else {
      _ = refuseWithoutLink()
      return
    }
    place.selection.toggle(selected, in: place.catalog)
    goToEntry(row: place.entries.cursor + step)
  }

  /// Returns the entries that a command acts on: the marked ones, or else the selected one.
  ///
  /// An open range is closed, because the command may move the cursor.
  mutating func entriesToActOn() -> [EntryIndex] {
    if let page { return page.entry.map { [$0] } ?? [] }
    place.settleRange()
    if !place.selection.isEmpty { return place.selection.entries }
    return place.selected.map { [$0] } ?? []
  }

  /// Drops all marks when a place is left; `awl pick` keeps marks of all places.
  mutating func dropMarks() {
    guard picking == nil else { return }
    for index in places.indices { places[index].selection = Selection() }
  }
}
