import TestSupport
import Testing

/// A canvas in a real terminal, and its keys.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct TerminalInTmuxTests {
  @Test func aFrameIsShownAndKeysAreReported() throws {
    let session = try started(columns: 40, rows: 8)
    session.press("j", "C-d", "Up", "F5", "BTab", "M-b", "PPage", "C-c", "é", "Escape")
    #expect(session.wait(forText: "10 events"))
    #expect(
      session.screen == [
        "┌─probe 40x8 ✓ 中──────────────────────┐",
        "│ key S-Tab                            │",
        "│ key A-b                              │",
        "│ key PgUp                             │",
        "│ key C-c                              │",
        "│ key é                                │",
        "│ key Esc                              │",
        "└─10 events────────────────────────────┘",
      ])
  }

  @Test func theScreenFollowsTheWindow() throws {
    let session = try started(columns: 40, rows: 8)
    for (columns, rows) in [(20, 5), (200, 50), (1, 1), (1, 60), (300, 1), (60, 12)] {
      session.resize(columns: columns, rows: rows)
    }
    #expect(session.wait(forText: "probe 60x12"))
    #expect(session.wait { $0.first?.hasSuffix("┐") == true && $0.last?.hasPrefix("└─") == true })
    #expect(session.screen.allSatisfy { $0.unicodeScalars.count >= 59 })
  }

  @Test func theCursorIsWhereTheCanvasSays() throws {
    let session = try started(columns: 40, rows: 8)
    #expect(session.variable("cursor_flag") == "0")
    session.press("j", "k")
    #expect(session.wait(forText: "key k"))
    #expect(session.variable("cursor_flag") == "1")
    #expect(session.variable("cursor_y") == "3")
    #expect(session.variable("alternate_on") == "1")
  }

  @Test func pastedTextIsNoKeys() throws {
    let session = try started(columns: 60, rows: 8)
    session.tmux("set-buffer", arguments: ["q\nqq"])
    session.tmux("paste-buffer", "-p")
    #expect(session.wait(forText: "paste 4 q qq"))
  }

  @Test func anotherThreadCanCall() throws {
    let session = try started(columns: 40, rows: 8)
    session.press("w")
    #expect(session.wait(forText: "woken"))
  }

  @Test func aShellGetsTheTerminalBackOnSuspension() throws {
    let session = try TmuxSession(columns: 60, rows: 12, command: ["/bin/sh", "-i"])
    session.type("stty -g >/dev/null; \(BuiltProduct.path("terminal-probe"))\n")
    try #require(session.wait(forText: "ready"))
    session.press("C-z")
    #expect(session.wait(forText: "Stopped"))
    #expect(session.variable("alternate_on") == "0")
    #expect(session.variable("cursor_flag") == "1")
    session.type("fg\n")
    #expect(session.wait(forText: "resumed"))
    #expect(session.variable("alternate_on") == "1")
    session.press("j")
    #expect(session.wait(forText: "key j"))
    session.press("q")
    #expect(session.wait { $0.last { !$0.isEmpty } == "$" })
  }

  @Test func withoutAShellItIsNotSuspended() throws {
    let session = try started(columns: 40, rows: 8)
    session.press("C-z")
    #expect(session.wait(forText: "no shell to go to"))
    session.tmux("run-shell", arguments: ["kill -TSTP \(session.variable("pane_pid"))"])
    session.press("j")
    #expect(session.wait(forText: "key j"))
  }

  @Test func aProgramCanRunInFront() throws {
    let session = try started(columns: 40, rows: 8)
    session.press("x")
    #expect(session.wait(forText: "in front"))
    #expect(session.variable("alternate_on") == "0")
    session.press("Enter")
    #expect(session.wait(forText: "key x"))
    #expect(session.variable("alternate_on") == "1")
  }

  @Test(arguments: [
    ("C", "+-probe"), ("POSIX", "+-probe"), ("ja_JP.eucJP", "+-probe"), ("xx_YY.bogus", "+-probe"),
    ("", "┌─probe"), ("C.UTF-8", "┌─probe"), ("xx_YY.utf8@euro", "┌─probe"),
  ])
  func bordersAreThoseOfTheLocale(locale: String, corner: String) throws {
    let session = try started(columns: 40, rows: 8, environment: ["LC_ALL": locale, "LANG": ""])
    #expect(session.screen[0].hasPrefix(corner))
    #expect(session.screen[0].contains(corner == "+-probe" ? "? ? -" : "✓ 中─"))
  }

  @Test(arguments: [("1", false), ("", true)])
  func colorsCanBeTurnedOff(noColor: String, isColored: Bool) throws {
    let session = try started(columns: 40, rows: 8, environment: ["NO_COLOR": noColor])
    #expect(session.styledScreen.contains("\u{1B}[34m") == isColored)
    #expect(session.styledScreen.contains("\u{1B}[1m"))
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "rxvt-unicode-256color", "linux", "vt220"])
  func stylesBeginAndEndWhereTheyShould(type: String) throws {
    let session = try TmuxSession(
      columns: 40, rows: 8,
      command: ["/usr/bin/env", "TERM=\(type)", BuiltProduct.path("terminal-probe")])
    try #require(session.wait(forText: "ready"))
    session.press("j")
    #expect(session.wait(forText: "1 events"))
    let rows = session.styledScreen.split(separator: "\n")
    let title = rows[0].prefix { $0 != "\u{4E2D}" }
    #expect(title.contains("\u{1B}[1m"))
    #expect(title.contains("\u{1B}[93m") || !type.hasPrefix("xterm"))
    #expect(rows[0].contains("\u{4E2D}\u{1B}[0m"), "\(rows[0])")
    #expect(rows.last?.contains("\u{1B}[7m") == true)
    #expect(rows.last?.contains("1 events\u{1B}[0m") == true)
    #expect(rows[1].contains(" ready"))
    #expect(!rows[1].contains("\u{1B}[7m") && !rows[1].contains("\u{1B}[1m"))
  }

  private func started(
    columns: Int, rows: Int, environment: [String: String] = [:]
  ) throws -> TmuxSession {
    let session = try TmuxSession(
      columns: columns, rows: rows, command: [BuiltProduct.path("terminal-probe")],
      environment: environment)
    try #require(session.wait(forText: "ready"))
    return session
  }
}
