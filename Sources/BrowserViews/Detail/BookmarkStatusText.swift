import Browser
import ListModel
import TerminalScreen

extension DetailText {
  /// Adds the changes to a bookmark's entry in its list since it was bookmarked.
  mutating func addBookmarkStatus(_ bookmarkStatus: BookmarkStatus, _ state: BrowserState) {
    if bookmarkStatus.isRemoved {
      add("Removed", bookmarkStatus.removed.map { dated($0, state) } ?? "from the list since")
    }
    if let category = bookmarkStatus.category {
      let since = bookmarkStatus.moved.map { ", since \(dated($0, state))" } ?? ""
      add("Moved", "to \(category)\(since)")
    }
    if let url = bookmarkStatus.newURL {
      let key = state.keymap.key(of: .takeURL) ?? ":take-url"
      add("New URL", "\(SafeText.url(url).text) (\(key) takes it over)")
    }
  }

  /// Returns a day with its weekday and age.
  func dated(_ day: Day, _ state: BrowserState) -> String {
    "\(day), \(state.preferences.dateNames.weekday(of: day)), \(age(of: day, today: state.today))"
  }
}
