/// The open rows of a facet.
///
/// A separate value, small enough to be passed to the layout of the rows.
struct OpenRows {
  /// Whether all rows are open by default.
  var all = false
  /// The rows that are open by default if not all are.
  var path: [FacetKey] = []
  /// The rows that the user has opened or closed.
  let toggled: Set<FacetKey>

  func contains(_ key: FacetKey) -> Bool {
    (all || path.contains(key)) != toggled.contains(key)
  }
}
