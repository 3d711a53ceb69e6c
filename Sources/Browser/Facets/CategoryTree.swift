import ListModel

/// The categories of a catalog as a tree, so that a heading is once with its sub-headings below.
struct CategoryTree {
  typealias Order = CategoryOutline.Order

  let values: FacetTree

  /// The tree of a catalog's categories; made at once where the catalog's image has their outline.
  init(_ catalog: Catalog, in order: Order) {
    values = FacetTree(catalog.outline(in: order), of: catalog)
  }

  /// The categories at and below a path.
  func categories(under path: CategoryPath) -> Set<CategoryIndex> {
    guard let value = values.value(of: .category(path)) else { return [] }
    return Set(values.members(of: value).map { CategoryIndex($0) })
  }
}
