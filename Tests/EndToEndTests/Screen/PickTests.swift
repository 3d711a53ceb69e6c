import TestSupport
import Testing

/// `awl pick` in a real terminal, its output in a pipe.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct PickTests {
  /// A terminal in which a shell runs a line and says what came of it; the last line has the exit status.
  private func screen(_ home: AwlHome, _ line: String) throws -> TmuxSession {
    let session = try TmuxSession(
      columns: 100, rows: 30,
      command: ["/bin/sh", "-c", line + "; echo \"status $?\"; exec cat"],
      environment: home.environment.merging(["awl": AwlHome.program]) { $1 })
    try #require(session.wait(forText: "84/84"))
    return session
  }

  @Test func theChosenURLGoesToThePipeAndTheScreenToTheTerminal() throws {
    let home = try AwlHome()
    let session = try screen(
      home, "picked=$($awl pick); echo \"got [$picked]\"; [ -n \"$picked\" ]")
    session.type("tensorboard")
    #expect(session.wait(forText: "1/84"))
    session.press("Enter")
    #expect(session.wait(forText: "status 0"))
    #expect(session.screen.contains { $0.hasPrefix("got [https://") && $0.hasSuffix("]") })
    #expect(session.variable("alternate_on") == "0")
  }

  @Test func severalAreMarkedWithTab() throws {
    let home = try AwlHome()
    let session = try screen(home, "$awl pick | cat -A")
    session.press("Tab", "Tab")
    #expect(session.wait(forText: "2 marked  84/84"))
    session.press("Enter")
    #expect(session.wait(forText: "status"))
    #expect(session.screen.filter { $0.hasPrefix("https://") && $0.hasSuffix("$") }.count == 2)
  }

  @Test(arguments: ["Escape", "C-c"])
  func cancellingExitsWith130(key: String) throws {
    let home = try AwlHome()
    let session = try screen(home, "$awl pick > \(home.folder("picked"))")
    session.press(key)
    #expect(session.wait(forText: "status 130"))
    #expect(text(home.folder("picked")).isEmpty)
  }

  @Test func nothingThatMatchesIs1() throws {
    let home = try AwlHome()
    let session = try screen(home, "$awl pick > /dev/null")
    session.type("zzzzzz")
    #expect(session.wait(forText: "0/84"))
    session.press("Enter")
    #expect(session.wait(forText: "status 1"))
  }

  @Test func itBeginsWithTheGivenFilter() throws {
    let home = try AwlHome()
    let session = try TmuxSession(
      columns: 100, rows: 30,
      command: ["/bin/sh", "-c", "\"$awl\" pick --filter tensorboard | cat; exec cat"],
      environment: home.environment.merging(["awl": AwlHome.program]) { $1 })
    try #require(session.wait(forText: "1/84"))
    session.press("Enter")
    #expect(session.wait { $0.contains { $0.hasPrefix("https://") } })
  }
}
