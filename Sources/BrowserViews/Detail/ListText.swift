import Browser
import ListModel
import Settings
import TerminalScreen

extension DetailText {
  /// Creates the detail of a list: its facts, its size, its growth, its source.
  init(_ index: ListIndex, of state: BrowserState, columns: Int, isAiry: Bool, screen: ScreenView) {
    self.init(
      columns: columns, theme: screen.theme, settings: state.preferences.settings)
    let catalog = state.place.catalog
    let list = catalog.list(index)
    add(list.title, style: screen.theme.heading)
    add(SafeText.url(list.source ?? list.id.path), style: screen.theme.link)
    gap(isAiry)
    if !list.description.isEmpty {
      add(list.description, style: .plain)
      gap(isAiry)
    }
    add("List", list.id.path)
    if let subject = list.subject { add("Subject", subject) }
    if let stars = list.stars { add("Stars", grouped(stars.count)) }
    add("Entries", grouped(catalog.presentCount(of: index)))
    if let days = catalog.days(of: index) {
      add("First", "\(days.lowerBound), \(age(of: days.lowerBound, today: state.today))")
      add("Last", "\(days.upperBound), \(age(of: days.upperBound, today: state.today))")
    }
    addOrigin(catalog.origin(of: index), state)
    if state.place.kind == .library, let line = state.feedLine(of: index) { add("Feed", line) }
    addChart(
      catalog.additionsByMonth(of: index), columns: columns, isAiry: isAiry, screen: screen,
      state.preferences.dateNames)
  }

  private mutating func addOrigin(_ origin: ListOrigin?, _ state: BrowserState) {
    guard let origin else { return }
    add("From", origin.page.isEmpty ? origin.source : "\(origin.source) (\(origin.page))")
    if let day = origin.read?.day {
      add("Synced", "\(day), \(age(of: day, today: state.today))")
    }
    if let failure = origin.failure { add("Problem", failure) }
  }

  /// Adds a bar chart of the last months with additions, the longest bar filling the width.
  private mutating func addChart(
    _ months: [(year: Int, month: Int, count: Int)], columns: Int, isAiry: Bool, screen: ScreenView,
    _ names: DateNames
  ) {
    guard let most = months.map(\.count).max() else { return }
    gap(isAiry)
    let room = max(1, min(40, columns - Self.labelColumns - grouped(most).utf8.count - 1))
    let bar = screen.borders == .unicode ? "█" : "#"
    for (year, month, count) in months.suffix(24).reversed() {
      let length = max(1, count * room / most)
      add(
        names.shortMonth(month, of: year),
        (screen.isPlain ? "" : String(repeating: bar, count: length) + " ") + grouped(count))
    }
  }
}
