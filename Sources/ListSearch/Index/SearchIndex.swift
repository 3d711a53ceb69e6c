import ListModel

/// The texts of a catalog, folded, in columns of their own.
final class SearchIndex: Sendable {
  let titles: FoldedColumn
  let urls: FoldedColumn
  let descriptions: FoldedColumn
  /// The headings of each category as they are shown: `libraries / go`.
  let categories: FoldedColumn
  let listPaths: FoldedColumn

  /// Folds all texts of a catalog.
  init(_ catalog: Catalog) {
    var titles = FoldedColumn()
    for index in 0..<catalog.count {
      titles.append(catalog.titles.bytes(at: index), findingHumps: true)
    }
    self.titles = titles
    urls = SearchIndex.folded(catalog.urls)
    descriptions = SearchIndex.folded(catalog.descriptions)
    listPaths = SearchIndex.folded(catalog.listPaths)
    var categories = FoldedColumn()
    for index in 0..<catalog.categories.count {
      categories.append(foldedBytes(catalog.category(CategoryIndex(index)).description))
    }
    self.categories = categories
  }

  private static func folded(_ texts: TextColumn) -> FoldedColumn {
    var column = FoldedColumn()
    for index in 0..<texts.count { column.append(texts.bytes(at: index)) }
    return column
  }
}
