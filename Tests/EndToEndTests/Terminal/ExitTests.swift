import Glibc
import TestSupport
import Testing

/// However the built program ends, the terminal is as it was.
struct ExitTests {
  /// A way out, and how it is seen from outside.
  struct WayOut: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var keys = ""
    var signal: Int32 = 0
    var ending = SpawnedProcess.Ending.exited(0)
  }

  static let waysOut = [
    WayOut(testDescription: "q", keys: "q"),
    WayOut(testDescription: "Q", keys: "Q"),
    WayOut(testDescription: "C-c", keys: "\u{3}"),
    WayOut(testDescription: "Q in a prompt's view", keys: "gbQ"),
    WayOut(testDescription: "SIGTERM", signal: SIGTERM, ending: .signalled(SIGTERM)),
    WayOut(testDescription: "SIGHUP", signal: SIGHUP, ending: .signalled(SIGHUP)),
    WayOut(testDescription: "SIGINT", signal: SIGINT, ending: .signalled(SIGINT)),
    WayOut(testDescription: "SIGQUIT", signal: SIGQUIT, ending: .signalled(SIGQUIT)),
    WayOut(testDescription: "SIGSEGV", signal: SIGSEGV, ending: .signalled(SIGSEGV)),
  ]

  @Test(arguments: waysOut, ["xterm-256color", "tmux-256color", "linux", "vt100"])
  func theTerminalIsRestored(way: WayOut, type: String) throws {
    let home = try AwlHome()
    let terminal = try PseudoTerminal(columns: 100, rows: 30)
    let modes = terminal.modes
    try terminal.start(
      AwlHome.program, environment: home.environment.merging(["TERM": type]) { $1 })
    try #require(terminal.wait(forText: "84/84"))
    #expect(terminal.modes != modes)
    let shown = terminal.output.count
    terminal.send(way.keys)
    if way.signal != 0 { kill(terminal.process, way.signal) }
    #expect(terminal.waitForEnd() == way.ending)
    let after = terminal.expectRestored(modes: modes, after: shown, type: type)
    let cursor = String(decoding: terminal.output, as: UTF8.self)
      .unicodeScalars.split(separator: "\u{1B}").map { String($0) }
      .last { $0.hasPrefix("[?25") || $0.hasPrefix("[34h") }
    #expect(cursor == nil || cursor?.hasPrefix("[?25l") == false, "the cursor is on")
    let crash = "awl: internal error; your saved data is safe; details: "
    #expect(after.contains(crash) == (way.signal == SIGSEGV))
  }

  @Test(arguments: [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV])
  func aCrashNamesTheLogAfterTheScreen(signal: Int32) throws {
    let home = try AwlHome()
    let terminal = try PseudoTerminal(columns: 200, rows: 30)
    let modes = terminal.modes
    try terminal.start(AwlHome.program, environment: home.environment)
    try #require(terminal.wait(forText: "84/84"))
    // The runtime's report of a crash is in the file that the message names.
    let log = home.folder(".local/state/awl/awl.log")
    var leadsTo = [CChar](repeating: 0, count: 4_096)
    readlink("/proc/\(terminal.process)/fd/2", &leadsTo, leadsTo.count - 1)
    #expect(
      String(decoding: leadsTo.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        == log)
    kill(terminal.process, signal)
    #expect(terminal.waitForEnd() == .signalled(signal))
    #expect(terminal.modes == modes)
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(
      output.contains(
        "awl: internal error; your saved data is safe; details: \(log)"))
  }

  @Test(arguments: [false, true])
  func aClosedTerminalEndsTheProgram(isNohup: Bool) throws {
    let home = try AwlHome()
    let terminal = try home.terminal(isNohup ? "trap '' HUP; exec $awl" : "exec $awl")
    try #require(terminal.wait(forText: "84/84"))
    terminal.hangUp()
    // Whether the signal or the end of file is seen first is chance.
    let ending = terminal.waitForEnd()
    #expect(ending == .exited(0) || (ending == .signalled(SIGHUP) && !isNohup))
  }

  @Test func aBookmarkJustMadeIsSavedHoweverTheProgramEnds() throws {
    for signal in [SIGTERM, SIGHUP] {
      let home = try AwlHome()
      let terminal = try home.terminal()
      try #require(terminal.wait(forText: "84/84"))
      terminal.send("b")
      try #require(terminal.wait(forText: "saved") || terminal.wait(forText: "kept"))
      kill(terminal.process, signal)
      #expect(terminal.waitForEnd() == .signalled(signal))
      #expect(home.bookmarkLines.count == 2)
    }
  }
}
