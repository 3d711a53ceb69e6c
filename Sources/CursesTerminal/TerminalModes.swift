internal import CNcurses
internal import CSignalGuard

/// The modes that ncurses does not manage, and how all of them are undone after a crash.
enum TerminalModes {
  /// Bracketed paste: pasted text comes marked as such; who does not know it ignores it.
  static let pasteOn = Array("\u{1B}[?2004h".utf8)
  static let pasteOff = Array("\u{1B}[?2004l".utf8)

  /// Synchronised update: what is written between the two is shown at once.
  static let updateBegin = Array("\u{1B}[?2026h".utf8)
  static let updateEnd = Array("\u{1B}[?2026l".utf8)

  /// Installs the signal handlers; ncurses has to run, for it knows the terminal's own sequences.
  ///
  /// - Parameter endsUpdates: whether an update may be open when the process ends.
  static func guardThem(
    files: TerminalFiles, pipe: Int32, message: String, endsUpdates: Bool
  ) {
    var restore = (endsUpdates ? updateEnd : []) + pasteOff
    // Attributes and character set, cursor, keypad, screen.
    for name in ["sgr0", "cnorm", "rmkx", "rmcup"] { restore += sequence(name) }
    let line = message.utf8.filter { $0 >= 0x20 && $0 < 0x7F }.prefix(900) + Array("\r\n".utf8)
    (restore + [0]).withUnsafeBytes { restore in
      (line + [0]).withUnsafeBytes { line in
        guard let bytes = restore.bindMemory(to: CChar.self).baseAddress,
          let text = line.bindMemory(to: CChar.self).baseAddress
        else { return }
        var what = signal_guard(
          terminal: files.output, modes: files.modes, restore: bytes, message: text, pipe: pipe)
        signal_guard_install(&what)
      }
    }
  }

  /// A sequence of the terminal's description, without the delays that only ncurses can make.
  static func sequence(_ name: String) -> [UInt8] {
    guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return [] }
    var bytes = Array(String(cString: text).utf8)[...]
    var result: [UInt8] = []
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "$"), bytes.first == UInt8(ascii: "<") {
        bytes = bytes.drop { $0 != UInt8(ascii: ">") }.dropFirst()
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
