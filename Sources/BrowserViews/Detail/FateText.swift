import Browser
import ListModel
import TerminalScreen

extension DetailText {
  /// What became of a bookmark's entry in its list since it was bookmarked.
  mutating func addFate(_ fate: BookmarkFate, _ state: BrowserState) {
    if fate.isRemoved {
      add("Removed", fate.removed.map { dated($0, state) } ?? "from the list since")
    }
    if let category = fate.category {
      let since = fate.moved.map { ", since \(dated($0, state))" } ?? ""
      add("Moved", "to \(category)\(since)")
    }
    if let url = fate.newURL {
      let key = state.keymap.key(of: .takeURL) ?? ":take-url"
      add("New URL", "\(SafeText.url(url).text) (\(key) takes it over)")
    }
  }

  /// A day with its weekday and age.
  func dated(_ day: Day, _ state: BrowserState) -> String {
    "\(day), \(state.preferences.dateNames.weekday(of: day)), \(age(of: day, today: state.today))"
  }
}
