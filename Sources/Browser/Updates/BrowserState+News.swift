import ListModel
import ListSearch
import Settings

extension BrowserState {
  /// Creates the place of new entries, or of changes, since the last visit.
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

  /// Updates the place of new entries, if it is on the screen.
  mutating func refreshNewPlaces() {
    guard place.kind == .new, place.scope != news.entries else { return }
    place.scope = news.entries
  }

  /// Goes to the next or previous new entry among the rows, wrapping around.
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

  /// Goes to the entry of the library that the selected change belongs to.
  mutating func followChange() {
    guard let change = place.selected, place.targets.indices.contains(change.number) else { return }
    let target = place.targets[change.number]
    openPlace(.library)
    place.go(to: target, today: today)
    // Removed entries are shown only on request.
    if place.catalog.isRemoved(target) { place.setFilter("is:removed", today: today) }
    focus(.entries)
  }
}
