internal import CNcurses
internal import CSignalGuard
internal import Glibc
package import TerminalEvents
package import TerminalScreen

/// The terminal: delivers keys, shows canvases, and is restored at the end.
///
/// A process has one, created, used and restored on its main thread; only a `Waker` may be used
/// from others. From `init` to `restore()` the terminal is in raw mode, so C-c and C-z are keys;
/// signals are events, and a fatal signal restores the terminal before it ends the process. If the
/// caller has not asked for events for some seconds, pressing C-c twice does so, too.
package final class Terminal {
  /// Which characters can be shown; ASCII wants `BorderSet.ascii`.
  package let encoding: Encoding
  /// Whether the colours of styles are shown; without them, attributes make everything
  /// recognisable.
  package var showsColor: Bool { painter.showsColor }
  /// Makes `next` return, from any thread.
  package let waker: Waker
  /// The extent that canvases should have, as of the last `resized`.
  package internal(set) var size: Size

  let files: TerminalFiles
  let signals: SignalPipe
  let escapeDelay: Duration
  let responseDelay: Duration
  var decoder = InputDecoder()
  var queries: TerminalQueries
  /// Events that arrived while a response was awaited.
  var earlyEvents: [TerminalEvent] = []
  /// The modes that are on in addition to those managed by ncurses.
  var mouseUse = MouseUse.off
  /// Whether its description has a mouse, and it reports that in the SGR form.
  private(set) lazy var hasMouse =
    capabilities.reportsMouse && !TerminalModes.sequence("kmous").isEmpty
  var title: [UInt8]?
  var progress: Int?
  let capabilities: TerminalCapabilities
  /// The last mouse press, to detect a double click.
  var lastPress: (event: MouseEvent, at: ContinuousClock.Instant)?
  /// When to flush the decoder's pending bytes.
  var inputDeadline: ContinuousClock.Instant?
  var isClosed = false
  /// The process was continued in the background: the terminal belongs to another until a shell
  /// returns it, which no signal announces.
  var isInBackground = false
  /// Until when a shell may still change the modes after returning the terminal.
  var modesMayChangeUntil: ContinuousClock.Instant?
  private var errorLog: ErrorLog
  private var painter: Painter
  private(set) var isUp = false
  /// No attribute, and the usual character set.
  private let plainStyle: [UInt8]

  /// Takes the terminal over and shows a blank screen.
  ///
  /// - Throws: `TerminalError`; the terminal is then unchanged.
  package init(_ options: TerminalOptions) throws(TerminalError) {
    files = try TerminalFiles()
    guard let signals = SignalPipe() else { throw .noTerminal }
    self.signals = signals
    waker = Waker(pipe: signals.writing)
    escapeDelay = options.escapeDelay
    responseDelay = options.responseDelay
    encoding = options.encoding.adopted()
    size = files.size
    capabilities = options.capabilities
    errorLog = ErrorLog(path: options.logPath)
    queries = TerminalQueries(
      answersQueries: options.capabilities.answersQueries, timeout: responseDelay * 3)
    try TerminalType(options.type).start(on: files)
    resize_term(Int32(size.rows), Int32(size.columns))
    TerminalModes.guardThem(
      files: files, pipe: signals.writing, message: options.crashMessage,
      endsUpdates: options.capabilities.answersQueries)
    plainStyle = TerminalModes.sequence("sgr0")
    StyleSequences.shorten()
    painter = Painter(
      encoding: encoding, usesColor: options.usesColor,
      isTrueColor: options.capabilities.answersQueries
        && (options.isTrueColor || ExactColors.areDescribed))
    stall_guard_start(files.input, options.stallLimit.milliseconds)
    takeOver()
    queryModes()
  }

  deinit {
    restore()
  }

  /// Shows a canvas, writing only the differences from the last one.
  ///
  /// - Parameter rows: the rows that may differ; nil for all.
  package func present(_ canvas: Canvas, rows: [Int]? = nil) {
    guard isUp, !isClosed, !isInBackground else { return }
    // A few rows are written at once anyway, and the letter just typed must not wait.
    let isBracketed = queries.synchronizesUpdates && rows == nil
    guard painter.take(canvas, rows: rows) else { return }
    if isBracketed { files.write(TerminalModes.updateBegin) }
    let links = painter.flush(rows: rows)
    if !links.isEmpty { files.write(links) }
    if isBracketed { files.write(TerminalModes.updateEnd) }
  }

  /// Gives all that has no colours those of a style; its attributes do not count.
  package func setBaseColors(_ style: Style) { painter.setBase(style) }

  /// Turns the links of canvases into terminal hyperlinks (OSC 8), or not; nil does so if the
  /// terminal is known to support them.
  package func useHyperlinks(_ isOn: Bool?) {
    painter.useHyperlinks(
      (isOn ?? capabilities.hasHyperlinks) && capabilities.answersQueries && encoding == .utf8)
  }

  /// The sequence that restores the terminal's own colours.
  var paletteOff: [UInt8] { painter.exactColors.end }

  /// Shows colours exactly, if the terminal has true colour, for as long as the screen is up;
  /// otherwise the palette stays unchanged.
  package func setExactColors(_ colors: [Color: RGB]) {
    let bytes = painter.setExact(colors)
    if isUp, !bytes.isEmpty { files.write(bytes) }
    guardModes()
  }

  /// Yields the processor briefly, a tenth of a millisecond at most, to let the output through.
  ///
  /// A kernel thread passes it on to the terminal emulator, and is queued on our processor: both
  /// would wait until we sleep, or for milliseconds if all processors are busy.
  package func letThrough() {
    usleep(20)
  }

  /// Lets the next `present` write everything again, as after another program has written.
  package func redraw() {
    // Whatever garbled the screen may have changed the character set as well.
    if isUp, !isClosed, !isInBackground { files.write(plainStyle) }
    painter.forget()
  }

  /// Gives the terminal to a program that is to run in the foreground, until `enter()`.
  ///
  /// Meanwhile SIGINT and SIGQUIT are that program's.
  package func leave() {
    signal_guard_is_away(1)
    giveBack()
  }

  /// Takes the terminal back after `leave()`; the next frame is written whole.
  package func enter() {
    signal_guard_is_away(0)
    takeOver()
    redraw()
  }

  /// Stops the process, as C-z does, and returns when it is continued.
  ///
  /// - Returns: false, without stopping, if no shell can continue it.
  package func suspend() -> Bool {
    guard ProcessGroup.canBeContinued else { return false }
    giveBack()
    ProcessGroup.stop()
    takeOver()
    redraw()
    return true
  }

  /// Restores the terminal for good; further calls do nothing.
  ///
  /// - Returns: the last line written to standard error in the meantime.
  @discardableResult
  package func restore() -> SafeText? {
    giveBack()
    return errorLog.lastLine()
  }

  /// Gives the terminal back and ends the process by a signal, as if it had not been caught.
  package func end(bySignal signal: Int32) -> Never {
    restore()
    signal_guard_die(signal)
  }

  /// Makes a stack overflow of the calling thread restore the terminal before it ends the process,
  /// as on the main thread; call it first on every other thread.
  ///
  /// All other faults do so on any thread. Costs two system calls the first time on a thread.
  package static func coverThread() {
    signal_guard_cover_thread()
  }

  /// Asks the terminal to copy bytes to the clipboard (OSC 52), which works over SSH too.
  ///
  /// Nothing else may ever be sent this way. Whether the terminal obeys is unknown.
  ///
  /// - Parameter isWrapped: whether to wrap the sequence for GNU screen, which passes on the
  ///   contents of a device control string.
  /// - Returns: false, without sending anything, if there are no bytes or more than 8 KiB.
  package func copyToClipboard(_ bytes: [UInt8], isWrapped: Bool = false) -> Bool {
    guard isUp, !bytes.isEmpty, bytes.count <= 8_192 else { return false }
    let sequence = Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
    return files.write(isWrapped ? wrappedForScreen(sequence) : sequence)
  }
}

