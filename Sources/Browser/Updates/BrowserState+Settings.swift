import ListModel
import ListSearch
import Settings
import Spelling

extension BrowserState {
  /// Sets how the user's locale writes days, for rows that use it.
  package mutating func use(localeDate: DatePattern?) { preferences.localeDate = localeDate }

  /// Sets the names of months and weekdays for a value of `date-language`.
  package mutating func use(dateNames: DateNames, for language: String) {
    preferences.dateNames = dateNames
    preferences.dateNamesLanguage = language
    for index in places.indices { places[index].dateNames = dateNames }
  }

  /// Applies the settings of a configuration file, at the start and on reload.
  package mutating func apply(_ preferences: Preferences) {
    let former = self.preferences.settings
    self.preferences = preferences
    if isAlwaysPlain { self.preferences.settings.set(.plain, to: .flag(true)) }
    settingsChanged(from: former)
  }

  /// Runs `:set`: `NAME VALUE` and `NAME=VALUE` set, `NAME?` and `NAME` show, `NAME&` resets, and
  /// `NAME` and `noNAME` turn a flag on and off as in vim.
  mutating func set(_ argument: String) {
    let words = argument.split(
      maxSplits: 1, whereSeparator: { $0 == " " || $0 == "=" })
    guard let first = words.first else {
      message = Message(.error, ":set takes a name and a value: Tab completes both")
      return
    }
    // `NAME=` sets an empty value, which clears a setting of several words.
    let isEmptied = words.count == 1 && argument.utf8.contains(UInt8(ascii: "="))
    let value = words.count > 1 ? trimmed(words[1]) : isEmptied ? "" : nil
    var name = String(first)
    let suffix = name.last
    if suffix == "?" || suffix == "&" { name.removeLast() }
    if let entry = SettingTable.entry(named: name) {
      set(entry, value, suffix: suffix)
    } else if name.hasPrefix("no"),
      let entry = SettingTable.entry(named: String(name.dropFirst(2))),
      entry.type == .flag
    {
      set(entry, "off", suffix: nil)
    } else {
      let names = SettingTable.entries.map(\.name)
      let hint = nearestName(to: name, among: names).map { "did you mean \($0)?" }
      message = Message(
        .error, "there is no setting \(name): \(hint ?? "Tab completes the names")")
    }
  }

  private mutating func set(_ entry: SettingEntry, _ typed: String?, suffix: Character?) {
    let former = preferences.settings
    if suffix == "&" {
      preferences.settings.reset(entry.setting)
    } else if let typed {
      guard let value = value(typed, of: entry),
        preferences.settings.set(entry.setting, to: value)
      else {
        message = Message(.error, "\(entry.name) takes \(expectation(of: entry))")
        return
      }
    } else if suffix != "?", entry.type == .flag {
      preferences.settings.set(entry.setting, to: .flag(true))
    }
    message = Message(.information, "\(entry.name) \(preferences.settings[entry.setting])")
    settingsChanged(from: former)
  }

  private func value(_ typed: String, of entry: SettingEntry) -> SettingValue? {
    if entry.setting == .theme {
      guard let choice = ThemeChoice(typed), choice.names.allSatisfy(themeNames.contains) else {
        return nil
      }
    }
    return entry.type.value(typed: typed)
  }

  private func expectation(of entry: SettingEntry) -> String {
    entry.setting == .theme
      ? "dark=NAME light=NAME, or one of \(themeNames.joined(separator: " "))"
      : entry.type.expectation
  }

  /// The name of the current theme: the one being typed, as a preview, else the one that is set;
  /// empty for none, on a plain screen.
  package var themeName: String {
    if isPlain { return "" }
    if prompt?.purpose == .command, let line = prompt?.line.text {
      for start in ["set theme ", "theme "] where line.utf8.starts(with: start.utf8) {
        let name = String(line.dropFirst(start.count))
        if let choice = ThemeChoice(name), choice.names.allSatisfy(themeNames.contains) {
          return choice.name(isLight: isBackgroundLight)
        }
      }
    }
    return themeChoice?.name(isLight: isBackgroundLight) ?? ThemeChoice.standard
  }

  private var themeChoice: ThemeChoice? { ThemeChoice(preferences.settings.word(.theme)) }

  /// Whether the terminal's background decides on the theme.
  package var asksForBackground: Bool { !isPlain && themeChoice?.isByBackground == true }

  private var themeNames: [String] { [ThemeChoice.standard] + preferences.themeNames }

  /// Returns the completions of `:set` and its arguments.
  func settingCompletions(of line: String) -> [String] {
    if line.utf8.starts(with: "theme ".utf8) {
      return settingCompletions(of: "set " + line).map { String($0.dropFirst(4)) }
    }
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    if words.count > 3, let entry = SettingTable.entry(named: String(words[1])),
      entry.type.isSelection, let last = words.last
    {
      let before = words.dropLast()
      return entry.type.words.filter { word in
        word.utf8.starts(with: last.utf8) && !before.contains { $0.utf8.elementsEqual(word.utf8) }
      }.map { (before + [Substring($0)]).joined(separator: " ") }
    }
    switch words.count {
    case 2:
      return SettingTable.entries.map(\.name).filter { $0.utf8.starts(with: words[1].utf8) }
        .map { "set \($0)" }
    case 3:
      guard let entry = SettingTable.entry(named: String(words[1])) else { return [] }
      let values = entry.setting == .theme ? themeNames : entry.type.words
      return values.filter { $0.utf8.starts(with: words[2].utf8) }.map { "set \(entry.name) \($0)" }
    default: return []
    }
  }

  /// Turns the detail on or off.
  mutating func toggleDetail() {
    let isHidden =
      preferences.settings.word(.detail) == LayoutPreferences.DetailPosition.hidden.rawValue
    put(detail: isHidden ? .auto : .hidden)
    if !isHidden, place.focus == .detail { focus(.entries) }
    message = Message(
      .information, isHidden ? "detail shown" : "detail hidden: l shows it, p keeps it")
  }

  /// Puts the detail beside the entries, or below them.
  mutating func moveDetail() {
    let isBeside = layout.arrangement == .columns
    put(detail: isBeside ? .below : .right)
    message = Message(.information, isBeside ? "detail below" : "detail at the right")
  }

  private mutating func put(detail place: LayoutPreferences.DetailPosition) {
    preferences.settings.set(.detail, to: .text(place.rawValue))
  }

  private mutating func settingsChanged(from former: SettingValues) {
    let settings = preferences.settings
    if settings[.sort] != former[.sort] {
      let order = SortOrder(rawValue: settings.word(.sort)) ?? .date
      place.order = order == .date ? nil : order
    }
    if settings[.categorySort] != former[.categorySort] {
      let order = CategoryTree.Order(rawValue: settings.word(.categorySort))
      for index in places.indices { places[index].sortCategories(by: order) }
    }
    if settings[.panes] != former[.panes] {
      for index in places.indices { places[index].facetOrder = facetOrder }
    }
    if settings[.newDays] != former[.newDays] { refreshNews() }
  }

  /// The panes on the left chosen by the user, from top to bottom.
  var facetOrder: [Pane] {
    preferences.settings.words(.panes).compactMap { name in
      Pane.allCases.first { $0.isFacet && "\($0)" == name }
    }
  }

  private func trimmed(_ text: Substring) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    while text.first == " " { text.removeFirst() }
    return String(text)
  }
}
