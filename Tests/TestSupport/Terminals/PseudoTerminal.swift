import Glibc

/// A terminal without a screen: it starts a program, sends it keys and keeps the bytes it writes.
///
/// It answers nothing and understands nothing; where the screen matters, `TmuxSession` has one.
/// All waiting reads what the program writes, so that it is never held up.
public final class PseudoTerminal {
  /// All bytes that were written to the terminal so far.
  public private(set) var output: [UInt8] = []
  private var master: Int32
  /// Kept open, so that the modes can be read after the program has ended.
  private let device: Int32
  private let path: String
  private var child: SpawnedProcess?
  private var ended: SpawnedProcess.Ending?
  private var hasLastOutput = false

  /// TIOCSPTLCK and TIOCGPTN, macros that are not imported.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  /// Opens a terminal of a size.
  public init(columns: Int, rows: Int) throws {
    // posix_openpt and its like are declared only where X/Open is requested, which Swift's import
    // does not; this is what they do on Linux.
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: Int32 = 0
    var locked: Int32 = 0
    guard master >= 0, ioctl(master, Self.setLock, &locked) == 0,
      ioctl(master, Self.getNumber, &number) == 0
    else { throw SpawnedProcess.StartError(number: errno) }
    path = "/dev/pts/\(number)"
    device = open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    resize(columns: columns, rows: rows)
  }

  deinit {
    if let child, ended == nil {
      kill(child.id, SIGKILL)
      var status: Int32 = 0
      waitpid(child.id, &status, 0)
    }
    if master >= 0 { close(master) }
    close(device)
  }

  /// Starts a program with this as its controlling terminal.
  public func start(
    _ path: String, _ arguments: [String] = [], environment: [String: String]
  ) throws {
    child = try SpawnedProcess(
      path, arguments, environment: environment, streams: .terminal(self.path))
  }

  /// The number of the program's process.
  public var process: Int32 { child?.id ?? 0 }

  /// Sends bytes as if they were typed.
  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        guard wait(for: .milliseconds(10), until: { false }) || ending == nil else { return }
      } else {
        return
      }
    }
  }

  /// Sends text as if it were typed.
  public func send(_ text: String) {
    send(Array(text.utf8))
  }

  /// Waits until the program has written some text after the given offset in `output`.
  @discardableResult
  public func wait(
    forText text: String, after offset: Int = 0, timeout: Duration = patience
  ) -> Bool {
    let wanted = Array(text.utf8)
    var searched = offset
    return wait(for: timeout) {
      defer { searched = max(offset, self.output.count - wanted.count) }
      return self.output.dropFirst(searched).contains(wanted)
    }
  }

  /// Waits until the program has ended and says how; nil if it has not.
  public func waitForEnd(timeout: Duration = patience) -> SpawnedProcess.Ending? {
    _ = wait(for: timeout) { self.ending != nil }
    takeLastOutput()
    return ended
  }

  /// Waits until the program has read all that was sent, has written nothing for some time, and
  /// neither runs nor waits for a processor.
  public func waitForRest() {
    _ = wait(for: patience) {
      let written = self.output.count
      _ = self.wait(for: .milliseconds(80)) { false }
      return self.output.count == written && self.isAtRest
    }
  }

  /// Gives the terminal another size; the program is sent SIGWINCH.
  public func resize(columns: Int, rows: Int) {
    var window = winsize(
      ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0,
      ws_ypixel: 0)
    _ = ioctl(device, UInt(TIOCSWINSZ), &window)
  }

  /// Closes the terminal, as closing its window does.
  public func hangUp() {
    close(master)
    master = -1
  }

  /// The terminal's modes as `stty -g` prints them, in a form of our own.
  public var modes: String {
    var modes = termios()
    tcgetattr(device, &modes)
    let characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
    return "\(modes.c_iflag):\(modes.c_oflag):\(modes.c_cflag):\(modes.c_lflag):\(characters)"
  }
}

extension PseudoTerminal {
  /// Whether all input was read, and each thread of the program sleeps.
  private var isAtRest: Bool {
    var unread: Int32 = 0
    _ = ioctl(device, UInt(FIONREAD), &unread)
    return unread == 0
      && names(in: "/proc/\(process)/task").allSatisfy { thread in
        let status = text("/proc/\(process)/task/\(thread)/stat")
        return status.utf8.split(separator: UInt8(ascii: ")")).last?.starts(with: " S".utf8) == true
      }
  }

  private var ending: SpawnedProcess.Ending? {
    if ended == nil { ended = child?.ending() }
    return ended
  }

  /// Reads what is written until a condition holds; false when the time is over first.
  @discardableResult
  private func wait(for timeout: Duration, until isMet: () -> Bool) -> Bool {
    let end = ContinuousClock.now + timeout
    while true {
      takeOutput()
      if isMet() { return true }
      guard ContinuousClock.now < end else {
        noteWaitInVain(timeout)
        return false
      }
      var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      _ = poll(&source, 1, 5)
      // After the program's end a read may fail at once.
      if source.revents & Int16(POLLIN) == 0 { usleep(1_000) }
    }
  }

  /// Takes what an ended program wrote last, which the kernel may not have passed on yet: all of it
  /// has come when a mark comes that is written behind it.
  private func takeLastOutput() {
    let mark = Array("\u{1B}_end\u{1B}\\".utf8)
    guard ended != nil, master >= 0, !hasLastOutput else { return }
    hasLastOutput = true
    guard write(device, mark, mark.count) == mark.count else {
      // Output is stopped, as by C-s.
      wait(for: .milliseconds(20)) { false }
      return
    }
    let start = output.count
    var place: Range<Int>?
    // What is typed after the end, such as C-c, may discard it.
    wait(for: .seconds(5)) {
      place = self.output[start...].firstRange(of: mark)
      return place != nil
    }
    if let place { output.removeSubrange(place) }
  }

  private func takeOutput() {
    guard master >= 0 else { return }
    var block = [UInt8](repeating: 0, count: 65_536)
    while case let count = read(master, &block, block.count), count > 0 {
      output += block[..<count]
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the bytes occur in a row.
  func contains(_ wanted: [UInt8]) -> Bool {
    withUnsafeBytes { bytes in
      guard var rest = bytes.baseAddress, let first = wanted.first else { return wanted.isEmpty }
      let end = rest + bytes.count
      while let found = memchr(rest, Int32(first), end - rest) {
        guard end - UnsafeRawPointer(found) >= wanted.count else { return false }
        if memcmp(found, wanted, wanted.count) == 0 { return true }
        rest = UnsafeRawPointer(found) + 1
      }
      return false
    }
  }
}
