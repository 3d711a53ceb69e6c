import CursesTerminal
import Testing

/// Capabilities of terminals, from the environment; docs/terminal.md has the tables.
struct TerminalTraitsTests {
  @Test(
    arguments: [
      (["TERM": "foot"], true), (["TERM": "alacritty"], true), (["TERM": "xterm-kitty"], true),
      (["TERM": "xterm-ghostty"], true), (["TERM": "xterm-256color", "VTE_VERSION": "7200"], true),
      (["TERM": "xterm-256color", "VTE_VERSION": "4601"], false),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"], true),
      (
        ["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.4.15"],
        true
      ),
      (
        ["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.0.9"],
        false
      ),
      (["TERM": "xterm-256color", "KONSOLE_VERSION": "220401"], true),
      (["TERM": "xterm-256color", "KONSOLE_VERSION": "190800"], false),
      (["TERM": "xterm-256color", "WT_SESSION": "1"], true), (["TERM": "xterm-256color"], false),
      (["TERM": "linux"], false), (["TERM": "vt100"], false), ([:], false),
      // Inside of tmux and screen the variables of the terminal around them do not count.
      (["TERM": "tmux-256color", "TMUX": "x", "VTE_VERSION": "7200"], false),
      (
        [
          "TERM": "tmux-256color", "TMUX": "x", "TERM_PROGRAM": "tmux",
          "TERM_PROGRAM_VERSION": "3.3a",
        ], false
      ),
      (
        [
          "TERM": "tmux-256color", "TMUX": "x", "TERM_PROGRAM": "tmux",
          "TERM_PROGRAM_VERSION": "3.4",
        ], true
      ),
      (
        [
          "TERM": "screen-256color", "TMUX": "x", "TERM_PROGRAM": "tmux",
          "TERM_PROGRAM_VERSION": "3.5a",
        ], true
      ),
      (["TERM": "screen", "STY": "1.tty", "VTE_VERSION": "7200"], false),
      (["TERM": "xterm-256color", "VTE_VERSION": "nonsense"], false),
      (["TERM": "xterm-256color", "VTE_VERSION": "99999999999999999999"], false),
    ] as [([String: String], Bool)])
  func hyperlinksAreForThoseThatUnderstandThem(variables: [String: String], expected: Bool) {
    #expect(TerminalCapabilities { variables[$0] }.hasHyperlinks == expected)
  }

  @Test(
    arguments: [
      (["TERM": "xterm-256color"], true), (["TERM": "tmux-256color", "TMUX": "x"], true),
      (["TERM": "screen-256color", "TMUX": "x"], true), (["TERM": "screen"], false),
      (["TERM": "st-256color"], false), (["TERM": "linux"], false), (["TERM": "vt100"], false),
      (["TERM": "dumb"], false), ([:], false),
    ] as [([String: String], Bool)])
  func titlesAreForThoseThatRestoreThem(variables: [String: String], expected: Bool) {
    #expect(TerminalCapabilities { variables[$0] }.keepsTitles == expected)
  }

  @Test(
    arguments: [
      (["TERM": "xterm-256color", "WT_SESSION": "1"], true),
      (["TERM": "xterm-256color", "ConEmuANSI": "ON"], true),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "WezTerm"], true),
      (["TERM": "xterm-ghostty"], true), (["TERM": "xterm-256color", "VTE_VERSION": "8000"], true),
      (["TERM": "xterm-256color", "VTE_VERSION": "7200"], false),
      // kitty and older iTerm take OSC 9 for a notification.
      (["TERM": "xterm-kitty"], false),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"], false),
      (["TERM": "tmux-256color", "TMUX": "x", "WT_SESSION": "1"], false),
      (["TERM": "linux"], false),
    ] as [([String: String], Bool)])
  func progressIsForThoseThatShowIt(variables: [String: String], expected: Bool) {
    #expect(TerminalCapabilities { variables[$0] }.showsProgress == expected)
  }
}
