import Glibc
import TestSupport
import Testing

/// Quitting and starting again: the user is where he was.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct RestoringTests {
  private let home: AwlHome

  init() throws {
    home = try AwlHome()
  }

  private var path: String { home.folder(".local/state/awl/session.json") }

  /// Leaves a screen at the third entry by name of a category, with a filter.
  private func leaveSession() throws -> [String] {
    let session = try home.screen()
    session.press("h", "j", "j", "j", "l", ",", "n", "/")
    session.type("model")
    session.press("Enter", "j")
    // Any message has gone from the status line, and the detail has followed the quick keys.
    try #require(session.wait { screen in screen.contains { $0.hasSuffix("2/16") } })
    try #require(session.wait(forText: "http://hummer.io"))
    let screen = session.screen
    session.press("q")
    try #require(session.wait(forText: "status 0"))
    return screen
  }

  @Test func quittingAndStartingAgainShowsTheSameScreen() throws {
    let left = try leaveSession()
    let session = try home.screen(shown: "2/16")
    // The status line has what awl reports at a start.
    session.wait { $0.dropLast(2).elementsEqual(left.dropLast(2)) }
    for (restored, line) in zip(session.screen.dropLast(2), left.dropLast(2)) {
      #expect(restored == line)
    }
    #expect(session.screen.contains { $0.contains("/model") })
  }

  @Test func argumentsWinOverTheSession() throws {
    _ = try leaveSession()
    let list = try home.screen(["--list", "seml"], shown: "84/84")
    #expect(list.screen.first?.contains("by name") == true)
    let filtered = try home.screen(["--filter", "tensorboard"], shown: "1/84")
    #expect(!filtered.screen.contains { $0.contains("/model") })
    let fresh = try home.screen(["--no-restore"], shown: "84/84")
    #expect(fresh.screen.first?.contains("by name") == false)
  }

  @Test func pagesAndPickLeaveTheSessionAlone() throws {
    _ = try leaveSession()
    let saved = text(path)
    let page = try home.file("page.md", "# A Page\n\n- [One](https://one.example) - First\n")
    let session = try home.screen([page], shown: "1/1")
    session.press("q")
    try #require(session.wait(forText: "status 0"))
    let pick = try home.screen(["pick"], shown: "84/84")
    pick.press("Escape")
    try #require(pick.wait(forText: "status 130"))
    #expect(text(path) == saved)
  }

  @Test func aSessionThatIsKilledBySIGTERMIsSavedToo() throws {
    let terminal = try home.terminal()
    try #require(terminal.wait(forText: "84/84"))
    terminal.send("jj")
    terminal.send("/keras\r")
    try #require(terminal.wait(forText: "/keras"))
    kill(terminal.process, SIGTERM)
    _ = terminal.waitForEnd()
    #expect(text(path).contains("\"filter\":\"keras\""))
  }

  @Test func aDamagedSessionIsIgnoredAndLogged() throws {
    _ = try leaveSession()
    let damaged = String(text(path).dropLast(40))
    _ = try home.file(".local/state/awl/session.json", damaged)
    let session = try home.screen(shown: "84/84")
    session.press("q")
    try #require(session.wait(forText: "status 0"))
    // The log has it, and the end of the run says nothing.
    #expect(text(home.folder(".local/state/awl/awl.log")).contains("session.json: not readable"))
    #expect(!session.screen.contains { $0.contains("session") })
    #expect(text(path).contains("\"filter\":\"\""))
  }
}
