/// A border between panes, which the mouse can drag.
enum PaneBorder: Equatable, Sendable {
  /// The line at the right of the facets.
  case facets
}
