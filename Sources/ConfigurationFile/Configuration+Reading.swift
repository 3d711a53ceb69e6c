import Settings
import Spelling

extension Configuration {
  /// The views that keys can be bound for, besides `global`.
  static let keyContexts = ["global", "entries", "facets", "detail", "page", "pick"]

  private static let tables = ["keys", "openers", "commands", "rules", "publish"]

  /// Reads a configuration file.
  ///
  /// `commands` are the names that keys can be bound to, for suggestions.
  package init(_ text: String, commands: [String]) {
    self.init()
    let document = TOMLDocument(text)
    if let fault = document.fault {
      // Settings before the error may be incomplete.
      issues = [fault]
      return
    }
    let table = document.root
    if let value = table["commands"] { readCommands(value, builtIn: commands) }
    for name in table.keys {
      guard let value = table[name] else { continue }
      switch name {
      case "keys": readKeys(value, commands + self.commands.map(\.name))
      case "openers": readOpeners(value)
      case "publish": readGroup(name, value)
      case "commands": break
      case "rules": readRules(value)
      default: read(name, value)
      }
    }
    issues.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    keys.sort { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }

  mutating func complain(_ place: TOMLPlace, _ message: String) {
    issues.append(ConfigurationIssue(place, message))
  }

  /// Reads settings whose names begin with that of a table, such as `[publish]`.
  private mutating func readGroup(_ name: String, _ value: TOMLValue) {
    guard let table = value.table else {
      return complain(value.place, "\(name) is a table of settings: [\(name)]")
    }
    for key in table.keys {
      if let value = table[key] { read("\(name).\(key)", value) }
    }
  }

  private mutating func read(_ name: String, _ value: TOMLValue) {
    let place = value.place
    guard let entry = SettingTable.entry(named: name) else {
      let names = Setting.allCases.map(\.rawValue) + Self.tables
      return complain(place, "there is no setting \(name)" + Self.hint(name, among: names))
    }
    let setting = value.table.flatMap { pair($0, of: entry) } ?? SettingValue(value, of: entry.type)
    guard let setting, settings.set(entry.setting, to: setting, from: .file(line: place.line))
    else {
      var message = "\(name) takes \(entry.type.expectation)"
      if case .choice(let words) = entry.type, let word = value.text {
        message += Self.hint(word, among: words)
      }
      return complain(place, message)
    }
  }

  /// `theme = { dark = "NAME", light = "NAME" }` as `:set` writes it.
  private func pair(_ table: TOMLTable, of entry: SettingEntry) -> SettingValue? {
    guard entry.setting == .theme, !table.keys.isEmpty,
      table.keys.allSatisfy({ ["dark", "light"].contains($0) && table[$0]?.text != nil })
    else { return nil }
    let words = table.keys.map { "\($0)=\(table[$0]?.text ?? "")" }
    return .text(words.joined(separator: " "))
  }

  static func hint(_ name: String, among names: [String]) -> String {
    nearestName(to: name, among: names).map { ": did you mean \($0)?" } ?? ""
  }
}

extension Configuration {
  private mutating func readKeys(_ value: TOMLValue, _ commands: [String]) {
    guard let contexts = value.table else {
      return complain(value.place, "keys are tables such as [keys.global]")
    }
    for context in contexts.keys {
      guard let lines = contexts[context] else { continue }
      guard Self.keyContexts.contains(context) else {
        let hint = Self.hint(context, among: Self.keyContexts)
        complain(
          lines.place,
          "no keys are bound for \(context)" + (hint.isEmpty ? ": [keys.global]?" : hint))
        continue
      }
      guard let table = lines.table else {
        complain(lines.place, "[keys.\(context)] is a table of lines such as \"g n\" = \"go-new\"")
        continue
      }
      for keys in table.keys { readKey(keys, table[keys], context, commands) }
    }
  }

  private mutating func readKey(
    _ keys: String, _ value: TOMLValue?, _ context: String, _ known: [String]
  ) {
    guard let value else { return }
    guard let names = value.words else {
      return complain(value.place, "\"\(keys)\" takes a command's name, or a list of names")
    }
    if names == ["unbind"] {
      self.keys.append(KeyLine(context: context, keys: keys, commands: [], place: value.place))
      return
    }
    // As after `:`, a name may be preceded by a colon.
    let bare = names.map { $0.utf8.first == UInt8(ascii: ":") ? String($0.dropFirst()) : $0 }
    for name in bare where !known.contains(name) {
      return complain(
        value.place, "there is no command \(name)" + Self.hint(name, among: known))
    }
    self.keys.append(KeyLine(context: context, keys: keys, commands: bare, place: value.place))
  }
}

extension SettingValue {
  /// Nil for a value that no setting takes, such as a date.
  fileprivate init?(_ value: TOMLValue, of type: SettingType) {
    if case .selection = type, let words = value.words {
      self = .text(words.joined(separator: " "))
      return
    }
    switch value.content {
    case .flag(let flag): self = .flag(flag)
    case .integer(let number): self = .integer(number)
    case .text(let text): self = .text(text)
    case .other, .array, .table: return nil
    }
  }
}
