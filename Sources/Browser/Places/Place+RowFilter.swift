import ListModel
import ListSearch

extension Place {
  /// Returns the rows of a facet pane on the screen, the row of its cursor and the first one shown.
  package func shownRows(of pane: Pane) -> (rows: FacetRows, cursor: Int, top: Int) {
    if let rowFilter, rowFilter.pane == pane {
      return (rowFilter.rows, rowFilter.cursor, rowFilter.top)
    }
    let facet = facet(pane)
    return (facet?.rows ?? FacetRows(), facet?.cursor ?? 0, facet?.top ?? 0)
  }

  /// Begins to narrow the rows of a facet pane.
  mutating func startNarrowing(_ pane: Pane) {
    let tree: FacetTree? =
      switch pane {
      case .lists: listTree.values
      case .categories: categoryTree.values
      default: nil
      }
    rowFilter = RowFilter(pane, of: tree)
    narrowRows(to: "")
  }

  /// Narrows the rows to those with all words of a text; the cursor goes to the first of them.
  mutating func narrowRows(to text: String) {
    guard var filter = rowFilter else { return }
    filter.take(text)
    showNarrowedRows(of: &filter)
    filter.cursor =
      filter.isNarrowing
      ? filter.rows.firstIndex { filter.matches($0) } ?? 0 : facet(filter.pane)?.cursor ?? 0
    rowFilter = filter
  }

  mutating func moveRowCursor(by steps: Int) {
    guard let filter = rowFilter else { return }
    rowFilter?.cursor = min(max(0, filter.cursor + steps), max(0, filter.rows.count - 1))
  }

  /// Shows all rows again and goes to the row of the cursor, opening its ancestors; returns false
  /// if no row is left.
  mutating func acceptRow() -> Bool {
    guard let filter = rowFilter else { return false }
    rowFilter = nil
    guard filter.rows.indices.contains(filter.cursor) else { return false }
    for key in filter.ancestors where !isOpen(key, in: filter.pane) { toggle(key, in: filter.pane) }
    choose(filter.rows[filter.cursor].key, in: filter.pane)
    showFacets()
    return true
  }

  /// Lays out the narrowed rows again, after counts changed.
  mutating func showNarrowedRows() {
    guard var filter = rowFilter else { return }
    showNarrowedRows(of: &filter)
    filter.cursor = min(filter.cursor, max(0, filter.rows.count - 1))
    rowFilter = filter
  }

  private func showNarrowedRows(of filter: inout RowFilter) {
    guard filter.isNarrowing else {
      filter.rows = facet(filter.pane)?.rows ?? FacetRows()
      return
    }
    switch filter.pane {
    case .lists:
      filter.rows = FacetRows(
        above: FacetTreeRows(
          listTree.values, counts: result.listCounts, new: result.newCounts.lists, chosen: .all,
          open: openLists, matching: filter.matches(of: listTree.values)))
    case .categories:
      filter.rows = FacetRows(
        above: FacetTreeRows(
          categoryTree.values, counts: result.categoryCounts, new: result.newCounts.categories,
          chosen: .all, open: openCategories, matching: filter.matches(of: categoryTree.values)))
    case .tags: filter.rows = FacetRows(filter.narrowed(Array(tags.rows.dropFirst())))
    case .dates:
      let rows = DateTree.rows(
        result.dayCounts, mode: dateMode, keeping: dates.chosen, in: dateNames,
        isOpen: { _ in true })
      filter.rows = FacetRows(filter.narrowed(rows))
    case .entries, .detail: break
    }
  }

  private func isOpen(_ key: FacetKey, in pane: Pane) -> Bool {
    switch pane {
    case .lists: openLists.contains(key)
    case .categories: openCategories.contains(key)
    case .dates: openDates.contains(key)
    case .tags, .entries, .detail: true
    }
  }
}
