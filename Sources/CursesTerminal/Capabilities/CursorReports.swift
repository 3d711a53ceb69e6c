internal import Glibc

/// Measures how many columns texts take in the terminal, by writing them and requesting cursor
/// reports (DSR 6).
///
/// The answer counts only within a time limit. A late one is swallowed, so that it does not end up
/// in the shell as if it were typed; only then are the modes restored.
package struct CursorReports {
  /// Why the terminal was not asked.
  package enum Refusal: Error, Equatable, Sendable {
    /// Standard input or output is not a terminal.
    case noTerminal
    /// The terminal belongs to another process group.
    case inBackground
  }

  /// Returns the columns that each text takes at the start of a line; nil for those not answered in
  /// time.
  ///
  /// Clears the cursor's line. Signals from the keyboard and termination requests are blocked until
  /// then.
  ///
  /// - Parameter limit: how long an answer is waited for; late ones are swallowed for five times as
  ///   long, from the start.
  package static func columns(
    of texts: [String], within limit: Duration
  ) throws(Refusal) -> [Int?] {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
      let files = try? TerminalFiles()
    else { throw .noTerminal }
    guard files.isForeground else { throw .inBackground }
    return withSignalsHeld { withResponsesReadable(files) { ask(texts, files, limit) } }
  }

  private static func ask(
    _ texts: [String], _ files: TerminalFiles, _ limit: Duration
  ) -> [Int?] {
    let start = ContinuousClock.now
    files.write(Array(texts.map { "\r\($0)\u{1B}[6n" }.joined().utf8) + Array("\r\u{1B}[K".utf8))
    var received: [UInt8] = []
    read(files, into: &received, until: start + limit, enough: texts.count)
    let columns = reportedColumns(in: received)
    if columns.count < texts.count {
      read(files, into: &received, until: start + limit * 5, enough: texts.count)
    }
    return texts.indices.map { $0 < columns.count ? columns[$0] - 1 : nil }
  }

  private static func read(
    _ files: TerminalFiles, into received: inout [UInt8],
    until end: ContinuousClock.Instant, enough: Int
  ) {
    while reportedColumns(in: received).count < enough, received.count < 65_536 {
      let left = (end - .now).milliseconds
      var source = pollfd(fd: files.input, events: Int16(POLLIN), revents: 0)
      guard left > 0, poll(&source, 1, left) > 0 else { return }
      var bytes = [UInt8](repeating: 0, count: 256)
      let count = Glibc.read(files.input, &bytes, bytes.count)
      guard count > 0 else { return }
      received += bytes[..<count]
    }
  }

  /// Returns the columns, from 1, in the cursor reports (`ESC [ row ; column R`) among some bytes.
  static func reportedColumns(in bytes: [UInt8]) -> [Int] {
    bytes.split(separator: 0x1B).compactMap { sequence in
      guard sequence.first == UInt8(ascii: "["),
        let end = sequence.firstIndex(of: UInt8(ascii: "R"))
      else { return nil }
      let numbers = sequence[..<end].dropFirst()
        .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
      return numbers.count == 2 && numbers[1] > 0 ? numbers[1] : nil
    }
  }

  /// Runs `body` with echo and line buffering off, then restores the modes and discards unread
  /// input.
  private static func withResponsesReadable<Result>(
    _ files: TerminalFiles, _ body: () -> Result
  ) -> Result {
    var (modes, found) = (files.modes, files.modes)
    modes.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG | IEXTEN)
    tcsetattr(files.input, TCSADRAIN, &modes)
    defer { tcsetattr(files.input, TCSAFLUSH, &found) }
    return body()
  }

  private static func withSignalsHeld<Result>(_ body: () -> Result) -> Result {
    var (held, before) = (sigset_t(), sigset_t())
    sigemptyset(&held)
    for signal in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP] { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return body()
  }
}
