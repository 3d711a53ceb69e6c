package import ListModel

/// In which order the lists pane has its lists.
package typealias ListOrder = ListOutline.Order

/// The lists of a catalog by subject, as the site's home page has them.
///
/// If no list has a subject, or all have the same, the lists are without headings.
struct ListTree {
  let values: FacetTree

  /// The tree of a catalog's lists, in an order; lists that share a title are distinguished.
  ///
  /// Made at once where the catalog's image has the outline of that order.
  init(_ catalog: Catalog, order: ListOrder, isReversed: Bool = false) {
    values = FacetTree(catalog.listOutline(in: order, reversed: isReversed), of: catalog)
  }

  /// The lists of a subject.
  func lists(of subject: CategoryPath) -> Set<ListIndex> {
    guard let value = values.value(of: .subject(subject)) else { return [] }
    return Set(values.members(of: value).map { ListIndex($0) })
  }

  /// The subject that a list is under; nil if lists have no headings.
  func subject(of list: ListIndex) -> FacetKey? {
    guard let value = values.value(of: .list(list)) else { return nil }
    return values.outermost(above: value).map { values[$0].key }
  }
}
