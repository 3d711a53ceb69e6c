internal import CSignalGuard
internal import TerminalEvents

/// How the mouse is used; everything else is left to the terminal.
package enum MouseUse: String, Sendable {
  /// Nothing: the terminal selects text with it.
  case off
  /// The wheel, with which the terminal also reports presses of buttons.
  case wheel
  /// The wheel, clicks and drags.
  case full
}

extension Terminal {
  /// Turns mouse reports, as `mouse` events, on or off.
  ///
  /// A terminal without a mouse in its description gets no sequence, nor does the Linux console.
  package func use(mouse use: MouseUse) {
    let use = hasMouse ? use : .off
    guard use != mouseUse else { return }
    write(TerminalModes.mouseOff)
    mouseUse = use
    decoder.readsMouse = use != .off
    write(TerminalModes.mouseOn(use))
    guardModes()
  }

  /// Shows a text as the window's title, and restores the previous title when the terminal is given
  /// back; nil restores it at once.
  ///
  /// Only ASCII letters, digits and punctuation are sent, 80 at most: a title is read by window
  /// managers, task bars and shells.
  package func show(title text: String?) {
    guard capabilities.keepsTitles else { return }
    let text = text.map { $0.utf8.map { (0x20..<0x7F).contains($0) ? $0 : UInt8(ascii: "?") } }
      .map { Array($0.prefix(80)) }
    guard text != title else { return }
    if title == nil { write(TerminalModes.titlePush) }
    if let text { write(TerminalModes.title(text)) } else { write(TerminalModes.titlePop) }
    title = text
    guardModes()
  }

  /// Shows how far work is in the terminal's window or in the taskbar, in percent; nil for no work.
  package func show(progress percent: Int?) {
    guard capabilities.showsProgress, percent != progress else { return }
    progress = percent
    write(TerminalModes.progress(percent))
    guardModes()
  }

  /// Turns on again the modes that were on when the terminal was given back.
  func takeModes() {
    files.write(TerminalModes.mouseOn(mouseUse))
    if let title { files.write(TerminalModes.titlePush + TerminalModes.title(title)) }
  }

  /// The bytes that turn off all that is on besides bracketed paste.
  var modesOff: [UInt8] {
    (mouseUse == .off ? [] : TerminalModes.mouseOff)
      + (progress == nil ? [] : TerminalModes.progress(nil))
      + (title == nil ? [] : TerminalModes.titlePop) + paletteOff
  }

  /// Makes a crash turn off the modes that are on now.
  func guardModes() {
    let bytes = TerminalModes.restoring(modesOff, endsUpdates: queries.answersQueries)
    (bytes + [0]).withUnsafeBytes { bytes in
      guard let start = bytes.bindMemory(to: CChar.self).baseAddress else { return }
      signal_guard_restore_by(start)
    }
  }

  private func write(_ bytes: [UInt8]) {
    if isUp, !isClosed, !isInBackground { files.write(bytes) }
  }
}
