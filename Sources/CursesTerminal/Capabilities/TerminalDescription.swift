internal import CNcurses
internal import Glibc

/// The terminfo database's entry for a terminal type.
///
/// Reading it touches no terminal.
package struct TerminalDescription: Equatable, Sendable {
  /// How many colours it has; 0 if it has none.
  package let colors: Int
  /// Whether the cursor can be positioned; without that, full-screen output is impossible.
  package let placesCursor: Bool

  /// Looks up a type, as named by TERM; nil if the database has no such entry.
  package init?(type: String) {
    var status: Int32 = 0
    guard TerminalType(type).isPlausible,
      setupterm(type, STDERR_FILENO, &status) == OK, status == 1
    else { return nil }
    defer { del_curterm(set_curterm(nil)) }
    colors = max(0, Int(tigetnum("colors")))
    placesCursor = tigetstr("cup").map { Int(bitPattern: $0) != -1 } ?? false
  }
}
