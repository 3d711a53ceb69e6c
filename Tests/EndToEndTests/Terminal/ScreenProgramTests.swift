import TestSupport
import Testing

/// awl in GNU screen, which passes on few of the sequences it does not know.
@Suite(.enabled(if: ScreenSession.isInstalled, "needs screen and tmux"))
struct ScreenProgramTests {
  @Test func theClipboardOfTheTerminalAroundItIsReached() throws {
    let home = try AwlHome()
    let terminal = try PseudoTerminal(columns: 100, rows: 30)
    let variables = home.environment.merging(["SCREENDIR": home.folder("sockets")]) { $1 }
    _ = try home.output("mkdir -m 700 $HOME/sockets")
    try terminal.start(
      "/usr/bin/screen", ["-U", "-c", "/dev/null", AwlHome.program], environment: variables)
    try #require(terminal.wait(forText: "84/84"))
    terminal.send("yy")
    // As the terminal takes it: screen has taken the wrapping off.
    #expect(terminal.wait(forText: "\u{1B}]52;c;aHR0c"))
    #expect(terminal.wait(forText: "OSC 52 through screen"))
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains("\u{1B}P\u{1B}]52"))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func theScreenIsDrawnAndDatesAreInTheirColumn() throws {
    let home = try AwlHome()
    let session = try ScreenSession(
      columns: 100, rows: 30, command: [AwlHome.program], environment: home.environment)
    #expect(session.wait(forText: "84/84"))
    session.outer.press("j", "j", "?")
    #expect(session.wait(forText: "Commands"))
    session.outer.press("q")
    #expect(session.wait(forText: " 3/84 "))
    let rows = session.rows
    #expect(rows.count == 30)
    #expect(rows.allSatisfy { $0.unicodeScalars.count <= 100 })
    #expect(
      rows.filter { $0.hasSuffix("2023-05-22") }.allSatisfy { $0.unicodeScalars.count == 100 })
  }
}
