/// The current values of all settings, and their origins.
package struct SettingValues: Equatable, Sendable {
  /// The origin of a value.
  package enum Origin: Equatable, Sendable {
    /// The table of settings.
    case standard
    /// A line of the configuration file.
    case file(line: Int)
    /// `:set` in the running program.
    case session
  }

  private var values: [Setting: SettingValue] = [:]
  private var origins: [Setting: Origin] = [:]

  /// Creates the defaults.
  package init() {}

  /// The current value.
  package subscript(_ setting: Setting) -> SettingValue {
    values[setting] ?? SettingTable.entry(of: setting).standard
  }

  /// Returns the origin of the current value.
  package func origin(of setting: Setting) -> Origin { origins[setting] ?? .standard }

  /// Sets a value; returns false, and changes nothing, if the setting does not accept it.
  @discardableResult
  package mutating func set(
    _ setting: Setting, to value: SettingValue, from origin: Origin = .session
  ) -> Bool {
    guard SettingTable.entry(of: setting).type.accepts(value) else { return false }
    values[setting] = value
    origins[setting] = origin
    return true
  }

  /// Resets a setting to its default.
  package mutating func reset(_ setting: Setting) {
    values[setting] = nil
    origins[setting] = nil
  }

  /// Returns whether a flag is on; false for a setting that is not a flag.
  package func isOn(_ setting: Setting) -> Bool { self[setting] == .flag(true) }

  /// Returns the number of a setting; 0 for one that has none.
  package func number(_ setting: Setting) -> Int {
    if case .integer(let value) = self[setting] { value } else { 0 }
  }

  /// Returns the word of a setting; empty for one that has none.
  package func word(_ setting: Setting) -> String {
    if case .text(let value) = self[setting] { value } else { "" }
  }

  /// Returns the words of a setting that is a selection, in its order.
  package func words(_ setting: Setting) -> [String] {
    word(setting).split(separator: " ").map(String.init)
  }

  /// Returns a number of columns or rows: the configured one, or a percentage of a total; nil for a
  /// word such as auto.
  package func extent(_ setting: Setting, of total: Int) -> Int? {
    switch self[setting] {
    case .integer(let value): value
    case .text(let text): SettingType.percentage(text).map { total * $0 / 100 }
    case .flag: nil
    }
  }
}
