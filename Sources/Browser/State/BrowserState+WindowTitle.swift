import ListModel

extension BrowserState {
  /// The title of the terminal's window: the program, and the list or the place on the screen.
  ///
  /// It contains text of a list, so the terminal must sanitise it.
  package var windowTitle: String {
    if let page { return "awl: \(page.request.list.path)" }
    switch place.kind {
    case .bookmarks: return "awl: bookmarks"
    case .later: return "awl: read later"
    case .new: return "awl: new"
    case .changes: return "awl: changes"
    case .tutorial: return "awl: tutorial"
    case .library: return place.onlyList.map { "awl: \(place.catalog.list($0).id.path)" } ?? "awl"
    }
  }
}
