import TestSupport
import Testing

/// The sequences sent to change styles.
struct StyleSequenceTests {
  /// Descriptions choose the usual character set with each; no other is ever in use here.
  @Test(arguments: [
    ("xterm-256color", "\u{1B}(B"), ("screen-256color", "\u{0F}"), ("linux", "\u{0F}"),
    ("vt220", "\u{1B}(B"),
  ])
  func aChangeOfStyleChoosesNoCharacterSet(type: String, choice: String) throws {
    let terminal = try PseudoTerminal(columns: 40, rows: 8)
    try terminal.start(
      BuiltProduct.path("terminal-probe"), environment: ["TERM": type, "LANG": "C.UTF-8"])
    try #require(terminal.wait(forText: "ready"))
    let start = terminal.output.count
    terminal.send("j")
    #expect(terminal.wait(forText: "key j"))
    let frame = terminal.output[start...]
    #expect(frame.contains(0x1B))
    #expect(!holds(frame, choice))
    terminal.send("\u{0C}")
    #expect(terminal.wait(forText: "key C-l"))
    // What garbled the screen may have chosen another set.
    #expect(holds(terminal.output[(start + frame.count)...], choice))
  }

  private func holds(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    let text = Array(text.utf8)
    return bytes.indices.contains { bytes[$0...].starts(with: text) }
  }
}
