import Browser
import ListModel
import TerminalScreen

extension DetailText {
  /// At most this many lists are searched for prose about a category.
  private static let listLimit = 50

  /// Creates the detail of a category: the prose of the shown lists about it; nil if there is none.
  init?(
    _ category: CategoryPath, of state: BrowserState, columns: Int, isAiry: Bool, theme: Theme
  ) {
    let place = state.place
    let lists =
      place.chosenLists?.sorted { $0.number < $1.number }
      ?? (0..<place.catalog.listCount).map { ListIndex($0) }
    let texts = lists.prefix(Self.listLimit).compactMap { list in
      place.catalog.text(of: category, in: list).map { (list: list, text: $0) }
    }
    guard !texts.isEmpty else { return nil }
    self.init(columns: columns, theme: theme, settings: state.preferences.settings)
    add(category.description, style: theme.heading)
    for (list, text) in texts {
      gap(isAiry)
      if place.catalog.listCount > 1 { add(place.catalog.list(list).title, style: theme.label) }
      add(text, style: .plain)
    }
  }
}
