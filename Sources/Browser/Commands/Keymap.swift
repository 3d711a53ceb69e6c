package import TerminalEvents

/// Which keys stand for which command.
package struct Keymap: Sendable {
  /// What a sequence of keys comes to.
  package enum Match: Equatable, Sendable {
    case command(Command)
    /// More keys may follow: these, with what they then do.
    case prefix([Continuation])
    case nothing
  }

  /// A key that goes on with a sequence, and the command it leads to.
  package struct Continuation: Equatable, Sendable {
    package let keys: String
    package let command: Command
  }

  private struct Binding: Sendable {
    let keys: [KeyEvent]
    let text: String
    let command: Command
  }

  private let bindings: [Binding]

  /// The default keys of the command table.
  package static let standard = Keymap(
    CommandTable.entries.filter { !$0.group.hasOwnKeys }.map { ($0.command, $0.keys) })

  /// The keys of `awl pick`: those of its own commands, and the default ones that are left.
  package static let picking = Keymap(of: .pick)

  /// The keys in a list's page, likewise.
  package static let reading = Keymap(of: .page)

  /// The keys that are in force where a group's commands are; nil for the usual ones.
  static func inForce(in group: CommandGroup) -> Keymap? {
    switch group {
    case .pick: .picking
    case .page: .reading
    default: nil
    }
  }

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

  /// A keymap of sequences such as `g g`; a sequence that is no key is left out.
  package init(_ keys: [(Command, [String])]) {
    bindings = keys.flatMap { command, sequences in
      sequences.compactMap { text in
        KeySequence(parsing: text).map {
          Binding(keys: $0.keys, text: $0.description, command: command)
        }
      }
    }
  }

  /// What the keys pressed so far come to.
  package func match(_ pressed: [KeyEvent]) -> Match {
    var continuations: [Continuation] = []
    for binding in bindings where binding.keys.starts(with: pressed) {
      if binding.keys.count == pressed.count { return .command(binding.command) }
      let rest = KeySequence(Array(binding.keys[pressed.count...])).description
      continuations.append(Continuation(keys: rest, command: binding.command))
    }
    return continuations.isEmpty ? .nothing : .prefix(continuations)
  }

  /// The sequence to show for a command; nil for one that has no key.
  package func key(of command: Command) -> String? {
    bindings.first { $0.command == command }?.text
  }

  /// The sequences that stand for a command, the first one being the one to show.
  package func keys(of command: Command) -> [String] {
    bindings.filter { $0.command == command }.map(\.text)
  }
}
