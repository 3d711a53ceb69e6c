/// An event of the terminal.
package enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(KeyEvent)
  /// Text was pasted: at most 64 KiB, unchanged except that invalid UTF-8 is replaced.
  ///
  /// It may contain line breaks and control characters. It is text for a prompt, never commands.
  case paste(String)
  /// The mouse was used; only if reporting is on.
  case mouse(MouseEvent)
  /// The terminal has another size now.
  case resized(Size)
  /// Another process sent SIGTSTP; C-z is a `key`.
  case suspendRequested
  /// Another process asked to reload the configuration (SIGUSR1).
  case reloadRequested
  /// The process continues after a stop; the screen has to be drawn again.
  case resumed
  /// A signal asked to exit: SIGTERM, SIGHUP, SIGINT or SIGQUIT.
  case terminate(signal: Int32)
  /// The terminal is gone: nothing can be read any more, so the program must exit.
  case inputClosed
  /// Another thread called for attention.
  case woken
}
