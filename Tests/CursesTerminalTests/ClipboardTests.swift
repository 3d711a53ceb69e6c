import TestSupport
import Testing

/// The sequences sent to copy to the terminal's clipboard (OSC 52).
struct ClipboardTests {
  @Test func bytesAreSentAsBase64() throws {
    let terminal = try started()
    terminal.send("c")
    // https://example.org/
    #expect(terminal.wait(forText: "\u{1B}]52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy8=\u{7}"))
    #expect(terminal.wait(forText: "copied true"))
  }

  @Test(arguments: ["C", "E"])
  func tooMuchOrNothingIsNotSent(key: String) throws {
    let terminal = try started()
    terminal.send(key)
    #expect(terminal.wait(forText: "copied false"))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}]52"))
  }

  /// screen accepts at most some 250 bytes at once, and passes on their contents.
  @Test func forScreenItIsWrappedInPieces() throws {
    let terminal = try started()
    terminal.send("W")
    try #require(terminal.wait(forText: "copied true"))
    let text = String(decoding: terminal.output, as: UTF8.self)
    let start = try #require(text.firstRange(of: "\u{1B}P"))
    let end = try #require(text.firstRange(of: "\u{7}\u{1B}\\"))
    let pieces = text[start.lowerBound..<end.upperBound].split(separator: "\u{1B}\\")
    #expect(pieces.count == 3)
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 202 })
    let whole = pieces.map { $0.dropFirst(2) }.joined()
    #expect(whole == "\u{1B}]52;c;" + String(repeating: "QUFB", count: 100) + "\u{7}")
  }

  private func started() throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    try terminal.start(
      BuiltProduct.path("terminal-probe"), environment: ["TERM": "xterm-256color"])
    try #require(terminal.wait(forText: "ready"))
    return terminal
  }
}
