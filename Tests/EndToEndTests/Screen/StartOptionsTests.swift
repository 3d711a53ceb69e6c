import TestSupport
import Testing

/// Where the screen starts, and what it restores from the previous run.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct StartOptionsTests {
  @Test func theScreenBeginsWithTheFilterAndTheListOfTheCommandLine() throws {
    let home = try AwlHome()
    let session = try home.screen(
      ["--filter", "tensorboard", "--list", "SE-ML/awesome-seml"], shown: "1/84")
    #expect(session.screen.contains { $0.contains("/tensorboard") })
    session.press("Escape")
    #expect(session.wait(forText: "84/84"))
  }

  @Test func withoutATerminalTheSameIsPrinted() throws {
    let home = try AwlHome()
    let text = try home.output("$awl --filter tensorboard --list seml")
    #expect(text.hasSuffix("status 0\n") && text.utf8.filter { $0 == 10 }.count == 2)
    #expect(try home.output("$awl --filter zzzzzz") == "status 1\n")
    #expect(
      try home.output("$awl --list nowhere 2>&1")
        == "awl: there is no list nowhere: awl lists shows all\nstatus 2\n")
    #expect(try home.output("$awl --filter stars:x 2>&1").hasSuffix("status 2\n"))
  }

  @Test func filtersComeBackInTheNextRun() throws {
    let home = try AwlHome()
    for filter in ["tensor", "keras"] {
      let session = try home.screen(["--no-restore"])
      session.type("/" + filter)
      session.press("Enter")
      try #require(
        session.wait { $0.contains { $0.contains("/" + filter) && !$0.contains("84/84") } })
      session.press("q")
      #expect(session.wait(forText: "status 0"))
    }
    let session = try home.screen(["--no-restore"])
    session.type("/")
    session.press("Up", "Up")
    #expect(session.wait(forText: "/tensor"))
    session.press("Down")
    #expect(session.wait(forText: "/keras"))
  }
}
