/// A command defined by the user, as the browser sees it; only the runtime knows what it runs.
package struct CustomCommand: Equatable, Sendable {
  /// How it is run.
  package enum Mode: String, CaseIterable, Sendable {
    /// In the background; only a failure is reported.
    case silent
    /// In the terminal, in place of awl's screen.
    case terminal
    /// In the background; its output is shown.
    case output
  }

  package var name: String
  package var help: String
  package var mode: Mode
  /// Whether it runs once for each entry rather than once for all.
  package var isForEachEntry: Bool
  /// Whether it uses the links of entries, which must then have one.
  package var needsLink: Bool

  package init(
    name: String, help: String = "", mode: Mode = .silent, isForEachEntry: Bool = true,
    needsLink: Bool = true
  ) {
    self.name = name
    self.help = help
    self.mode = mode
    self.isForEachEntry = isForEachEntry
    self.needsLink = needsLink
  }

  /// Returns whether a name is valid for a command: letters, digits and hyphens, and not a built-in
  /// one.
  package static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 40 && Command(rawValue: name) == nil
      && name.utf8.first.map { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A } == true
      && name.utf8.allSatisfy { byte in
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
          || byte == UInt8(ascii: "-")
      }
  }
}

/// What a key runs: a built-in command, or a custom one by its name.
package enum BoundCommand: Hashable, Sendable {
  case builtIn(Command)
  case custom(String)

  /// The name by which it is typed after `:`.
  package var name: String {
    switch self {
    case .builtIn(let command): command.rawValue
    case .custom(let name): name
    }
  }
}
