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
  case start = "Start"
  case seen = "New and seen"
  case keys = "Keys and questions"
  case terminal = "Terminal"
  case publishing = "Publishing"
}

/// Every setting once, in the order in which `awl config init` writes them.
///
/// The configuration file, its check, docs/config.md, the completion of `:set` and all messages
/// come from here.
package enum SettingTable {
  package static let entries: [SettingEntry] =
    look + panes + order + start + seen + keys + terminal + publishing

  /// Returns the row of a setting.
  package static func entry(of setting: Setting) -> SettingEntry {
    bySetting[setting] ?? entries[0]
  }

  /// Returns the row of the setting of a name; nil if there is none.
  package static func entry(named name: String) -> SettingEntry? {
    Setting(rawValue: name).map { entry(of: $0) }
  }

  private static let bySetting = Dictionary(
    entries.map { ($0.setting, $0) }, uniquingKeysWith: { first, _ in first })
}