extension Terminal {
  /// Enters the screen: sets our modes, the alternate screen and bracketed paste, and logs errors.
  private func takeOver() {
    guard !isUp else { return }
    isUp = true
    errorLog.begin()
    signal_guard_screen_is_up(1)
    reset_prog_mode()
    files.write(TerminalModes.pasteOn + plainStyle + painter.exactColors.begin)
    wnoutrefresh(cncurses_stdscr())
    doupdate()
    takeModes()
  }

  /// Leaves the screen; in the background the terminal is not touched, since it belongs to another.
  private func giveBack() {
    guard isUp else { return }
    if !isInBackground { discardResponses() }
    isUp = false
    let owner = tcgetpgrp(files.input)
    if owner <= 0 || owner == getpgrp() {
      files.write(modesOff + TerminalModes.pasteOff)
      endwin()
      // Without an alternate screen the shell would write over the last row.
      if !TerminalType.hasSecondScreen { files.write(Array("\r\n".utf8)) }
      var modes = files.modes
      tcsetattr(files.input, TCSADRAIN, &modes)
    }
    signal_guard_screen_is_up(0)
    errorLog.end()
  }

  /// Brings the terminal into our hands after the process was stopped from outside.
  func takeOverAgain() {
    if files.isCooked {
      giveBack()
      takeOver()
    }
    files.write(TerminalModes.pasteOn + TerminalModes.mouseOn(mouseUse))
    redraw()
  }
}

/// Returns a sequence in device control strings, which screen hands to the terminal; it takes some
/// 250 bytes of each.
private func wrappedForScreen(_ sequence: [UInt8]) -> [UInt8] {
  stride(from: 0, to: sequence.count, by: 200).flatMap { start in
    Array("\u{1B}P".utf8) + sequence[start..<min(start + 200, sequence.count)]
      + Array("\u{1B}\\".utf8)
  }
}

/// Bytes as base64, padded.
private func base64(_ bytes: [UInt8]) -> [UInt8] {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var bits = group.reduce(0) { $0 << 8 | Int($1) }
    bits <<= 8 * (3 - group.count)
    for place in 0..<4 {
      text.append(
        place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return text
}
