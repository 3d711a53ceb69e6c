import TestSupport
import Testing

/// What is sent to the terminal's clipboard (OSC 52).
struct ClipboardTests {
  @Test func bytesAreSentAsBase64() throws {
    let terminal = try started()
    terminal.send("c")
    // https://example.org/
    #expect(terminal.wait(forText: "\u{1B}]52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy8=\u{7}"))
    #expect(terminal.wait(forText: "copied true"))
  }

  @Test(arguments: ["C", "E"])
  func tooMuchAndNothingAreNotSent(key: String) throws {
    let terminal = try started()
    terminal.send(key)
    #expect(terminal.wait(forText: "copied false"))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}]52"))
  }

  private func started() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    try terminal.start(
      BuiltProduct.path("terminal-probe"), environment: ["TERM": "xterm-256color"])
    try #require(terminal.wait(forText: "ready"))
    return terminal
  }
}
