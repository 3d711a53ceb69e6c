/// Why the screen cannot be shown.
package enum TerminalError: Error, Hashable, Sendable {
  /// There is no terminal to read keys from or to draw on.
  case noTerminal
  /// Neither the type that TERM names nor xterm-256color is known here.
  case unknownType(String)
  /// The type is known and cannot place its cursor, as `dumb`.
  case cannotPlaceCursor(String)

  /// The error, and how to fix it; contains the unchecked type and must be sanitised.
  package var message: String {
    switch self {
    case .noTerminal:
      "there is no terminal to show the screen on: run it in one, or print with `entries`"
    case .unknownType(let type):
      "terminal type '\(type)' is unknown, and so is xterm-256color: install ncurses-base"
    case .cannotPlaceCursor(let type):
      "terminal type '\(type)' cannot place its cursor: set TERM, as in TERM=xterm-256color"
    }
  }
}
