import ListModel
import ListSearch

extension Place {
  /// Lays out the rows of the facets again, after counts or openings changed.
  mutating func showFacets() {
    let total = result.rows.count
    lists.show(listRows())
    categories.show(
      FacetRows(
        [all(counting: result.categoryCounts.reduce(0, +), new: result.newCounts.categories)],
        above: FacetTreeRows(
          categoryTree.values, counts: result.categoryCounts, new: result.newCounts.categories,
          chosen: categories.chosen, open: openCategories)))
    tags.show(FacetRows(tagRows()))
    let dated = result.dayCounts.reduce(0) { $0 + $1.count } + result.undatedCount
    dates.show(
      FacetRows(
        [
          all(
            counting: max(dated, dates.chosen == .all ? total : 0),
            new: result.dayCounts.map(\.new) + [result.newCounts.undated])
        ] + dateRows()))
    showNarrowedRows()
  }

  /// Sorts the categories in another order; nil for the default order of the catalog.
  mutating func sortCategories(by order: CategoryTree.Order?) {
    categoryOrder = order
    categoryTree = categoryTree(of: catalog)
  }

  func categoryTree(of catalog: Catalog) -> CategoryTree {
    Self.categoryTree(of: catalog, in: categoryOrder)
  }

  static func categoryTree(of catalog: Catalog, in order: CategoryTree.Order?) -> CategoryTree {
    CategoryTree(catalog, in: order ?? catalog.suitableCategoryOrder)
  }

  static func newestDay(of catalog: Catalog) -> Day? {
    catalog.newestFirst[0].flatMap { catalog.day(of: EntryIndex(Int($0))) }
  }

  private func all(counting count: Int, new: [Int] = []) -> FacetRow {
    FacetRow(
      key: .all, label: "All", depth: 0, count: count, new: new.reduce(0, +), isOpen: nil)
  }

  var openLists: OpenRows { OpenRows(toggled: lists.toggled) }

  var openCategories: OpenRows {
    OpenRows(all: catalog.listCount < 2, toggled: categories.toggled)
  }

  var openDates: OpenRows {
    OpenRows(path: newestDay.map { dateMode.path(of: $0) } ?? [], toggled: dates.toggled)
  }

  private func listRows() -> FacetRows {
    let all = all(counting: result.listCounts.reduce(0, +), new: result.newCounts.lists)
    guard hasListsPane else { return FacetRows([all]) }
    return FacetRows(
      [all],
      above: FacetTreeRows(
        listTree.values, counts: result.listCounts, new: result.newCounts.lists,
        chosen: lists.chosen, open: openLists,
        showsEmpty: filter.isEmpty && categories.chosen == .all && dates.chosen == .all))
  }

  private func tagRows() -> [FacetRow] {
    var rows = [all(counting: result.taggedCount + result.untaggedCount)]
    guard let names = marks?.tags.names, names.count == result.tagCounts.count else { return rows }
    for (name, count) in zip(names, result.tagCounts) {
      let key = FacetKey.tag(Array(name.utf8))
      guard count > 0 || tags.chosen == key else { continue }
      rows.append(FacetRow(key: key, label: name, depth: 0, count: count, isOpen: nil))
    }
    if result.untaggedCount > 0 || tags.chosen == .untagged {
      rows.append(
        FacetRow(
          key: .untagged, label: "without tags", depth: 0, count: result.untaggedCount,
          isOpen: nil))
    }
    return rows
  }

  private func dateRows() -> [FacetRow] {
    var rows = DateTree.rows(
      result.dayCounts, mode: dateMode, keeping: dates.chosen, in: dateNames,
      isOpen: openDates.contains)
    // If no entry has a day, there is nothing to separate undated ones from.
    if (result.undatedCount > 0 && newestDay != nil) || dates.chosen == .undated {
      rows.append(
        FacetRow(
          key: .undated, label: DateTree.label(.undated, depth: 0, in: dateNames), depth: 0,
          count: result.undatedCount, new: result.newCounts.undated, isOpen: nil))
    }
    return rows
  }
}
