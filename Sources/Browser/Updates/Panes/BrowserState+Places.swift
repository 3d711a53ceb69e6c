import ListModel
import ListSearch

extension BrowserState {
  mutating func go(_ command: Command, at time: EventTime) -> [BrowserEffect] {
    switch command {
    case .goHome:
      if places.count > 1 { dropMarks() }
      places.removeLast(places.count - 1)
      focus(place.panes.contains(.lists) ? .lists : .entries)
    case .goBookmarks: return show(.bookmarks)
    case .goLater: return show(.later)
    case .goNew, .goChanges:
      openPlace(command == .goNew ? .new : .changes)
      return seen == nil ? [] : [.readSeen]
    case .surprise:
      surprise(seed: time.seed)
    default: break
    }
    return []
  }

  private mutating func surprise(seed: UInt64) {
    let rows = place.result.rows
    guard let pick = randomPicks.pick(among: rows, of: place.catalog, seed: seed) else { return }
    goToEntry(row: pick.row)
    focus(.entries)
    if pick.isNewRound {
      message = Message(.information, "all of these were shown: starting over")
    }
  }

  /// Goes to a place of bookmarks, which another window may have changed.
  private mutating func show(_ kind: Place.Kind) -> [BrowserEffect] {
    openPlace(kind)
    return [.readBookmarks]
  }

  /// Shows a place; an open one keeps its state.
  mutating func openPlace(_ kind: Place.Kind) {
    guard place.kind != kind else { return refreshNewPlaces() }
    // One place per kind, so that switching between bookmarks and read later leaves no trail to
    // close.
    dropMarks()
    places.removeAll { $0.kind != .library }
    switch kind {
    case .library: break
    case .bookmarks, .later:
      places.append(
        Place(kind, catalog: CatalogBuilder().catalog(), marks: UserMarks(), today: today))
      refreshBookmarkPlaces()
    // The tutorial comes with its catalog.
    case .tutorial: break
    case .new, .changes: places.append(newPlace(kind))
    }
    place.facetOrder = facetOrder
    place.dateNames = preferences.dateNames
  }
}
