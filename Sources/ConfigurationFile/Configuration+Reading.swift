import Settings

extension Configuration {
  /// The views that keys can be bound for, beside `global`.
  package static let keyContexts = ["global", "entries", "facets", "detail", "page", "pick"]

  private static let tables = ["keys", "openers", "publish"]

  /// Reads a configuration file.
  ///
  /// `commands` are the names that keys can be bound to, to suggest one where a name is wrong.
  package init(_ text: String, commands: [String]) {
    self.init()
    let document = TOMLDocument(text)
    if let fault = document.fault {
      // What was read before it may be half of what was meant.
      issues = [fault]
      return
    }
    let table = document.root
    for name in table.keys {
      guard let value = table[name] else { continue }
      switch name {
      case "keys": readKeys(value, commands)
      case "openers": readOpeners(value)
      case "publish": readGroup(name, value)
      default: read(name, value)
      }
    }
    issues.sort { ($0.line, $0.column) < ($1.line, $1.column) }
    keys.sort { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
  }

  private mutating func complain(_ place: TOMLPlace, _ message: String) {
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
    let setting = SettingValue(value, of: entry.type)
    guard let setting, settings.set(entry.setting, to: setting, from: .file(line: place.line))
    else {
      var message = "\(name) takes \(entry.type.expectation)"
      if case .choice(let words) = entry.type, let word = value.text {
        message += Self.hint(word, among: words)
      }
      return complain(place, message)
    }
  }

  private static func hint(_ name: String, among names: [String]) -> String {
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
    for name in names where !known.contains(name) {
      return complain(
        value.place, "there is no command \(name)" + Self.hint(name, among: known))
    }
    self.keys.append(KeyLine(context: context, keys: keys, commands: names, place: value.place))
  }

  private mutating func readOpeners(_ value: TOMLValue) {
    let names = ["name", "run", "host", "scheme", "extension", "terminal"]
    guard let openers = value.array else {
      return complain(value.place, "openers are tables [[openers]]")
    }
    for element in openers {
      guard let table = element.table else {
        complain(element.place, "openers are tables [[openers]]")
        continue
      }
      for key in table.keys where !names.contains(key) {
        complain(
          table[key]?.place ?? element.place,
          "an opener has no \(key)" + Self.hint(key, among: names))
      }
      guard let run = table["run"]?.words, let program = run.first, !program.isEmpty else {
        complain(element.place, "an opener needs run = [\"program\", \"{url}\"]")
        continue
      }
      addOpener(table, program, run, at: element.place)
    }
  }

  private mutating func addOpener(
    _ table: TOMLTable, _ program: String, _ run: [String], at place: TOMLPlace
  ) {
    self.openers.append(
      OpenerLine(
        name: table["name"]?.text ?? program, run: run,
        hosts: table["host"]?.words ?? [], schemes: table["scheme"]?.words ?? [],
        extensions: table["extension"]?.words ?? [], terminal: table["terminal"]?.flag ?? false,
        place: place))
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
