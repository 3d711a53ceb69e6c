import Foundation
import TestSupport
import Testing

/// `awl config`, and the screen under a configuration of the user's own.
struct ConfigurationTests {
  private let home: AwlHome

  init() throws { home = try AwlHome() }

  @Test func initWritesAFileThatChecksAndLeavesOneThatIsThere() throws {
    let path = home.folder(".config/awl/config.toml")
    #expect(try home.output("$awl config path") == "\(path)\nstatus 0\n")
    #expect(try home.output("$awl config check").contains("awl config init writes one\nstatus 0"))
    #expect(try home.output("$awl config init") == "wrote \(path)\nstatus 0\n")
    #expect(try home.output("$awl config check") == "\(path): no problems\nstatus 0\n")
    let again = try home.output("$awl config init")
    #expect(again.contains("already exists: move it away") && again.hasSuffix("status 5\n"))
    #expect(try home.output("$awl config show | grep -vc '# default$'").hasPrefix("0\n"))
  }

  @Test func showSaysWhereEachValueComesFrom() throws {
    try home.configure("\nscrolloff = 5\nthem = \"x\"\n")
    let output = try home.output("$awl config show")
    #expect(output.contains("scrolloff = 5                     # config.toml:2\n"))
    #expect(output.contains(":3:1: there is no setting them: did you mean theme?"))
    let check = try home.output("$awl config check")
    #expect(
      check.hasSuffix("config.toml:3:1: there is no setting them: did you mean theme?\nstatus 4\n"))
  }

  @Test(arguments: ["scrolloff = = 3\n", "\u{0}\u{1}", "[keys.global]\n\"q\" = \"nothing\"\n"])
  func aBrokenFileNeverStopsTheScreen(text: String) throws {
    try home.configure(text)
    let session = try home.screen()
    #expect(session.wait(forText: "config.toml:"))
    session.press("j")
    #expect(session.wait(forText: "Awesome Seml"))
  }

  @Test func keysAndSettingsAreInForceAndReadAgain() throws {
    try home.configure("hints = false\n[keys.entries]\nX = [\"bookmark\", \"move-down\"]\n")
    let session = try home.screen()
    #expect(session.wait(forText: "84 entries"))
    #expect(!session.screen.joined().contains("? help"))
    session.press("X")
    #expect(session.wait { _ in home.bookmarkLines.count == 2 })
    #expect(session.wait(forText: " b "))
    try home.configure("hints = true\n")
    session.type(":reload")
    session.press("Enter")
    #expect(session.wait(forText: "configuration read"))
    #expect(session.wait(forText: "? help"))
    session.press("X")
    #expect(session.wait(forText: "X does nothing here"))
  }

  @Test func keysThatWaitShowWhatCanFollow() throws {
    let session = try home.screen()
    #expect(session.wait(forText: "84 entries"))
    session.press("g")
    #expect(session.wait(forText: "Show the bookmarks"))
    session.press("g")
    #expect(session.wait { !$0.joined().contains("Show the bookmarks") })
  }

  @Test func aThemeIsShownWhileItsNameIsTypedAndKeptWithEnter() throws {
    let session = try home.screen()
    session.type(":theme nord")
    #expect(session.wait { _ in session.styledScreen.contains("48;5;") })
    session.press("Escape")
    #expect(session.wait { _ in !session.styledScreen.contains("48;5;") })
    session.type(":theme gruv")
    session.press("Tab", "Enter")
    #expect(session.wait(forText: "theme gruvbox-dark"))
    #expect(session.wait { _ in session.styledScreen.contains("48;5;235") })
  }

  @Test func noRandomConfigurationStopsTheStart() throws {
    var random = RandomConfiguration(seed: 23)
    for _ in 0..<(isSoak ? 300 : 12) {
      let text = random.text()
      try home.configure(text)
      let terminal = try home.terminal("exec $awl --no-restore")
      // A small screen, a plain one and one without panes show other numbers; all can be quit.
      #expect(terminal.wait(forText: "awl"), "\(text)")
      _ = terminal.wait(forText: "84", timeout: .seconds(3))
      terminal.send(":quit\r")
      #expect(terminal.waitForEnd() == .exited(0), "\(text)")
      let check = try home.output("$awl config check")
      #expect(check.hasSuffix("status 0\n") || check.hasSuffix("status 4\n"), "\(text)")
    }
  }
}
