internal import CNcurses
internal import Glibc

/// The terminal's type, as TERM names it, and how ncurses is started on it.
struct TerminalType {
  let name: String

  /// Sequences that nearly every current terminal understands, used if the type is unknown here (a
  /// new terminal on an old system, a shell without TERM).
  private static let common = "xterm-256color"

  init(_ name: String) {
    self.name = name
  }

  /// Starts ncurses in raw mode, without its own reading of keys and without its timers.
  func start(on files: TerminalFiles) throws(TerminalError) {
    // LINES and COLUMNS may be nonsense; the kernel knows.
    use_env(false)
    use_tioctl(true)
    guard let input = fdopen(dup(files.input), "r"), let output = fdopen(dup(files.output), "w")
    else { throw .noTerminal }
    let names = isPlausible ? [name, Self.common] : [Self.common]
    guard names.contains(where: { newterm($0, output, input) != nil }) else {
      throw .unknownType(name)
    }
    guard let place = tigetstr("cup"), Int(bitPattern: place) != -1 else {
      endwin()
      throw .cannotPlaceCursor(name)
    }
    raw()
    noecho()
    nonl()
    typeahead(-1)
    // Until the terminal has been left and re-entered once, ncurses writes this at each cursor
    // movement, some thirty times a frame; afterwards, once.
    endwin()
    doupdate()
  }

  /// Whether leaving the screen restores the previous contents.
  static var hasSecondScreen: Bool {
    guard let leave = tigetstr("rmcup") else { return false }
    return Int(bitPattern: leave) != -1
  }

  /// Whether the name can be that of a type; it becomes part of a file's path.
  var isPlausible: Bool {
    (1...64).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
          UInt8(ascii: "."), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
