import Settings

extension Configuration {
  mutating func readOpeners(_ value: TOMLValue) {
    guard let openers = value.array else {
      return complain(value.place, "openers are tables [[openers]]")
    }
    for element in openers {
      guard let table = element.table else {
        complain(element.place, "openers are tables [[openers]]")
        continue
      }
      let names = ["name", "run", "host", "scheme", "extension", "query", "terminal", "ask"]
      complain(about: table, in: "an opener", knowing: names, at: element.place)
      guard let run = run(table) else {
        complain(element.place, "an opener needs run = [\"program\", \"{url}\"]")
        continue
      }
      // An invalid condition must not become none: the opener would get every link.
      let query = text("query", table)
      guard let hosts = words("host", table), let schemes = words("scheme", table),
        let extensions = words("extension", table), query != nil || table["query"] == nil
      else { continue }
      self.openers.append(
        OpenerLine(
          name: text("name", table) ?? run[0], run: run, hosts: hosts, schemes: schemes,
          extensions: extensions, query: query,
          terminal: flag("terminal", table), ask: flag("ask", table) ?? false,
          place: element.place))
    }
  }

  /// Reads the tables `[commands.NAME]`; `builtIn` are the reserved names.
  mutating func readCommands(_ value: TOMLValue, builtIn: [String]) {
    guard let commands = value.table else {
      return complain(value.place, "commands are tables such as [commands.archive]")
    }
    for name in commands.keys {
      guard let element = commands[name] else { continue }
      guard let table = element.table else {
        complain(element.place, "commands are tables such as [commands.archive]")
        continue
      }
      guard !builtIn.contains(name) else {
        complain(element.place, "\(name) is a command of awl's: choose another name")
        continue
      }
      complain(
        about: table, in: "a command", knowing: ["run", "mode", "help"], at: element.place)
      guard let run = run(table) else {
        complain(element.place, "a command needs run = [\"program\", \"{url}\"]")
        continue
      }
      let mode = text("mode", table) ?? "silent"
      guard Self.modes.contains(mode) else {
        complain(
          table["mode"]?.place ?? element.place,
          "mode takes silent, terminal or output" + Self.hint(mode, among: Self.modes))
        continue
      }
      self.commands.append(
        CommandDefinition(
          name: name, run: run, mode: mode, help: text("help", table) ?? "Run \(run[0])",
          place: element.place))
    }
  }

  private static let modes = ["silent", "terminal", "output"]
  private static let attributes = ["bold", "dim", "italic", "underline", "reverse"]

  /// Reads the table `[rules]`, which maps queries to styles.
  mutating func readRules(_ value: TOMLValue) {
    guard let rules = value.table else {
      return complain(value.place, "[rules] has lines such as \"is:paper\" = { fg = \"magenta\" }")
    }
    for query in rules.keys {
      guard let element = rules[query] else { continue }
      guard let table = element.table else {
        complain(element.place, "a rule is a table such as { fg = \"magenta\", bold = true }")
        continue
      }
      let names = ["fg", "bg"] + Self.attributes
      complain(about: table, in: "a rule", knowing: names, at: element.place)
      self.rules.append(
        RuleLine(
          query: query, foreground: color("fg", table), background: color("bg", table),
          attributes: Self.attributes.filter { flag($0, table) == true }, place: element.place))
    }
  }

  private mutating func color(_ key: String, _ table: TOMLTable) -> String? {
    guard let value = table[key] else { return nil }
    let word: String? =
      if case .integer(let number) = value.content { "\(number)" } else { value.text }
    guard let word, ColorWord.isColor(word) else {
      let hint = value.text.map { Self.hint($0, among: ColorWord.names) } ?? ""
      complain(
        value.place, "\(key) takes \"#rrggbb\", a number up to 255 or a colour's name" + hint)
      return nil
    }
    return word
  }

  /// Returns the program and its arguments; nil if none is given.
  private func run(_ table: TOMLTable) -> [String]? {
    guard let run = table["run"]?.words, let program = run.first, !program.isEmpty else {
      return nil
    }
    return run
  }

  private mutating func complain(
    about table: TOMLTable, in thing: String, knowing names: [String], at place: TOMLPlace
  ) {
    for key in table.keys where !names.contains(key) {
      complain(table[key]?.place ?? place, "\(thing) has no \(key)" + Self.hint(key, among: names))
    }
  }

  /// Returns a text or a list of texts, empty if the key is missing; nil, with an issue, for other
  /// values.
  private mutating func words(_ key: String, _ table: TOMLTable) -> [String]? {
    guard let value = table[key] else { return [] }
    if value.words == nil { complain(value.place, "\(key) takes a text or a list of texts") }
    return value.words
  }

  private mutating func text(_ key: String, _ table: TOMLTable) -> String? {
    guard let value = table[key] else { return nil }
    if value.text == nil { complain(value.place, "\(key) takes a text") }
    return value.text
  }

  private mutating func flag(_ key: String, _ table: TOMLTable) -> Bool? {
    guard let value = table[key] else { return nil }
    if value.flag == nil { complain(value.place, "\(key) takes true or false") }
    return value.flag
  }
}
