/// A part of the screen that can have the focus.
package enum Pane: Int, CaseIterable, Hashable, Sendable {
  case lists
  case categories
  case tags
  case dates
  case entries
  case detail

  /// Whether moving its cursor narrows the entries.
  package var isFacet: Bool {
    switch self {
    case .lists, .categories, .tags, .dates: true
    case .entries, .detail: false
    }
  }
}
