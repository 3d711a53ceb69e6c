import ListModel
package import ListSearch

/// How a place is sorted and which of its headings are open.
package struct PlaceArrangement: Equatable, Sendable {
  /// The order that the reader asked for; nil for the one that fits the filter.
  package var order: SortOrder?
  package var isReversed = false
  package var listOrder = ListOrder.name
  package var areListsReversed = false
  package var lastFacet = Pane.categories
  package var detailTop = 0
  /// The subjects, categories and dates that were opened or closed by hand.
  package var toggled: [FacetValue] = []

  /// The most toggled rows that are stored.
  package static let maxToggled = 400

  package init() {}
}

extension Place {
  /// How this place is arranged.
  package var arrangement: PlaceArrangement {
    var arrangement = PlaceArrangement()
    arrangement.order = order
    arrangement.isReversed = isReversed
    arrangement.listOrder = listOrder
    arrangement.areListsReversed = areListsReversed
    arrangement.lastFacet = lastFacet
    arrangement.detailTop = detailTop
    // In a fixed order, so that what did not change is written with the same bytes.
    let named = [lists, categories, dates].flatMap { facet in
      facet.toggled.map { value(of: $0) }
        .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }
    arrangement.toggled = Array(named.prefix(PlaceArrangement.maxToggled))
    return arrangement
  }

  /// Arranges the place; what is no longer in the catalog is left out.
  mutating func arrange(by arrangement: PlaceArrangement) {
    order = arrangement.order
    isReversed = arrangement.isReversed
    if arrangement.lastFacet.isFacet { lastFacet = arrangement.lastFacet }
    if (listOrder, areListsReversed) != (arrangement.listOrder, arrangement.areListsReversed) {
      sortLists(by: arrangement.listOrder, reversed: arrangement.areListsReversed)
    }
    for value in arrangement.toggled {
      guard let key = key(of: value) else { continue }
      switch value {
      case .subject: if !lists.toggled.contains(key) { lists.toggle(key) }
      case .category: if !categories.toggled.contains(key) { categories.toggle(key) }
      case .date: if !dates.toggled.contains(key) { dates.toggle(key) }
      case .all, .list, .tag: break
      }
    }
  }
}
