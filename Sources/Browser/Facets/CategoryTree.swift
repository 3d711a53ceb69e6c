import ListModel

/// The categories of a catalog as a tree in which each heading appears once, with its subheadings
/// below it.
struct CategoryTree {
  typealias Order = CategoryOutline.Order

  let values: FacetTree

  /// Creates the tree of a catalog's categories; takes constant time if the catalog's image stores
  /// their outline.
  init(_ catalog: Catalog, in order: Order) {
    values = FacetTree(catalog.outline(in: order), of: catalog)
  }

  /// Returns the categories at and below a path.
  func categories(under path: CategoryPath) -> Set<CategoryIndex> {
    guard let value = values.value(of: .category(path)) else { return [] }
    return Set(values.members(of: value).map { CategoryIndex($0) })
  }
}
