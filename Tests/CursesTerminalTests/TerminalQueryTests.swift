import TestSupport
import Testing

/// The queries sent to the terminal, and the handling of its responses.
struct TerminalQueryTests {
  private static let modesQuestion = "\u{1B}[?2026$p\u{1B}[c"
  private static let backgroundQuestion = "\u{1B}]11;?\u{1B}\\\u{1B}[c"

  @Test(arguments: ["xterm-256color", "tmux-256color", "screen", "alacritty", "foot"])
  func aTerminalThatUnderstandsIsAskedOnce(type: String) throws {
    let terminal = try started(["TERM": type])
    #expect(count(of: Self.modesQuestion, in: terminal) == 1)
    #expect(count(of: "\u{1B}]11", in: terminal) == 0, "nothing needs the background")
  }

  @Test(arguments: [
    ["TERM": "linux"], ["TERM": "vt100"], ["TERM": "vt220"], ["TERM": "ansi"], ["TERM": ""],
    ["TERM": "bogus"], ["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"],
  ])
  func aTerminalThatMightPrintTheQueryIsNotQueried(environment: [String: String]) throws {
    let terminal = try started(environment)
    terminal.send("g")
    #expect(terminal.wait(forText: "background unknown"))
    #expect(count(of: "$p", in: terminal) == 0)
    #expect(count(of: "\u{1B}]11", in: terminal) == 0)
    #expect(count(of: "\u{1B}[c", in: terminal) == 0)
  }

  @Test func theBackgroundIsReported() throws {
    let terminal = try started(answeringModes: "\u{1B}[?2026;0$y", delay: "5000")
    terminal.send("g")
    try #require(terminal.wait(forText: Self.backgroundQuestion))
    terminal.send("k\u{1B}]11;rgb:fdfd/f6f6/e3e3\u{1B}\\\u{1B}[?62c")
    #expect(terminal.wait(forText: "background 253 246 227"))
    #expect(terminal.wait(forText: "key k"), "what was typed meanwhile is not lost")
  }

  @Test func aTerminalWithoutTheQueryCausesNoWait() throws {
    let terminal = try started(answeringModes: "", delay: "5000")
    terminal.send("g")
    try #require(terminal.wait(forText: Self.backgroundQuestion))
    let asked = ContinuousClock.now
    terminal.send("\u{1B}[?62c")
    #expect(terminal.wait(forText: "background unknown"))
    #expect(ContinuousClock.now - asked < .seconds(4), "it would wait for five")
  }

  @Test func aLateAnswerIsSwallowed() throws {
    let terminal = try started(answeringModes: "")
    terminal.send("g")
    #expect(terminal.wait(forText: "background unknown"), "after 100 ms it goes on without")
    let seen = terminal.output.count
    terminal.send("\u{1B}]11;rgb:0000/0000/0000\u{7}\u{1B}[?62cj")
    #expect(terminal.wait(forText: "key j", after: seen))
    let after = String(decoding: terminal.output[seen...], as: UTF8.self)
    #expect(after.occurrences(of: "key ") == 1, "no part of the answer is a key")
  }

  @Test func framesAreBracketedOnceTheTerminalReportsSupport() throws {
    let terminal = try started(answeringModes: "\u{1B}[?2026;2$y")
    terminal.send("j")
    try #require(terminal.wait(forText: "key j"))
    try #require(terminal.wait(forText: "\u{1B}[?2026l"))
    let text = String(decoding: terminal.output, as: UTF8.self)
    let frame = text.components(between: "\u{1B}[?2026h", and: "\u{1B}[?2026l")
    #expect(frame?.contains("key j") == true)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(
      count(of: "\u{1B}[?2026h", in: terminal) == count(of: "\u{1B}[?2026l", in: terminal),
      "each update ends")
  }

  @Test(arguments: ["\u{1B}[?2026;0$y", "\u{1B}[?2026;4$y", ""])
  func framesAreNotBracketedWhereTheTerminalCannot(answer: String) throws {
    let terminal = try started(answeringModes: answer)
    terminal.send("j")
    #expect(terminal.wait(forText: "key j"))
    #expect(count(of: "\u{1B}[?2026h", in: terminal) == 0)
  }

  @Test func anAnswerThatNobodyAskedForIsIgnored() throws {
    let terminal = try started(answeringModes: "\u{1B}[?2026;0$y")
    terminal.send("\u{1B}[?2026;2$yj")
    #expect(terminal.wait(forText: "key j"))
    #expect(count(of: "\u{1B}[?2026h", in: terminal) == 0)
  }

  @Test func quittingBeforeTheResponseLeavesNothingForTheShell() throws {
    let terminal = try PseudoTerminal(columns: 60, rows: 10)
    let script = "\(BuiltProduct.path("terminal-probe")); read -r word; echo \"<$word>\""
    try terminal.start(
      "/bin/sh", ["-c", script],
      environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8", "ESCDELAY": "5000"])
    try #require(terminal.wait(forText: Self.modesQuestion))
    terminal.send("q")
    #expect(!terminal.wait(forText: "\u{1B}[?2004l", timeout: .milliseconds(50)))
    terminal.send("\u{1B}[?2026;2$y\u{1B}[?62c")
    try #require(terminal.wait(forText: "\u{1B}[?2004l"))
    terminal.send("typed\n")
    #expect(terminal.wait(forText: "<typed>"))
  }

  @Test(arguments: ["S", "A"])
  func aCrashEndsAnOpenUpdate(key: String) throws {
    let terminal = try started(answeringModes: "\u{1B}[?2026;2$y")
    let shown = terminal.output.count
    terminal.send(key)
    _ = terminal.waitForEnd()
    #expect(terminal.wait(forText: "\u{1B}[?2026l", after: shown))
  }

  private func started(_ environment: [String: String]) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(columns: 60, rows: 10)
    try terminal.start(
      BuiltProduct.path("terminal-probe"),
      environment: environment.merging(["LANG": "C.UTF-8"]) { $1 })
    try #require(terminal.wait(forText: "ready"))
    return terminal
  }

  /// An xterm that has answered the first question like this, and that it answers no more.
  ///
  /// - Parameter delay: how long the probe waits for responses, in milliseconds from 100 on.
  private func started(
    answeringModes answer: String, delay: String = "100"
  ) throws -> PseudoTerminal {
    let terminal = try started(["TERM": "xterm-256color", "ESCDELAY": delay])
    try #require(terminal.wait(forText: Self.modesQuestion))
    terminal.send(answer + "\u{1B}[?62;22c")
    return terminal
  }

  private func count(of text: String, in terminal: PseudoTerminal) -> Int {
    String(decoding: terminal.output, as: UTF8.self).occurrences(of: text)
  }
}

extension String {
  /// How often a text occurs, overlaps not counted.
  fileprivate func occurrences(of text: String) -> Int {
    var (rest, count) = (self[...], 0)
    while let range = rest.firstRange(of: text) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }

  /// Returns the text between the first occurrences of two texts.
  fileprivate func components(between start: String, and end: String) -> Substring? {
    guard let first = firstRange(of: start) else { return nil }
    let rest = self[first.upperBound...]
    return rest.firstRange(of: end).map { rest[..<$0.lowerBound] }
  }
}
