import TestSupport
import Testing

/// The sequences written for hyperlinks, which must not confuse ncurses.
struct HyperlinkSequenceTests {
  private static let link = "\u{1B}]8;id="
  private static let end = "\u{1B}]8;;\u{1B}\\"

  @Test func aLinkIsWrittenBehindTheFrameAtItsPlace() throws {
    let terminal = try started()
    terminal.send("u")
    let sequence = "\u{1B}7\u{1B}[13;3H\u{1B}[0;4;34m\u{1B}]8;id="
    try #require(terminal.wait(forText: sequence))
    #expect(
      terminal.wait(forText: ";https://example.org/1\u{1B}\\link one\(Self.end)\u{1B}[m\u{1B}8"))
  }

  @Test func anUnchangedLinkIsNotWrittenAgain() throws {
    let terminal = try started()
    terminal.send("u")
    try #require(terminal.wait(forText: Self.end))
    terminal.send("j")
    try #require(terminal.wait(forText: "key j"))
    #expect(count(of: "https://example.org/1", in: terminal) == 1)
  }

  @Test func anotherTargetUnderTheSameTextIsWritten() throws {
    let terminal = try started()
    terminal.send("u")
    try #require(terminal.wait(forText: "https://example.org/1"))
    terminal.send("u")
    #expect(terminal.wait(forText: "https://example.org/2"))
  }

  @Test func cellsWithoutALinkAnyMoreAreRewritten() throws {
    let terminal = try started()
    terminal.send("uu")
    try #require(terminal.wait(forText: "https://example.org/2\u{1B}\\link one"))
    let shown = terminal.output.count
    terminal.send("u")
    #expect(
      terminal.wait(
        forText: "\u{1B}7\u{1B}[13;3H\u{1B}[0;4;34mlink one\u{1B}[m\u{1B}8", after: shown))
  }

  @Test func aScreenThatIsWrittenWholeHasItsLinksAgain() throws {
    let terminal = try started()
    terminal.send("u")
    try #require(terminal.wait(forText: Self.end))
    let shown = terminal.output.count
    terminal.send("\u{C}")
    #expect(terminal.wait(forText: "https://example.org/1", after: shown))
  }

  @Test(
    arguments: [
      ["TERM": "xterm-256color"], ["TERM": "linux", "VTE_VERSION": "7200"],
      ["TERM": "vt100", "WT_SESSION": "1"], ["TERM": "screen", "STY": "1.tty"],
      ["TERM": "tmux-256color", "TMUX": "x", "VTE_VERSION": "7200"],
      ["TERM": "foot", "LC_ALL": "C"],
    ])
  func unknownTerminalsAreSentNothing(environment: [String: String]) throws {
    let terminal = try started(environment)
    terminal.send("uj")
    try #require(terminal.wait(forText: "key j"))
    #expect(count(of: "\u{1B}]8", in: terminal) == 0)
  }

  private func started(_ environment: [String: String] = ["TERM": "foot"]) throws -> PseudoTerminal
  {
    let terminal = try PseudoTerminal(columns: 60, rows: 20)
    // Where the database has no such terminal the common one is taken.
    try terminal.start(
      BuiltProduct.path("terminal-probe"),
      environment: ["LANG": "C.UTF-8"].merging(environment) { $1 })
    try #require(terminal.wait(forText: "ready"))
    return terminal
  }

  private func count(of text: String, in terminal: PseudoTerminal) -> Int {
    var (rest, count) = (String(decoding: terminal.output, as: UTF8.self)[...], 0)
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
