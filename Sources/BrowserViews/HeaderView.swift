import Browser
import ListModel
import ListSearch
import Settings
import TerminalScreen

extension ScreenView {
  /// Draws the first line: the place, the number of entries, and the order.
  func drawHeader(_ state: BrowserState, _ layout: ScreenLayout, on canvas: inout Canvas) {
    let place = state.place
    canvas.draw("awl", row: 0, column: 1, style: theme.header)
    let sort = SafeText("by \(place.orderInForce.rawValue)\(place.isReversed ? ", reversed" : "")")
    let sortColumn = canvas.columns - sort.width - 1
    let trail = layout.arrangement == .single ? breadcrumb(state) : title(of: place)
    let room = max(0, sortColumn - 7)
    let used = canvas.draw(
      SafeText.shown(trail, emoji: EmojiForm(state.preferences.settings)), row: 0, column: 6,
      limit: room, style: theme.title)
    var column = 6 + used
    guard layout.arrangement != .single else {
      let new = SafeText("\(separator)\(grouped(state.news.entries.count)) new")
      if !state.news.isEmpty, place.kind.isOfLibrary, column + new.width <= room + 6 {
        canvas.draw(new, row: 0, column: column, style: theme.new)
      }
      return
    }
    for (text, style) in facts(state) {
      let fact = SafeText(separator + text)
      guard column + fact.width <= room + 6 else { continue }
      column += canvas.draw(fact, row: 0, column: column, style: style)
    }
    canvas.draw(sort, row: 0, column: sortColumn, style: theme.faint)
  }

  private var separator: String { isPlain ? ", " : " · " }

  private func title(of place: Place) -> String {
    switch place.kind {
    case .bookmarks: return "Bookmarks"
    case .later: return "Read later"
    case .new: return "New"
    case .changes: return "Changes"
    case .tutorial: return "Tutorial"
    case .library:
      if let list = onlyList(of: place) { return identified(list) }
      if case .subject(let subject) = place.lists.chosen { return subject.description }
      return "All lists"
    }
  }

  /// Returns the facts after the title; those without room are omitted.
  private func facts(_ state: BrowserState) -> [(text: String, style: Style)] {
    let place = state.place
    let new = newAmount(state)
    switch place.kind {
    case .new, .changes:
      let words =
        place.kind == .changes
        ? "\(counted(place.catalog.count, "change", "changes")) \(since(state))" : new
      return words.map { [($0, theme.faint)] } ?? []
    case .library:
      // New entries matter more than the age of the data.
      let parts = [(amount(of: place), theme.faint)]
      return parts + (new.map { [($0, theme.new)] } ?? [])
        + (dataAge(state).map { [($0, theme.faint)] } ?? [])
    case .bookmarks, .later: return [(amount(of: place), theme.faint)]
    case .tutorial: return [("\(place.catalog.count) exercises; q leaves it", theme.faint)]
    }
  }

  /// Returns the number of new entries: `12 new in 3 lists since Tuesday`.
  private func newAmount(_ state: BrowserState) -> String? {
    guard !state.news.isEmpty else { return nil }
    let lists =
      state.places[0].catalog.listCount > 1
      ? " in \(counted(state.news.listCount, "list", "lists"))" : ""
    return "\(grouped(state.news.entries.count)) new\(lists) \(since(state))"
  }

  /// Returns since when entries count as new.
  private func since(_ state: BrowserState) -> String {
    guard let day = state.news.lastVisit?.day else {
      let days = state.preferences.settings.number(.newDays)
      return days == 1 ? "in the last day" : "in the last \(days) days"
    }
    switch state.today.number - day.number {
    case ...0: return "since earlier today"
    case 1: return "since yesterday"
    case 2..<7: return "since \(day.weekday.name)"
    default: return "since \(day)"
    }
  }

  private func onlyList(of place: Place) -> AwesomeList? {
    place.onlyList.map { place.catalog.list($0) }
  }

  /// Returns the title with the identity after it, because some lists share a title.
  private func identified(_ list: AwesomeList) -> String { "\(list.title) (\(list.id.path))" }

  /// Returns the number of entries in the chosen lists, or in all.
  private func amount(of place: Place) -> String {
    let catalog = place.catalog
    let lists = place.chosenLists
    let entries = counted(
      lists.map { $0.reduce(0) { $0 + catalog.presentCount(of: $1) } } ?? catalog.presentCount,
      "entry", "entries")
    if case .list = place.lists.chosen { return entries }
    guard place.kind == .library, catalog.listCount > 1 else { return entries }
    return "\(counted(lists?.count ?? catalog.listCount, "list", "lists"))\(separator)\(entries)"
  }

  /// Returns the age of the data, if it matters.
  private func dataAge(_ state: BrowserState) -> String? {
    guard let day = state.checked?.day, day < state.today else { return nil }
    return "synced \(age(of: day, today: state.today))"
  }

  /// Returns the choices, for a screen without room for the facets.
  private func breadcrumb(_ state: BrowserState) -> String {
    let place = state.place
    // There is room for a title or an identity, and the user has just seen which list it is.
    var parts = [onlyList(of: place)?.title ?? title(of: place)]
    if case .category(let path) = place.categories.chosen { parts.append(path.description) }
    if let row = place.tags.rows.first(where: { $0.key == place.tags.chosen }), row.key != .all {
      parts.append(row.key == .untagged ? row.label : "#\(row.label)")
    }
    if let row = place.dates.rows.first(where: { $0.key == place.dates.chosen }), row.key != .all {
      parts.append(dateName(row, state.preferences.dateNames))
    }
    if !place.filter.isEmpty { parts.append("/\(place.filter)") }
    return parts.joined(separator: " > ")
  }

  private func dateName(_ row: FacetRow, _ names: DateNames) -> String {
    switch row.key {
    case .month(let year, let month): names.month(month, of: year)
    case .day(let day): day.description
    case .bulk(let year, let month): "\(names.month(month, of: year)), in bulk"
    case .bulkDay(let day): "\(day), in bulk"
    case .week(let week): week.description
    default: row.label
    }
  }
}
