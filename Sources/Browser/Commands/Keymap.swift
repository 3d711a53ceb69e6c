package import TerminalEvents

/// Key bindings.
package struct Keymap: Sendable {
  /// The result of matching keys.
  package enum Match: Equatable, Sendable {
    case command(Command)
    /// A custom command, or several commands to run in order.
    case macro([BoundCommand])
    /// More keys may follow: these, with what they do.
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

  /// The keys of `awl pick`: those of its own commands, and the remaining default ones.
  package static let picking = Keymap(of: .pick)

  /// The keys in a list's page, likewise.
  static let reading = Keymap(of: .page)

  /// The keys in the view of saved filters, likewise.
  static let savedFilters = Keymap(of: .savedFilters)

  /// Returns the keymap of a group with its own view; nil for the global ones.
  static func inForce(in group: CommandGroup) -> Keymap? {
    switch group {
    case .pick: .picking
    case .page: .reading
    case .savedFilters: .savedFilters
    default: nil
    }
  }

  /// Returns the default keys of a view.
  static func standard(in context: KeyContext) -> Keymap {
    switch context {
    case .page: .reading
    case .pick: .picking
    case .global, .entries, .facets, .detail: .standard
    }
  }

  /// Returns this keymap overridden by bindings; of the same keys the last one wins.
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

  /// Creates the keymap of a group with its own keys and the remaining default ones.
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

  /// Creates a keymap of sequences such as `g g`; invalid sequences are dropped.
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

  /// Returns the key sequence to show for a command; nil if it has no key.
  package func key(of command: Command) -> String? { keys(of: command).first }

  /// Returns the key sequences of a command; the first is the one to show.
  package func keys(of command: Command) -> [String] { keys(of: .builtIn(command)) }

  /// Returns the key sequences of a built-in or custom command.
  func keys(of command: BoundCommand) -> [String] {
    bindings.filter { $0.commands == [command] }.map(\.text)
  }
}
