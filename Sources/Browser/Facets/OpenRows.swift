/// Which rows of a facet show what is below them.
///
/// A value of its own, small enough to be handed to what lays the rows out.
struct OpenRows {
  /// Whether all rows are open at first.
  var all = false
  /// The rows that are open at first where not all are.
  var path: [FacetKey] = []
  /// The rows that the reader opened or closed since.
  let toggled: Set<FacetKey>

  func contains(_ key: FacetKey) -> Bool {
    (all || path.contains(key)) != toggled.contains(key)
  }
}
