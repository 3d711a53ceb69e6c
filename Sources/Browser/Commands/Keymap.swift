package import TerminalEvents

/// Key bindings.
package struct Keymap: Sendable {
  /// The result of matching keys.
  package enum Match: Equatable, Sendable {
    case command(Command)
    /// A command of the reader's own, or several commands, one after another.
    case macro([BoundCommand])
    /// More keys may follow: these, with what they then do.
    case prefix([Continuation])
    case nothing
  }

  /// A key that continues a sequence, and the command it leads to.
  package struct Continuation: Equatable, Sendable {
    package let keys: String
    package let command: BoundCommand
  }

  private struct Binding: Sendable {
    let keys: [KeyEvent]
    let text: String
    /// At least one.
    let commands: [BoundCommand]
  }

  private let bindings: [Binding]

  /// The default keys of the command table.
  package static let standard = Keymap(
    CommandTable.entries.filter { !$0.group.hasOwnKeys }.map { ($0.command, $0.keys) })

  /// The keys of `awl pick`: those of its own commands, and the default ones that are left.
  package static let picking = Keymap(of: .pick)

  /// The keys in a list's page, likewise.
  package static let reading = Keymap(of: .page)

  /// The keys in the view of saved filters, likewise.
  package static let savedFilters = Keymap(of: .savedFilters)

  /// The keys of the view of a group's commands; nil for the global ones.
  static func inForce(in group: CommandGroup) -> Keymap? {
    switch group {
    case .pick: .picking
    case .page: .reading
    case .savedFilters: .savedFilters
    default: nil
    }
  }

  /// The default keys of a view.
  static func standard(in context: KeyContext) -> Keymap {
    switch context {
    case .page: .reading
    case .pick: .picking
    case .global, .entries, .facets, .detail: .standard
    }
  }

  /// This keymap with bindings laid over it, of which the last of the same keys counts.
  func laidUnder(_ own: [KeyBinding]) -> Keymap {
    guard !own.isEmpty else { return self }
    var over: [Binding] = []
    for (number, binding) in own.enumerated() where !binding.commands.isEmpty {
      guard !own[(number + 1)...].contains(where: { $0.keys == binding.keys }) else { continue }
      over.append(
        Binding(
          keys: binding.keys.keys, text: binding.keys.description, commands: binding.commands))
    }
    let left = bindings.filter { binding in
      !own.contains { $0.keys.keys == binding.keys }
        && !over.contains { Self.areAmbiguous($0.keys, binding.keys) }
    }
    return Keymap(bindings: over + left)
  }

  private static func areAmbiguous(_ keys: [KeyEvent], _ others: [KeyEvent]) -> Bool {
    keys.starts(with: others) || others.starts(with: keys)
  }

  private init(bindings: [Binding]) { self.bindings = bindings }

  /// The keys of a group that has its own, and of the default ones those that are left.
  private init(of group: CommandGroup) {
    let taken = Set(CommandTable.entries.filter { $0.group == group }.flatMap(\.keys))
    self.init(
      CommandTable.entries.filter { $0.group == group || !$0.group.hasOwnKeys }.map { entry in
        (
          entry.command,
          entry.group == group ? entry.keys : entry.keys.filter { !taken.contains($0) }
        )
      })
  }

  /// A keymap of sequences such as `g g`; a sequence that is not a key is left out.
  package init(_ keys: [(Command, [String])]) {
    bindings = keys.flatMap { command, sequences in
      sequences.compactMap { text in
        KeySequence(parsing: text).map {
          Binding(keys: $0.keys, text: $0.description, commands: [.builtIn(command)])
        }
      }
    }
  }

  /// Matches the keys pressed so far.
  package func match(_ pressed: [KeyEvent]) -> Match {
    var continuations: [Continuation] = []
    for binding in bindings where binding.keys.starts(with: pressed) {
      if binding.keys.count == pressed.count {
        if case .builtIn(let command) = binding.commands[0], binding.commands.count == 1 {
          return .command(command)
        }
        return .macro(binding.commands)
      }
      let rest = KeySequence(Array(binding.keys[pressed.count...])).description
      continuations.append(Continuation(keys: rest, command: binding.commands[0]))
    }
    return continuations.isEmpty ? .nothing : .prefix(continuations)
  }

  /// The sequence to show for a command; nil for one that has no key.
  package func key(of command: Command) -> String? { keys(of: command).first }

  /// The key sequences of a command, the first one being the one to show.
  package func keys(of command: Command) -> [String] { keys(of: .builtIn(command)) }

  /// The key sequences of a built-in command or one of the user's own.
  package func keys(of command: BoundCommand) -> [String] {
    bindings.filter { $0.commands == [command] }.map(\.text)
  }
}
