import TestSupport
import Testing

/// What `awl doctor` asks of the terminal it runs in.
struct DoctorTerminalTests {
  /// A terminal in which doctor runs; it has sent its questions.
  ///
  /// - Parameter delay: how long it waits for the answers, in milliseconds.
  private func started(_ home: AwlHome, delay: Int = 5_000) throws -> PseudoTerminal {
    let terminal = try home.terminal(
      "$awl doctor; echo \"status $?\"; read -r line; echo \"[$line]\"",
      environment: ["ESCDELAY": "\(delay)"])
    try #require(terminal.wait(forText: "│\u{1B}[6n"))
    return terminal
  }

  private func output(_ terminal: PseudoTerminal) -> String {
    String(decoding: terminal.output, as: UTF8.self)
  }

  @Test func widthsAreThoseThatTheTerminalReports() throws {
    let terminal = try started(AwlHome())
    terminal.send("\u{1B}[7;3R\u{1B}[7;3R\u{1B}[7;3R\u{1B}[7;2R")
    #expect(terminal.wait(forText: "status "))
    #expect(output(terminal).contains("ok       width.emoji         2 columns"))
    #expect(output(terminal).contains("ok       width.lines         1 column"))
    #expect(output(terminal).contains("problem  width.ambiguous     "))
    #expect(output(terminal).contains("takes 2 columns here and 1 in awl"))
    #expect(output(terminal).contains("fix: set ambiguous-width = 2 in config.toml"))
  }

  @Test func theSettingIsWhatWidthsAreComparedWith() throws {
    let home = try AwlHome()
    try home.configure("ambiguous-width = 2\n")
    let terminal = try started(home)
    terminal.send("\u{1B}[7;3R\u{1B}[7;3R\u{1B}[7;3R\u{1B}[7;2R")
    #expect(terminal.wait(forText: "status "))
    #expect(output(terminal).contains("ok       width.ambiguous     2 columns"))
    #expect(output(terminal).contains("takes 1 column here and 2 in awl"))
    #expect(output(terminal).contains("fix: set ambiguous-width = 1 in config.toml"))
  }

  @Test func aLateAnswerIsSwallowedAndTheModesAreRestored() throws {
    let terminal = try PseudoTerminal(columns: 80, rows: 24)
    let home = try AwlHome()
    let modes = terminal.modes
    try terminal.start(
      "/bin/sh",
      ["-c", "\(AwlHome.program) doctor; echo \"status $?\"; read -r line; echo \"[$line]\""],
      environment: home.environment.merging(["ESCDELAY": "1000"]) { $1 })
    try #require(terminal.wait(forText: "│\u{1B}[6n"))
    // Nothing comes for longer than the limit; late answers are swallowed for five seconds.
    #expect(!terminal.wait(forText: "never written", timeout: .milliseconds(1_500)))
    terminal.send("\u{1B}[7;3R\u{1B}[7;3R\u{1B}[7;2R\u{1B}[7;2R")
    #expect(terminal.wait(forText: "status "))
    #expect(
      output(terminal).contains(
        "skipped  width.emoji         the terminal did not answer within 1000 ms"))
    #expect(terminal.modes == modes)
    terminal.send("typed\n")
    #expect(terminal.wait(forText: "[typed]"))
    #expect(!output(terminal).contains("7;3R"))
  }

  @Test(arguments: ["dumb", ""])
  func aTerminalThatCannotRespondGetsNoSequence(type: String) throws {
    let home = try AwlHome()
    let terminal = try home.terminal(
      "$awl doctor; echo \"status $?\"", environment: ["TERM": type])
    #expect(terminal.wait(forText: "status 1"))
    #expect(!terminal.output.contains(0x1B))
    #expect(output(terminal).contains("skipped  width.emoji         not queried"))
  }

  @Test func aTerminalThatNeverAnswersIsNotWaitedFor() throws {
    let terminal = try started(AwlHome(), delay: 25)
    #expect(terminal.wait(forText: "status "))
    #expect(
      output(terminal).contains("width.lines         the terminal did not answer within 100 ms"))
    #expect(output(terminal).contains("ok       terminal.size       80x24"))
  }

  @Test(.enabled(if: TmuxSession.isInstalled, "needs tmux"), arguments: [120, 80])
  func aRealTerminalResponds(columns: Int) throws {
    let home = try AwlHome()
    let session = try TmuxSession(
      columns: columns, rows: 50,
      command: ["/bin/sh", "-c", "\(AwlHome.program) doctor; exec cat"],
      environment: home.environment.merging(["ESCDELAY": "5000"]) { $1 })
    #expect(session.wait(forText: "folder.cache"))
    for check in ["width.emoji         2 columns", "width.ambiguous     1 column"] {
      #expect(session.screen.contains { $0.hasPrefix("ok       \(check)") }, "\(session.screen)")
    }
    #expect(session.screen.contains("ok       terminal.size       \(columns)x50"))
  }
}
