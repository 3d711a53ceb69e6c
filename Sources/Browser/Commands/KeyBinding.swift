package import TerminalEvents

/// The view that a key binding applies to.
package enum KeyContext: String, CaseIterable, Sendable {
  /// All views that do not bind the keys themselves.
  case global
  case entries, facets, detail
  /// A list's page.
  case page
  /// `awl pick`.
  case pick
}

/// A key binding of the user, or an unbound default.
package struct KeyBinding: Equatable, Sendable {
  package var context: KeyContext
  package var keys: KeySequence
  /// The commands, run in order; none disables the default of the keys.
  package var commands: [BoundCommand]

  package init(_ context: KeyContext, _ keys: KeySequence, _ commands: [Command]) {
    self.init(context, keys, running: commands.map { .builtIn($0) })
  }

  package init(_ context: KeyContext, _ keys: KeySequence, running commands: [BoundCommand]) {
    self.context = context
    self.keys = keys
    self.commands = commands
  }
}

/// The key bindings of each view.
///
/// The user's bindings always win: a default binding that begins with such keys, or that they
/// begin with, is dropped.
package struct Keymaps: Sendable {
  private var maps: [KeyContext: Keymap] = [:]

  /// Creates the default keymaps overridden by the user's bindings; a later binding of the same
  /// keys wins.
  package init(_ bindings: [KeyBinding] = []) {
    guard !bindings.isEmpty else { return }
    for context in KeyContext.allCases {
      let own = bindings.filter { $0.context == context && context != .global }
      let global = bindings.filter { $0.context == .global }
      maps[context] = Keymap.standard(in: context).laidUnder(global).laidUnder(own)
    }
  }

  package subscript(_ context: KeyContext) -> Keymap {
    maps[context] ?? Keymap.standard(in: context)
  }

  /// Returns the commands that have lost all their keys to the user's bindings, with those keys, in
  /// the order of the command table.
  package func unreachable() -> [(command: Command, keys: [String])] {
    CommandTable.entries.compactMap { entry in
      let before = KeyContext.allCases.flatMap { Keymap.standard(in: $0).keys(of: entry.command) }
      let isReached = KeyContext.allCases.contains {
        !self[$0].keys(of: entry.command).isEmpty
      }
      return before.isEmpty || isReached ? nil : (entry.command, Array(Set(before)).sorted())
    }
  }
}
