internal import Glibc
internal import TerminalEvents

/// The terminal's two file descriptors.
///
/// If standard input or output is not a terminal (`awl -` reads a page there), the controlling
/// terminal is used.
struct TerminalFiles {
  let input: Int32
  let output: Int32
  /// The original modes.
  let modes: termios

  init() throws(TerminalError) {
    var controlling: Int32 = -1
    if isatty(0) == 0 || isatty(1) == 0 {
      controlling = open("/dev/tty", O_RDWR | O_CLOEXEC)
    }
    input = isatty(0) == 1 ? 0 : controlling
    output = isatty(1) == 1 ? 1 : controlling
    var found = termios()
    guard input >= 0, output >= 0, tcgetattr(input, &found) == 0 else { throw .noTerminal }
    modes = found
  }

  /// The size reported by the kernel, clamped to 1x1 through 3000x1000; 80x24 if it reports none.
  var size: Size {
    var window = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0
    else { return Size(columns: 80, rows: 24) }
    return Size(columns: min(Int(window.ws_col), 3_000), rows: min(Int(window.ws_row), 1_000))
  }

  /// Whether another process changed the modes since we set them, as a shell does when it stops a
  /// job.
  var isCooked: Bool {
    var now = termios()
    return tcgetattr(input, &now) == 0 && now.c_lflag & tcflag_t(ICANON | ECHO | ISIG) != 0
  }

  /// Whether the terminal is this process group's, and not that of a shell or another job.
  var isForeground: Bool {
    let owner = tcgetpgrp(input)
    return owner <= 0 || owner == getpgrp()
  }

  /// Writes all of it; false if the terminal is gone.
  @discardableResult
  func write(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR && errno != EAGAIN {
        return false
      } else if errno == EAGAIN {
        var room = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        poll(&room, 1, 1_000)
      }
    }
    return true
  }
}
