extension BrowserState {
  /// Runs a command that focuses another pane, opens or closes rows, scrolls the detail, or zooms.
  mutating func changePane(_ command: Command) {
    let times = takeCount() ?? 1
    switch command {
    case .into: goIn()
    case .out: goOut()
    case .nextPane: cycle(by: times)
    case .previousPane: cycle(by: -times)
    // In the detail itself J and K go to the next and previous entry.
    case .detailDown where place.focus == .detail: goToEntry(row: place.entries.cursor + times)
    case .detailUp where place.focus == .detail: goToEntry(row: place.entries.cursor - times)
    case .detailDown: scrollDetail(by: times)
    case .detailUp: scrollDetail(by: -times)
    case .zoom: isZoomed = true
    case .unzoom: isZoomed = false
    default: break
    }
  }

  /// Focuses a pane; a facet becomes the one that `h` returns to from the entries.
  mutating func focus(_ pane: Pane) {
    place.focus = pane
    if pane.isFacet { place.lastFacet = pane }
  }

  private mutating func goIn() {
    switch place.focus {
    case .entries: if place.selected != nil { focus(.detail) }
    case .detail: break
    case .lists, .categories, .tags, .dates:
      guard let facet = place.facet(place.focus), facet.rows.indices.contains(facet.cursor) else {
        return
      }
      let row = facet.rows[facet.cursor]
      if row.isOpen == false {
        place.toggle(row.key, in: place.focus)
      } else {
        focus(.entries)
      }
    }
  }

  private mutating func goOut() {
    switch place.focus {
    case .detail: focus(.entries)
    case .entries:
      let facets = place.panes.filter(\.isFacet)
      guard let first = facets.first(where: { $0 == .categories }) ?? facets.first else { return }
      focus(facets.contains(place.lastFacet) ? place.lastFacet : first)
    case .lists, .categories, .tags, .dates:
      guard let facet = place.facet(place.focus), facet.rows.indices.contains(facet.cursor) else {
        return
      }
      let row = facet.rows[facet.cursor]
      if row.isOpen == true {
        place.toggle(row.key, in: place.focus)
      } else if let parent = facet.parent {
        place.choose(parent, in: place.focus)
      } else if place.focus != place.panes.first {
        cycle(by: -1)
      }
    }
  }

  private mutating func cycle(by steps: Int) {
    let panes = place.panes
    let now = panes.firstIndex(of: place.focus) ?? 0
    focus(panes[((now + steps) % panes.count + panes.count) % panes.count])
  }
}
