/// Something that happened to the terminal, as its driver tells it.
package enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(KeyEvent)
  /// Text was pasted: at most 64 KiB of it, as it came but for broken UTF-8, which is replaced.
  ///
  /// It may hold line ends and control characters. It is text for a prompt, never commands.
  case paste(String)
  /// The mouse was used; only where the terminal was told to report that.
  case mouse(MouseEvent)
  /// The terminal has another size now.
  case resized(Size)
  /// Another process asked for suspension (SIGTSTP); the key C-z is a `key` and comes as one.
  case suspendRequested
  /// Another process asked for the configuration to be read again (SIGUSR1).
  case reloadRequested
  /// The process runs again after it was stopped; the screen has to be presented anew.
  case resumed
  /// A signal asks for the end: SIGTERM, SIGHUP, SIGINT or SIGQUIT.
  case terminate(signal: Int32)
  /// The terminal is gone: nothing can be read any more, so the program has to end.
  case inputClosed
  /// Another thread called for attention.
  case woken
}
