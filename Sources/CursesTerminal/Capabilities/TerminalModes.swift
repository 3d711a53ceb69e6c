internal import CNcurses
internal import CSignalGuard

/// The modes that ncurses does not manage, and how all of them are undone after a crash.
enum TerminalModes {
  /// Bracketed paste: marks pasted text as such; terminals without it ignore the request.
  static let pasteOn = Array("\u{1B}[?2004h".utf8)
  static let pasteOff = Array("\u{1B}[?2004l".utf8)

  /// Synchronised update: output between the two is shown at once.
  static let updateBegin = Array("\u{1B}[?2026h".utf8)
  static let updateEnd = Array("\u{1B}[?2026l".utf8)

  /// Mouse reports in the SGR form (1006): buttons (1000), and movement with a button held (1002).
  static func mouseOn(_ use: MouseUse) -> [UInt8] {
    switch use {
    case .off: []
    case .wheel: Array("\u{1B}[?1000h\u{1B}[?1006h".utf8)
    case .full: Array("\u{1B}[?1002h\u{1B}[?1006h".utf8)
    }
  }
  static let mouseOff = Array("\u{1B}[?1006l\u{1B}[?1002l\u{1B}[?1000l".utf8)

  /// The window's title: pushed on a stack, set, and popped.
  static let titlePush = Array("\u{1B}[22;2t".utf8)
  static let titlePop = Array("\u{1B}[23;2t".utf8)
  static func title(_ text: [UInt8]) -> [UInt8] {
    Array("\u{1B}]2;".utf8) + text + Array("\u{1B}\\".utf8)
  }

  /// Progress in percent (OSC 9;4); nil ends it.
  static func progress(_ percent: Int?) -> [UInt8] {
    let state = percent.map { "1;\(min(100, max(0, $0)))" } ?? "0;"
    return Array("\u{1B}]9;4;\(state)\u{1B}\\".utf8)
  }

  /// Returns the bytes that restore the screen after a crash.
  ///
  /// - Parameters:
  ///   - modesOff: the sequence that turns off the modes that are on.
  ///   - endsUpdates: whether a synchronised update may be open.
  static func restoring(_ modesOff: [UInt8], endsUpdates: Bool) -> [UInt8] {
    var bytes = (endsUpdates ? updateEnd : []) + pasteOff + modesOff
    // Attributes and character set, cursor, keypad, screen.
    for name in ["sgr0", "cnorm", "rmkx", "rmcup"] { bytes += sequence(name) }
    return bytes
  }

  /// Installs the signal handlers; ncurses must be running, since it knows the terminal's own
  /// sequences.
  static func guardThem(
    files: TerminalFiles, pipe: Int32, message: String, endsUpdates: Bool
  ) {
    let restore = restoring([], endsUpdates: endsUpdates)
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

  /// Returns a sequence of the terminal's description, without the delays that only ncurses can
  /// produce.
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
