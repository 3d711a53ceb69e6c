package import ListModel

/// The order of the lists in the lists pane.
package typealias ListOrder = ListOutline.Order

/// The lists of a catalog by subject, as the site's home page has them.
///
/// Without headings if no list has a subject or all have the same one.
struct ListTree {
  let values: FacetTree

  /// Creates the tree of a catalog's lists in an order; lists that share a title are distinguished.
  ///
  /// Takes constant time if the catalog's image stores the outline of that order.
  init(_ catalog: Catalog, order: ListOrder, isReversed: Bool = false) {
    values = FacetTree(catalog.listOutline(in: order, reversed: isReversed), of: catalog)
  }

  /// Returns the lists of a subject.
  func lists(of subject: CategoryPath) -> Set<ListIndex> {
    guard let value = values.value(of: .subject(subject)) else { return [] }
    return Set(values.members(of: value).map { ListIndex($0) })
  }

  /// Returns the subject of a list; nil if lists have no headings.
  func subject(of list: ListIndex) -> FacetKey? {
    guard let value = values.value(of: .list(list)) else { return nil }
    return values.outermost(above: value).map { values[$0].key }
  }
}
