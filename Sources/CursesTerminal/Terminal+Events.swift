internal import CNcurses
internal import CSignalGuard
internal import Glibc
package import TerminalEvents

extension Terminal {
  /// Waits for events and returns them; never empty without a timeout.
  ///
  /// The process sleeps meanwhile: only the terminal, a signal, a waker, the timeout or the wait
  /// for the rest of a key wakes it.
  ///
  /// - Parameter timeout: how long to wait at most; nil to wait forever.
  package func next(timeout: Duration? = nil) -> [TerminalEvent] {
    stall_guard_waits()
    defer { stall_guard_works() }
    let deadline = timeout.map { ContinuousClock.now + $0 }
    var events = earlyEvents
    earlyEvents = []
    takeWithheldInput(into: &events)
    while events.isEmpty, !isClosed {
      let earliest = [deadline, inputDeadline, nextLook].compactMap { $0 }.min()
      let ready = waitForInput(until: earliest)
      if ready.signals { takeSignals(into: &events) }
      lookForTerminal(into: &events)
      if ready.keys, !isInBackground { takeInput(into: &events) }
      let now = ContinuousClock.now
      if let end = inputDeadline, now >= end, !ready.keys {
        decoder.flush(into: &events)
        scheduleFlush()
      }
      if let deadline, now >= deadline { break }
    }
    if isClosed { events.append(.inputClosed) }
    return events
  }

  private func waitForInput(
    until instant: ContinuousClock.Instant?
  ) -> (keys: Bool, signals: Bool) {
    var sources = [
      pollfd(fd: files.input, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.reading, events: Int16(POLLIN), revents: 0),
    ]
    var milliseconds: Int32 = -1
    if let instant {
      let left = instant - ContinuousClock.now
      // Rounded up, so that the timeout has passed when poll returns.
      let count =
        left.components.seconds * 1_000
        + (left.components.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
      milliseconds = Int32(clamping: max(0, count))
    }
    // In the background keys belong to others, and reading them would stop the process.
    if isInBackground { sources[0].fd = -1 }
    let count = poll(&sources, 2, milliseconds)
    guard count > 0 else { return (false, false) }
    return (sources[0].revents != 0, sources[1].revents != 0)
  }

  /// Reads what the terminal sent; end of file and all errors mean that it is gone.
  func takeInput(into events: inout [TerminalEvent]) {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = read(files.input, &bytes, bytes.count)
    if count > 0 {
      stall_guard_note(&bytes, count)
      take(Array(bytes[..<count]), into: &events)
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      isClosed = true
    }
  }

  /// Reads what was typed while the loop was busy.
  private func takeWithheldInput(into events: inout [TerminalEvent]) {
    var bytes = [UInt8](repeating: 0, count: 256)
    while case let count = stall_guard_take(&bytes, bytes.count), count > 0 {
      take(Array(bytes[..<count]), into: &events)
    }
  }

  private func take(_ bytes: [UInt8], into events: inout [TerminalEvent]) {
    let known = events.count
    decoder.feed(bytes, into: &events)
    for index in known..<events.count { countClicks(&events[index]) }
    queries.take(decoder.takeResponses())
    scheduleFlush()
  }

  /// The longest time between the two presses of a double click in one cell.
  private static let doubleClick = Duration.milliseconds(400)

  private func countClicks(_ event: inout TerminalEvent) {
    guard case .mouse(var press) = event, press.action == .press else { return }
    let now = ContinuousClock.now
    if let (last, time) = lastPress, now - time < Self.doubleClick, last.column == press.column,
      last.row == press.row, last.clicks == 1
    {
      press.clicks = 2
    }
    lastPress = (press, now)
    event = .mouse(press)
  }

  private func scheduleFlush() {
    inputDeadline = decoder.pending.map { wait in
      ContinuousClock.now + (wait == .short ? escapeDelay : .milliseconds(400))
    }
  }

  private func takeSignals(into events: inout [TerminalEvent]) {
    for number in signals.drain().sorted() {
      switch Int32(number) {
      case 0: events.append(.woken)
      case SIGWINCH: takeSize(into: &events)
      case SIGTSTP: events.append(.suspendRequested)
      case SIGUSR1: events.append(.reloadRequested)
      case SIGCONT:
        isInBackground = true
        lookForTerminal(into: &events)
      case let signal: events.append(.terminate(signal: signal))
      }
    }
  }

  /// When to look whether the terminal is ours, or still as we want it.
  private var nextLook: ContinuousClock.Instant? {
    isInBackground || modesMayChangeUntil != nil ? .now + .milliseconds(50) : nil
  }

  /// Takes the terminal back when a shell returns it, and again if that shell changes its modes
  /// right afterwards.
  private func lookForTerminal(into events: inout [TerminalEvent]) {
    if isInBackground {
      guard files.isForeground else { return }
      isInBackground = false
      modesMayChangeUntil = .now + .seconds(1)
    } else if let end = modesMayChangeUntil {
      if ContinuousClock.now >= end { modesMayChangeUntil = nil }
      guard files.isForeground, files.isCooked else { return }
    } else {
      return
    }
    takeOverAgain()
    takeSize(into: &events)
    events.append(.resumed)
  }

  private func takeSize(into events: inout [TerminalEvent]) {
    let now = files.size
    guard now != size else { return }
    size = now
    // Not resizeterm, which would also queue a key that nobody reads.
    resize_term(Int32(now.rows), Int32(now.columns))
    redraw()
    events.append(.resized(now))
  }
}

extension Duration {
  /// The whole milliseconds, of which C has 24 days at most.
  var milliseconds: Int32 {
    Int32(clamping: components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000)
  }
}
