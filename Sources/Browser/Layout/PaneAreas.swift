/// The areas of the panes on the screen.
///
/// Accessed on each key; a hundred times as fast as a dictionary.
package struct PaneAreas: Equatable, Sendable {
  private var lists: Area?
  private var categories: Area?
  private var tags: Area?
  private var dates: Area?
  private var entries: Area?
  private var detail: Area?

  /// The area of a pane; nil if it is not on the screen.
  package internal(set) subscript(pane: Pane) -> Area? {
    get {
      switch pane {
      case .lists: lists
      case .categories: categories
      case .tags: tags
      case .dates: dates
      case .entries: entries
      case .detail: detail
      }
    }
    set {
      switch pane {
      case .lists: lists = newValue
      case .categories: categories = newValue
      case .tags: tags = newValue
      case .dates: dates = newValue
      case .entries: entries = newValue
      case .detail: detail = newValue
      }
    }
  }
}

/// A border between panes, which the mouse can drag.
enum PaneBorder: Equatable, Sendable {
  /// The line to the right of the facets.
  case facets
  /// The line to the left of a detail beside the entries.
  case detailColumn
  /// The title of a detail below the entries.
  case detailRow
}
