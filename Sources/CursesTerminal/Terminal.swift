internal import CNcurses
internal import CSignalGuard
internal import Glibc
package import TerminalEvents
package import TerminalScreen

/// The terminal: keys come in, canvases go out, and it is given back as it was found.
///
/// A process has one, made, used and given back on its main thread; only a `Waker` may be used
/// from others. From `init` to `restore()` the terminal is in raw mode, so C-c and C-z are keys;
/// signals are events, and a fatal signal gives the terminal back before it ends the process. Where the
/// caller has not asked for the next event for some seconds, C-c pressed twice does so, too.
package final class Terminal {
  /// Which characters can be shown; ASCII wants `BorderSet.ascii`.
  package let encoding: Encoding
  /// Whether the colours of styles are shown; where they are not, all is recognised by attributes.
  package var showsColor: Bool { painter.showsColor }
  /// Makes `next` return, from any thread.
  package let waker: Waker
  /// The extent that canvases should have, as of the last `resized`.
  package internal(set) var size: Size

  let files: TerminalFiles
  let signals: SignalPipe
  let escapeDelay: Duration
  var decoder = InputDecoder()
  var queries: TerminalQueries
  /// What was typed while an answer was waited for.
  var earlyEvents: [TerminalEvent] = []
  /// What is on in the terminal besides what ncurses manages.
  var mouseUse = MouseUse.off
  /// Whether its description has a mouse, and it reports that in the SGR form.
  private(set) lazy var hasMouse =
    capabilities.reportsMouse && !TerminalModes.sequence("kmous").isEmpty
  var title: [UInt8]?
  var progress: Int?
  let capabilities: TerminalCapabilities
  /// The last press of the mouse, to tell a double click.
  var lastPress: (event: MouseEvent, at: ContinuousClock.Instant)?
  /// When what the decoder has pending is to be flushed.
  var inputDeadline: ContinuousClock.Instant?
  var isClosed = false
  /// The process was continued in the background: the terminal is another's until a shell gives
  /// it back, which no signal tells.
  var isInBackground = false
  /// Until when a shell may still change the modes after it has given the terminal back.
  var modesMayChangeUntil: ContinuousClock.Instant?
  private var errorLog: ErrorLog
  private var painter: Painter
  private(set) var isUp = false
  /// No attribute, and the usual character set.
  private let plainStyle: [UInt8]

  /// Takes the terminal over and shows a blank screen.
  ///
  /// - Throws: `TerminalError`; then the terminal is as it was.
  package init(_ options: TerminalOptions) throws(TerminalError) {
    files = try TerminalFiles()
    guard let signals = SignalPipe() else { throw .noTerminal }
    self.signals = signals
    waker = Waker(pipe: signals.writing)
    escapeDelay = options.escapeDelay
    encoding = options.encoding.adopted()
    size = files.size
    capabilities = options.capabilities
    errorLog = ErrorLog(path: options.logPath)
    queries = TerminalQueries(answersQueries: options.capabilities.answersQueries)
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

  /// Shows a canvas: only what differs from the last one is written.
  ///
  /// - Parameter rows: those that may differ; nil for all.
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

  /// Makes the links of canvases links of the terminal (OSC 8), or not; nil does so where the terminal
  /// is known to understand that.
  package func useHyperlinks(_ isOn: Bool?) {
    painter.useHyperlinks(
      (isOn ?? capabilities.hasHyperlinks) && capabilities.answersQueries && encoding == .utf8)
  }

  /// The bytes that give the terminal its own colours back.
  var paletteOff: [UInt8] { painter.exactColors.end }

  /// Has colours shown exactly by their numbers, where the terminal has true colours, for as long as the
  /// screen is up; elsewhere the numbers show what they always do.
  package func setExactColors(_ colors: [Color: RGB]) {
    let bytes = painter.setExact(colors)
    if isUp, !bytes.isEmpty { files.write(bytes) }
    guardModes()
  }

  /// Lets go of the processor for a moment, a tenth of a millisecond at most, so that what was just
  /// written gets through.
  ///
  /// A thread of the kernel hands it on to the terminal's program, and starts where we run: it and
  /// that program would wait until we sleep, or for milliseconds where others take all processors.
  package func letThrough() {
    usleep(20)
  }

  /// Lets the next `present` write everything again, as after another program has written.
  package func redraw() {
    // What has garbled the screen may have left another character set as well.
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

  /// Takes the terminal back after `leave()`; what is presented next is written whole.
  package func enter() {
    signal_guard_is_away(0)
    takeOver()
    redraw()
  }

  /// Stops the process as C-z does, and returns when it is continued.
  ///
  /// - Returns: false, without having stopped, if no shell is there to continue it.
  package func suspend() -> Bool {
    guard ProcessGroup.canBeContinued else { return false }
    giveBack()
    ProcessGroup.stop()
    takeOver()
    redraw()
    return true
  }

  /// Gives the terminal back for good; more calls do nothing.
  ///
  /// - Returns: the last line of what was written to standard error meanwhile.
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

  /// Has an overflow of the calling thread's stack give the terminal back before it ends the
  /// process, as on the main thread; to be called first by work that runs on another thread.
  ///
  /// All other faults do so on any thread. Costs two system calls the first time on a thread.
  package static func coverThread() {
    signal_guard_cover_thread()
  }

  /// Asks the terminal to put bytes on the clipboard (OSC 52), which works over SSH too.
  ///
  /// Nothing else may ever be sent this way. Whether the terminal obeys cannot be known.
  ///
  /// - Parameter isWrapped: whether GNU screen is between, which passes on what a device control
  ///   string holds.
  /// - Returns: false, without having sent anything, if there are none or more than 8 KiB.
  package func copyToClipboard(_ bytes: [UInt8], isWrapped: Bool = false) -> Bool {
    guard isUp, !bytes.isEmpty, bytes.count <= 8_192 else { return false }
    let sequence = Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
    return files.write(isWrapped ? wrappedForScreen(sequence) : sequence)
  }
}

extension Terminal {
  /// Puts the screen up: our modes, the alternate screen, bracketed paste, errors to the log.
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

  /// Takes the screen down; from the background the terminal is not touched, for it is another's.
  private func giveBack() {
    guard isUp else { return }
    if !isInBackground { discardResponses() }
    isUp = false
    let owner = tcgetpgrp(files.input)
    if owner <= 0 || owner == getpgrp() {
      files.write(modesOff + TerminalModes.pasteOff)
      endwin()
      // Without a second screen the shell would write over what is left of the last row.
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
