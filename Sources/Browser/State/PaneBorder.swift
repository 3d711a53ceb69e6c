/// A border between panes, which the mouse can drag.
enum PaneBorder: Equatable, Sendable {
  /// The line at the right of the facets.
  case facets
  /// The line at the left of a detail beside the entries.
  case detailColumn
  /// The title of a detail below the entries.
  case detailRow
}
