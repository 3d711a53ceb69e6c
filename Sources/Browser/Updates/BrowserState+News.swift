import ListModel
import ListSearch
import Settings

extension BrowserState {
  /// The place of what is new, or of what has changed, since the last visit.
  func newPlace(_ kind: Place.Kind) -> Place {
    let library = places[0].catalog
    guard kind == .changes else {
      var place = Place(.new, catalog: library, today: today)
      place.scope = news.entries
      return place
    }
    let changes = ChangeCatalog(
      library.changes(
        since: seen ?? Seen(), today: today, firstDays: preferences.settings.number(.newDays)),
      of: library)
    var place = Place(.changes, catalog: changes.catalog, today: today)
    place.targets = changes.targets
    return place
  }

  /// Shows what is new by now, where the place of it is on the screen already.
  mutating func refreshNewPlaces() {
    guard place.kind == .new, place.scope != news.entries else { return }
    place.scope = news.entries
  }

  /// Goes to the next new entry among the rows, or the one before, and on from the other end.
  mutating func goToNew(forward isForward: Bool) {
    let rows = place.result.rows
    var steps = takeCount() ?? 1
    var row = place.entries.cursor
    var isAround = false
    for _ in 0..<rows.count {
      row += isForward ? 1 : -1
      if !rows.indices.contains(row) {
        row = isForward ? 0 : rows.count - 1
        isAround = true
      }
      guard isNew(rows[row]) else { continue }
      steps -= 1
      guard steps == 0 else { continue }
      goToEntry(row: row)
      if place.focus.isFacet { focus(.entries) }
      if isAround {
        message = Message(
          .information, isForward ? "continued at the top" : "continued at the bottom")
      }
      return
    }
    message = Message(.information, "no other entry here is new")
  }

  /// Goes to the entry of the library that the selected change is about.
  mutating func followChange() {
    guard let change = place.selected, place.targets.indices.contains(change.number) else { return }
    let target = place.targets[change.number]
    openPlace(.library)
    place.go(to: target, today: today)
    // What left its list is shown only where it is requested.
    if place.catalog.isRemoved(target) { place.setFilter("is:removed", today: today) }
    focus(.entries)
  }
}
