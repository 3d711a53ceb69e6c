import ListModel
import ListSearch

extension BrowserState {
  /// Updates the progress of background work; nil when it is over.
  mutating func take(_ step: WorkStep?, at time: EventTime) {
    guard let step else {
      work = nil
      return
    }
    // If the total becomes known or shrinks, a new phase has started.
    if work?.step.kind == step.kind, work?.step.total == step.total {
      work?.advance(to: step, at: time.now)
    } else {
      work = WorkProgress(step, at: time.now)
    }
  }

  /// Shows the tutorial as a separate place, with its exercises in order.
  mutating func showTutorial(_ catalog: Catalog) {
    guard place.kind != .tutorial else { return }
    dropMarks()
    page = nil
    overlay = nil
    places.removeAll { $0.kind != .library }
    places.append(Place(.tutorial, catalog: catalog, today: today))
    place.facetOrder = facetOrder
    place.dateNames = preferences.dateNames
    place.order = .list
    focus(.entries)
  }
}
