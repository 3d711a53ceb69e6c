import ListModel
import Spelling

/// Parses the text typed after `:`.
enum CommandLine {
  /// A parsed line: a row number, or a command with its argument.
  enum Reading: Equatable {
    case nothing
    case row(Int)
    case command(Command, argument: String)
    /// A custom command.
    case custom(String, argument: String)
    case unknown(name: String, nearest: String?)
  }

  ///
  /// - Parameter own: the names of the custom commands.
  static func read(_ line: String, own: [String] = []) -> Reading {
    let words = line.split(separator: " ", maxSplits: 1)
    guard let name = words.first else { return .nothing }
    if let row = Int(ascii: name.utf8) { return .row(row) }
    let argument = words.count > 1 ? String(words[1]) : ""
    if let command = Command(rawValue: String(name)) {
      return .command(command, argument: argument)
    }
    if own.contains(where: { $0.utf8.elementsEqual(name.utf8) }) {
      return .custom(String(name), argument: argument)
    }
    let names = CommandTable.entries.map(\.name) + own
    let begun = names.filter { $0.utf8.starts(with: name.utf8) }
    if begun.count == 1 {
      return Command(rawValue: begun[0]).map { .command($0, argument: argument) }
        ?? .custom(begun[0], argument: argument)
    }
    return .unknown(
      name: String(name), nearest: begun.first ?? nearestName(to: String(name), among: names))
  }

  /// Returns the command names that begin with a line; after a command that takes tags, the tags.
  static func completions(
    of line: String, own: [String] = [], tags: () -> KnownTags
  ) -> [String] {
    let rename = Command.renameTag.rawValue + " "
    if line.utf8.starts(with: rename.utf8) {
      let typed = String(line.dropFirst(rename.count))
      return tags().completions(of: typed).map { rename + $0 }
    }
    return (CommandTable.entries.map(\.name) + own).filter { $0.utf8.starts(with: line.utf8) }
  }
}

extension BrowserState {
  private mutating func go(toRow row: Int) -> [BrowserEffect] {
    if page != nil {
      page?.goToStart(line: row)
    } else {
      goToEntry(row: row)
      focus(.entries)
    }
    return []
  }

  /// Runs a line typed after `:`.
  mutating func runLine(_ line: String, at time: EventTime) -> [BrowserEffect] {
    switch CommandLine.read(line, own: preferences.customCommands.map(\.name)) {
    case .nothing: return []
    case .row(let row):
      return notingJump(leadsToEntry: true) { $0.go(toRow: row - 1) }
    case .command(.filter, let words) where page == nil && !words.isEmpty:
      promptOrigin = location
      place.setFilter(words, today: today)
      return acceptFilter()
    case .command(let command, let source)
    where (command == .follow || command == .unfollow) && !source.isEmpty:
      return runWithSource(command, source)
    case .command(let command, let path)
    where (command == .importBookmarks || command == .exportBookmarks) && !path.isEmpty:
      return exchange(command, path, at: time)
    case .command(let command, let words)
    where (command == .find || command == .filter) && page != nil && !words.isEmpty:
      return notingJump(leadsToEntry: true) { state in
        state.find(words)
        return []
      }
    case .command(.renameTag, let tags) where !tags.isEmpty: return renameTag(tags, at: time)
    case .command(.publish, let folder) where !folder.isEmpty: return publish(into: folder)
    case .command(.set, let argument) where !argument.isEmpty:
      set(argument)
      return []
    case .command(.theme, let name) where !name.isEmpty:
      set("theme \(name)")
      return []
    case .command(.saveFilter, let name) where !name.isEmpty:
      return saveFilter(named: name, at: time)
    case .command(.at, let day) where !day.isEmpty: return readPage(at: day)
    case .command(let command, let argument):
      count = Int(ascii: argument.utf8)
      guard argument.isEmpty || count != nil else {
        message = Message(.error, ":\(command.rawValue) takes at most a number")
        return []
      }
      return run(command, at: time)
    case .custom(let name, let argument):
      guard argument.isEmpty else {
        message = Message(.error, ":\(name) takes no arguments: its command is in config.toml")
        return []
      }
      return run(.custom(name), at: time)
    case .unknown(let name, let nearest):
      let hint = nearest.map { "did you mean :\($0)?" } ?? "Tab completes, ? lists all"
      message = Message(.error, "there is no command :\(name): \(hint)")
      return []
    }
  }
}
