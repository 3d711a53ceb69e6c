import Glibc
import TestSupport
import Testing

/// Standard error while the screen is up.
struct ErrorLogTests {
  @Test func itGoesToTheLogAndItsLastLineIsReported() throws {
    let folder = try TemporaryFolder()
    try put("of an earlier run\n".utf8, into: folder("log"))
    let terminal = try end(after: "D", log: folder("log"))
    #expect(text(folder("log")) == "of an earlier run\nfirst\nlast \u{1B}[2Jline\n\n")
    #expect(String(decoding: terminal.output, as: UTF8.self).contains("last: last ␛[2Jline"))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("first"))
  }

  @Test func messagesOfEarlierRunsAreNotReported() throws {
    let folder = try TemporaryFolder()
    try put("of an earlier run\n".utf8, into: folder("log"))
    let terminal = try end(after: "", log: folder("log"))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("last:"))
  }

  @Test func aLogThatGrewLargeIsReplaced() throws {
    let folder = try TemporaryFolder()
    try put([UInt8](repeating: 10, count: 1 << 20 | 1), into: folder("log"))
    _ = try end(after: "D", log: folder("log"))
    #expect(text(folder("log")) == "first\nlast \u{1B}[2Jline\n\n")
  }

  /// A folder, a file in a folder that is not there, a link to a file of someone else.
  @Test func withoutALogErrorsStayOffTheScreen() throws {
    let folder = try TemporaryFolder()
    try put("precious".utf8, into: folder("other"))
    symlink(folder("other"), folder("link"))
    for path in [folder.path, folder("none/log"), folder("link"), "/dev/full"] {
      let terminal = try end(after: "D", log: path)
      #expect(!String(decoding: terminal.output, as: UTF8.self).contains("first"))
    }
    #expect(text(folder("other")) == "precious")
  }

  private func end(after keys: String, log: String) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    try terminal.start(
      BuiltProduct.path("terminal-probe"), [log],
      environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"])
    try #require(terminal.wait(forText: "ready"))
    terminal.send(keys + "q")
    #expect(terminal.waitForEnd() == .exited(0))
    return terminal
  }
}
