/// The rows of a facet pane: some fixed ones, then those of a tree, each created on demand.
package struct FacetRows: RandomAccessCollection, Sendable {
  private let rows: [FacetRow]
  private let tree: FacetTreeRows?

  /// Creates rows from these, followed by those of a tree.
  init(_ rows: [FacetRow] = [], above tree: FacetTreeRows? = nil) {
    self.rows = rows
    self.tree = tree
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { rows.count + (tree?.count ?? 0) }

  package subscript(position: Int) -> FacetRow {
    guard let tree, position >= rows.count else { return rows[position] }
    return tree[position - rows.count]
  }

  /// Returns the row of a value; nil if it is not shown.
  func position(of key: FacetKey) -> Int? {
    rows.firstIndex { $0.key == key } ?? tree?.position(of: key).map { $0 + rows.count }
  }
}
