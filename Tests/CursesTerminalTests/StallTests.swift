import Glibc
import TestSupport
import Testing

/// A hung loop: pressing C-c twice restores the terminal.
struct StallTests {
  @Test(arguments: ["H", "L"])
  func twoInterruptsEndAProgramThatHangs(key: String) throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    let modes = terminal.modes
    let log = folder("log")
    try terminal.start(probe, [log], environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"])
    try #require(terminal.wait(forText: "ready"))
    terminal.send(key)
    try #require(terminal.wait(forText: "hanging"))
    usleep(600_000)
    terminal.send("\u{3}")
    #expect(terminal.waitForEnd(timeout: .milliseconds(500)) == nil, "one is not enough")
    // On a busy machine the first one may have come too early to count.
    var end: SpawnedProcess.Ending?
    for _ in 0..<60 where end == nil {
      terminal.send("\u{3}")
      end = terminal.waitForEnd(timeout: .seconds(1))
    }
    #expect(end == .signalled(SIGINT))
    #expect(terminal.modes == modes)
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("\u{1B}[?1049l"), "the alternate screen is left")
    #expect(output.contains("stopped by an internal error"))
    let logged = text(log)
    #expect(logged.contains("did not answer"))
    #expect(logged.contains(key == "H" ? " 48;" : " 4c;"), "the log names the last key")
    #expect(logged.contains("terminal-probe("), "the log has a backtrace")
  }

  @Test func keysTypedWhileBusyAreKept() throws {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    try terminal.start(probe, environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"])
    try #require(terminal.wait(forText: "ready"))
    terminal.send("P")
    try #require(terminal.wait(forText: "busy"))
    usleep(500_000)
    terminal.send("\u{3}ab")
    #expect(terminal.wait(forText: "key b"))
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("key C-c"))
    #expect(output.contains("key a"))
    // It came round: another one later is not the second.
    terminal.send("\u{3}")
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  /// A foreground program may use the terminal for as long as it likes.
  @Test func aForegroundProgramIsNotAStall() throws {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    try terminal.start(probe, environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"])
    try #require(terminal.wait(forText: "ready"))
    terminal.send("y")
    try #require(terminal.wait(forText: "in front"))
    usleep(500_000)
    terminal.send("ab\n")
    #expect(terminal.wait(forText: "read ab"))
    #expect(terminal.wait(forText: "key y"))
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  private var probe: String { BuiltProduct.path("terminal-probe") }
}
