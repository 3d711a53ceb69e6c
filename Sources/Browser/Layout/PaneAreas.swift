/// Where the panes stand that are on the screen.
///
/// Asked for with each key, and in place of a dictionary in a hundredth of its time.
package struct PaneAreas: Equatable, Sendable {
  private var lists: Area?
  private var categories: Area?
  private var tags: Area?
  private var dates: Area?
  private var entries: Area?
  private var detail: Area?

  /// The area of a pane; nil for one that is not on the screen.
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
