import Glibc
import TestSupport
import Testing

/// Group 129: keys that a terminal may keep for itself, and sequences that come in pieces.
struct KeyboardTests {
  @Test func noControlKeyEndsOrStopsTheProgram() throws {
    let home = try AwlHome()
    // No program that a key could start.
    let terminal = try home.terminal(environment: ["PATH": "/nonexistent"])
    try #require(terminal.wait(forText: "84/84"))
    // All but C-c, which quits, and C-z; Escape cancels whatever a key started.
    for key in UInt8(0)...31 where ![3, 26].contains(key) {
      terminal.send([key])
      #expect(terminal.waitForEnd(timeout: .milliseconds(50)) == nil, "control \(key)")
      terminal.send("\u{1B}")
      #expect(terminal.waitForEnd(timeout: .milliseconds(50)) == nil, "Escape after \(key)")
    }
    let shown = terminal.output.count
    // On a busy machine the first key may belong to the last Escape.
    let isShown = (0..<60).contains { _ in
      terminal.send("\u{C}")
      return terminal.wait(forText: "84/84", after: shown, timeout: .seconds(1))
    }
    #expect(isShown)
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func flowControlHoldsNothing() throws {
    let home = try AwlHome()
    let terminal = try home.terminal()
    try #require(terminal.wait(forText: "84/84"))
    // With C-s the terminal would stop to show anything until C-q.
    let shown = terminal.output.count
    terminal.send("\u{13}\u{C}")
    #expect(terminal.wait(forText: "84/84", after: shown))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func aResizeInsideASequenceLosesNeither() throws {
    let home = try AwlHome()
    let terminal = try home.terminal()
    try #require(terminal.wait(forText: "84/84"))
    terminal.send("\u{1B}[")
    terminal.resize(columns: 90, rows: 20)
    #expect(terminal.wait(forText: "\u{1B}[20;"))
    // In time it is an arrow key, else only the letter; on a busy machine either may be.
    terminal.send("B\u{C}")
    #expect(terminal.waitForEnd(timeout: .milliseconds(500)) == nil)
    terminal.send("gg\u{C}j\u{C}")
    #expect(terminal.wait(forText: "2/84"))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}
