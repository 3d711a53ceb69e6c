import TestSupport
import Testing

/// The built program in a real terminal: a user's way through the built-in list.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct BrowsingTests {
  @Test func theStartShowsTheBuiltInList() throws {
    let home = try AwlHome()
    let session = try home.screen()
    let screen = session.screen
    #expect(screen[0].hasPrefix(" awl  Awesome Seml (SE-ML/awesome-seml) · 84 entries"))
    #expect(screen[2].contains("All                   84"))
    #expect(screen[2].contains("Aim is an open source experiment tracking tool."))
    #expect(screen.contains { $0.contains("Tooling               27") })
    #expect(screen.last?.contains("? help") == true)
    #expect(session.variable("alternate_on") == "1")
  }

  @Test func theCursorMovesThroughEntriesAndPanes() throws {
    let home = try AwlHome()
    let session = try home.screen()
    session.press("j")
    #expect(session.wait(forText: "2/84"))
    #expect(session.wait { $0.contains { $0.contains("2021-12-06, Monday,") } })
    session.press("5", "j", "G")
    #expect(session.wait(forText: "84/84 ─"))
    session.press("g", "g")
    #expect(session.wait(forText: " 1/84 ─"))
    // Into the detail and out, then to the categories, of which the first is the top one.
    session.press("l")
    #expect(session.wait(forText: "h back"))
    session.press("h")
    session.press("h", "j")
    #expect(session.wait(forText: " 1/6 ─"))
    session.press("Tab", "Tab", "G")
    #expect(session.wait(forText: " 6/6 ─"))
  }

  @Test func theFilterNarrowsWhileItIsTyped() throws {
    let home = try AwlHome()
    let session = try home.screen()
    session.press("j", "j")
    #expect(session.wait(forText: " 3/84 ─"))
    session.type("/tensor")
    // The count is on the typed line, which is drawn before the rows.
    #expect(
      session.wait { screen in
        screen.contains { $0.contains(" 6/84") }
          && screen.contains { $0.contains("TensorBoard") }
          && !screen.contains { $0.contains("PyTorch Lightning") }
      })
    session.type("flow ext")
    #expect(session.wait(forText: "2/84"))
    session.press("Escape")
    #expect(session.wait(forText: " 3/84 ─"))
  }

  @Test(arguments: [(200, 50), (120, 40), (80, 24), (40, 12)])
  func theScreenFitsTheTerminal(columns: Int, rows: Int) throws {
    let home = try AwlHome()
    let session = try home.screen()
    session.press("j")
    session.resize(columns: columns, rows: rows)
    #expect(
      session.wait { screen in
        screen.count == rows && screen[0].hasPrefix(" awl  Awesome Seml")
          && screen.contains { $0.contains("Understanding Softwa") }
          && screen[rows - 2].hasSuffix("84/84") && screen[rows - 2].count == columns - 1
          && screen.last?.contains("? help") == true
      }, "\(session.screen)")
    session.press("q")
    #expect(session.wait(forText: "status 0"))
  }

  @Test func aScreenThatIsTooSmallSaysSoAndGrowsAgain() throws {
    let home = try AwlHome()
    let session = try home.screen()
    session.press("j")
    // A screen that is too small takes no such key.
    try #require(session.wait(forText: " 2/84 ─"))
    for (columns, rows) in [(20, 5), (1, 1), (300, 2)] {
      session.resize(columns: columns, rows: rows)
    }
    session.resize(columns: 20, rows: 5)
    #expect(session.wait { $0.first == "awl needs 24x6" })
    session.resize(columns: 80, rows: 24)
    #expect(session.wait(forText: " 2/84 ─"), "\(session.screen)")
    session.resize(columns: 20, rows: 5)
    session.press("q")
    #expect(session.wait(forText: "status 0"), "\(session.screen)")
  }

  @Test func aShellGetsTheTerminalBackWhileAwlIsSuspended() throws {
    let home = try AwlHome()
    let session = try TmuxSession(
      columns: 100, rows: 30, command: ["/bin/sh", "-i"], environment: home.environment)
    session.type("\(AwlHome.program)\n")
    try #require(session.wait(forText: "84/84"))
    session.press("j", "C-z")
    #expect(session.wait(forText: "Stopped"))
    #expect(session.variable("alternate_on") == "0")
    #expect(session.variable("cursor_flag") == "1")
    session.type("fg\n")
    #expect(session.wait(forText: " 2/84 ─"))
    #expect(session.variable("alternate_on") == "1")
    session.press("j")
    #expect(session.wait(forText: " 3/84 ─"))
    session.press("q")
    #expect(session.wait { _ in session.variable("alternate_on") == "0" })
    session.type("echo status $?\n")
    #expect(session.wait(forText: "status 0"))
  }

  @Test func withoutUTF8EverythingIsASCII() throws {
    let home = try AwlHome()
    let session = try home.screen(environment: ["LANG": "C"])
    #expect(session.screen[1].hasPrefix("- Categories ---------------|- Entries ---"))
    #expect(session.screen.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } })
  }

  @Test(arguments: [("1", false), ("", true)])
  func colorsCanBeTurnedOff(noColor: String, isColored: Bool) throws {
    let home = try AwlHome()
    let session = try home.screen(environment: ["NO_COLOR": noColor])
    let screen = Array(session.styledScreen.utf8)
    let colors = (30..<38).map { Array("\u{1B}[\($0)m".utf8) }
    #expect(colors.contains { screen.firstRange(of: $0) != nil } == isColored)
    // The focus and the selection are reported without them.
    #expect(screen.firstRange(of: Array("\u{1B}[1m".utf8)) != nil)
    #expect(screen.firstRange(of: Array("7m".utf8)) != nil)
  }
}
