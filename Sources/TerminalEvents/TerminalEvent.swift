/// An event of the terminal.
package enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(KeyEvent)
  /// Text was pasted: at most 64 KiB, unchanged except that invalid UTF-8 is replaced.
  ///
  /// It may contain line ends and control characters. It is text for a prompt, never commands.
  case paste(String)
  /// The mouse was used; only if reporting is on.
  case mouse(MouseEvent)
  /// The terminal has another size now.
  case resized(Size)
  /// Another process asked for suspension (SIGTSTP); the key C-z is a `key` and comes as one.
  case suspendRequested
  /// Another process asked for the configuration to be read again (SIGUSR1).
  case reloadRequested
  /// The process continues after a stop; the screen has to be drawn again.
  case resumed
  /// A signal asks for the end: SIGTERM, SIGHUP, SIGINT or SIGQUIT.
  case terminate(signal: Int32)
  /// The terminal is gone: nothing can be read any more, so the program has to end.
  case inputClosed
  /// Another thread called for attention.
  case woken
}
