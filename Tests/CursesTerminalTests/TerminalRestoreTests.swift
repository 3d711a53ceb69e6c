import Glibc
import TestSupport
import Testing

/// However a program ends, the terminal is as it was, soon.
struct TerminalRestoreTests {
  /// A way in which the probe is made to end, and how its end is seen from outside.
  struct Ending: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var keys = ""
    var signal: Int32 = 0
    let expected: SpawnedProcess.Ending
    var isCrash = false
  }

  static let endings = [
    Ending(testDescription: "q", keys: "q", expected: .exited(0)),
    Ending(testDescription: "SIGTERM", signal: SIGTERM, expected: .signalled(SIGTERM)),
    Ending(testDescription: "SIGHUP", signal: SIGHUP, expected: .signalled(SIGHUP)),
    Ending(testDescription: "SIGINT", signal: SIGINT, expected: .signalled(SIGINT)),
    Ending(testDescription: "SIGQUIT", signal: SIGQUIT, expected: .signalled(SIGQUIT)),
    Ending(testDescription: "trap", keys: "T", expected: .signalled(SIGILL), isCrash: true),
    Ending(testDescription: "bad pointer", keys: "S", expected: .signalled(SIGSEGV), isCrash: true),
    Ending(testDescription: "overflow", keys: "O", expected: .signalled(SIGSEGV), isCrash: true),
    Ending(
      testDescription: "overflow on another thread", keys: "B", expected: .signalled(SIGSEGV),
      isCrash: true),
    Ending(testDescription: "abort", keys: "A", expected: .signalled(SIGABRT), isCrash: true),
  ]

  @Test(arguments: endings, ["xterm-256color", "tmux-256color", "linux", "vt100"])
  func theTerminalIsRestored(ending: Ending, type: String) throws {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    let modes = terminal.modes
    try terminal.start(probe, environment: ["TERM": type, "LANG": "C.UTF-8"])
    try #require(terminal.wait(forText: "ready"))
    #expect(terminal.modes != modes)
    let shown = terminal.output.count
    terminal.send(ending.keys)
    if ending.signal != 0 { kill(terminal.process, ending.signal) }

    #expect(terminal.waitForEnd() == ending.expected)
    let after = terminal.expectRestored(modes: modes, after: shown, type: type)
    if type != "vt100" {
      // The probe has hidden the cursor until the first key.
      #expect(after.contains("\u{1B}[?25h"), "the cursor is on")
    }
    #expect(after.contains("stopped by an internal error") == ending.isCrash)
  }

  @Test(arguments: [false, true])
  func aClosedTerminalEndsTheProgram(ignoringHangup: Bool) throws {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    let shell = ignoringHangup ? "trap '' HUP; exec \(probe)" : "exec \(probe)"
    try terminal.start(
      "/bin/sh", ["-c", shell], environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"])
    try #require(terminal.wait(forText: "ready"))
    terminal.hangUp()
    // Whether the signal or the end of file is seen first is chance.
    let ending = terminal.waitForEnd()
    #expect(ending == .exited(0) || (ending == .signalled(SIGHUP) && !ignoringHangup))
  }

  @Test func askingTwiceEndsAHangingProgram() throws {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    let modes = terminal.modes
    try terminal.start(probe, environment: ["TERM": "xterm-256color"])
    try #require(terminal.wait(forText: "ready"))
    terminal.send("H")
    try #require(terminal.wait(forText: "hanging"))
    kill(terminal.process, SIGTERM)
    #expect(terminal.waitForEnd(timeout: .milliseconds(3_100)) == nil)
    kill(terminal.process, SIGTERM)
    #expect(terminal.waitForEnd() == .signalled(SIGTERM))
    #expect(terminal.modes == modes)
  }

  @Test func withoutATerminalItSaysSo() throws {
    let text = try SpawnedProcess.output(of: "/usr/bin/setsid", ["-w", probe], environment: [:])
    #expect(text.contains("there is no terminal"))
  }

  @Test(arguments: [
    ("", "ready"), ("bogus", "ready"), ("../../etc/passwd", "ready"),
    (String(repeating: "A", count: 5_000), "ready"), ("xterm-direct", "ready"),
    ("ansi", "ready"), ("dumb", "cannot place its cursor"),
  ])
  func unknownTypesFallBackToTheCommonOne(type: String, text: String) throws {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    let modes = terminal.modes
    try terminal.start(probe, environment: ["TERM": type])
    #expect(terminal.wait(forText: text))
    terminal.send("q")
    _ = terminal.waitForEnd()
    #expect(terminal.modes == modes)
  }

  @Test(arguments: [
    ["COLUMNS": "abc", "LINES": "0"], ["COLUMNS": "-5", "LINES": "100000"],
    ["COLUMNS": "99999999999999999999", "LINES": "1000000"],
    ["ESCDELAY": "-1"], ["ESCDELAY": "100000000000"], ["TERMINFO": "/nonexistent"],
  ])
  func nonsenseInTheEnvironmentIsIgnored(variables: [String: String]) throws {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    let environment = variables.merging(["TERM": "xterm-256color"]) { $1 }
    try terminal.start(probe, environment: environment)
    #expect(terminal.wait(forText: "probe 80x24"))
    terminal.send("\u{1B}")
    #expect(terminal.wait(forText: "key Esc"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  private var probe: String { BuiltProduct.path("terminal-probe") }
}
