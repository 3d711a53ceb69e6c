/// One row of the table of settings.
package struct SettingEntry: Sendable {
  package let setting: Setting
  package let group: SettingGroup
  package let type: SettingType
  package let standard: SettingValue
  /// What it does, in a sentence without a full stop.
  package let help: String

  package var name: String { setting.rawValue }

  init(
    _ setting: Setting, _ group: SettingGroup, _ type: SettingType, _ standard: SettingValue,
    _ help: String
  ) {
    self.setting = setting
    self.group = group
    self.type = type
    self.standard = standard
    self.help = help
  }
}

/// A heading of the configuration file.
package enum SettingGroup: String, CaseIterable, Sendable {
  case look = "Look"
  case panes = "Panes"
  case order = "Order"
  case keys = "Keys and questions"
}

/// Every setting once, in the order in which `awl config init` writes them.
///
/// The configuration file, its check, docs/config.md, the completion of `:set` and all messages
/// come from here.
package enum SettingTable {
  package static let entries: [SettingEntry] = look + panes + order + keys

  /// The row of a setting.
  package static func entry(of setting: Setting) -> SettingEntry {
    bySetting[setting] ?? entries[0]
  }

  /// The row of the setting of a name; nil where there is none.
  package static func entry(named name: String) -> SettingEntry? {
    Setting(rawValue: name).map { entry(of: $0) }
  }

  private static let bySetting = Dictionary(
    entries.map { ($0.setting, $0) }, uniquingKeysWith: { first, _ in first })

  private static let look = [
    SettingEntry(
      .theme, .look, .text("the name of a theme"), .text("default"),
      "The colours: default uses the terminal's own sixteen; awl config themes lists the others"),
    SettingEntry(
      .borders, .look, .choice(["unicode", "ascii", "none"]), .text("unicode"),
      "What lines between panes are drawn with; ascii is used where the locale is not UTF-8"),
    SettingEntry(
      .hints, .look, .flag, .flag(true), "Show the keys that matter in the last line"),
    SettingEntry(
      .dateFormat, .look, .choice(["iso", "age"]), .text("iso"),
      "How a row shows the day an entry was added: 2026-11-30, or its age, as in 3d or 2y"),
    SettingEntry(
      .wrapWidth, .look, .integer(20...400), .integer(88),
      "The most columns of a line of prose in a list's page"),
    SettingEntry(
      .scrollOff, .look, .integer(0...50), .integer(3),
      "How many rows stay in sight above and below the cursor"),
  ]

  private static let panes = [
    SettingEntry(
      .detail, .panes, .choice(["auto", "right", "below", "hidden"]), .text("auto"),
      "Where the detail is shown; auto puts it at the right of a wide screen, else below"),
    SettingEntry(
      .facetWidth, .panes, .integer(12...80), .integer(28),
      "The columns of the panes at the left, on a screen of 100 columns or more"),
    SettingEntry(
      .wideFrom, .panes, .integer(80...1_000), .integer(140),
      "The columns from which a screen is wide, so that the detail has a column of its own"),
    SettingEntry(
      .narrowBelow, .panes, .integer(24...400), .integer(60),
      "The columns below which one pane is shown at a time"),
  ]

  private static let order = [
    SettingEntry(
      .sort, .order, .choice(["date", "name", "stars", "list"]), .text("date"),
      "How entries are sorted at the start"),
    SettingEntry(
      .categorySort, .order, .choice(["auto", "list", "name", "count"]), .text("auto"),
      "How categories are sorted; auto takes the list's order in one list, else the count"),
  ]

  private static let keys = [
    SettingEntry(
      .askOpen, .keys, .integer(1...1_000), .integer(10),
      "The most links that o opens at once without a question"),
    SettingEntry(
      .keyPreset, .keys, .choice(["none", "newsboat", "tig", "emacs", "less"]), .text("none"),
      "The keys of another program, laid over the default ones"),
    SettingEntry(
      .keyDelay, .keys, .integer(0...5_000), .integer(300),
      "The milliseconds after which a key that begins a sequence shows what can follow"),
  ]
}
