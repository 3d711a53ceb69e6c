import ListModel
package import ListSearch

/// The sort order of a place and its open headings.
package struct PlaceArrangement: Equatable, Sendable {
  /// The order chosen by the user; nil for the default of the filter.
  package var order: SortOrder?
  package var isReversed = false
  package var listOrder = ListOrder.name
  package var areListsReversed = false
  package var lastFacet = Pane.categories
  package var detailTop = 0
  /// The subjects, categories and dates that were opened or closed by hand.
  package var toggled: [FacetValue] = []

  /// The maximum number of toggled rows that are stored.
  package static let maxToggled = 400

  package init() {}
}

extension Place {
  /// The arrangement of this place.
  var arrangement: PlaceArrangement {
    var arrangement = PlaceArrangement()
    arrangement.order = order
    arrangement.isReversed = isReversed
    arrangement.listOrder = listOrder
    arrangement.areListsReversed = areListsReversed
    arrangement.lastFacet = lastFacet
    arrangement.detailTop = detailTop
    // In a fixed order, so that unchanged state is written with the same bytes.
    let named = [lists, categories, dates].flatMap { facet in
      facet.toggled.map { value(of: $0) }
        .sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    }
    arrangement.toggled = Array(named.prefix(PlaceArrangement.maxToggled))
    return arrangement
  }

  /// Arranges the place; values that are no longer in the catalog are dropped.
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
