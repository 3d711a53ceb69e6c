internal import Glibc

/// The settings of the terminal driver, from the environment and the caller.
package struct TerminalOptions: Sendable {
  /// The terminal's type, from TERM.
  package var type: String
  /// Whether colours are shown; NO_COLOR says no.
  package var usesColor: Bool
  /// Whether COLORTERM says that the terminal has true colours.
  var isTrueColor: Bool
  /// How long Escape waits for the rest of a sequence, from ESCDELAY; 25 ms if it is not set.
  package var escapeDelay: Duration
  /// How long a response of the terminal is waited for: 100 ms, or ESCDELAY if that is longer, as it
  /// is on a slow line.
  package var responseDelay: Duration { max(.milliseconds(100), escapeDelay) }
  /// Which characters the terminal can show, from LC_ALL, LC_CTYPE and LANG.
  package var encoding: Encoding
  /// Where standard error goes while the screen is up; nil to discard it.
  package var logPath: String?
  /// One line for the terminal after a crash, in printable ASCII.
  package var crashMessage: String
  /// The terminal's capabilities according to the environment.
  var capabilities: TerminalCapabilities
  /// How long the loop may work on an event before C-c, pressed twice, ends the process.
  package var stallLimit = Duration.seconds(5)

  /// Reads the environment through `variable`; invalid values are ignored.
  package init(
    logPath: String?, crashMessage: String = "stopped by an internal error",
    variable: (String) -> String? = TerminalOptions.system
  ) {
    type = variable("TERM") ?? ""
    capabilities = TerminalCapabilities(variable: variable)
    usesColor = (variable("NO_COLOR") ?? "").isEmpty
    isTrueColor = ["truecolor", "24bit"].contains(variable("COLORTERM") ?? "")
    // More than five seconds is a mistake and not a slow line.
    let delay = variable("ESCDELAY").flatMap { Int($0) } ?? 25
    escapeDelay = .milliseconds((0...5_000).contains(delay) ? delay : 25)
    encoding = Encoding(variable: variable)
    self.logPath = logPath
    self.crashMessage = crashMessage
  }

  /// Returns a variable of the process's environment.
  package static func system(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
