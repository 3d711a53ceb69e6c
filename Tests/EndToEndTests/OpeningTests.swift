import Glibc
import TestSupport
import Testing

/// What the built program starts for a link, and what it never starts.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct OpeningTests {
  @Test func theOpenerGetsTheLinkAsItsOnlyArgument() throws {
    let home = try AwlHome()
    let opener = try opener(in: home)
    let session = try home.screen(environment: ["BROWSER": opener])
    session.press("o")
    #expect(session.wait(forText: "opened https://aimstack.io"))
    #expect(session.wait { _ in calls(in: home) == ["1 https://aimstack.io"] })
  }

  @Test(arguments: [
    "-oProxyCommand=touch", "--help", "javascript:alert(1)", "JaVaScRiPt:alert(1)",
    "file:///etc/passwd", "data:text/html,x", "x-man-page:///ls", "//evil.example/x",
  ])
  func nothingIsStartedForOtherThanWebLinks(link: String) throws {
    let home = try AwlHome()
    let opener = try opener(in: home)
    let page = try home.file("page.md", "# Traps\n\n## Links\n\n- [A trap](\(link)) - Do not.\n")
    let session = try home.screen([page], environment: ["BROWSER": opener], shown: "1/1")
    session.press("o")
    #expect(session.wait(forText: "not opened"))
    usleep(200_000)
    #expect(calls(in: home).isEmpty)
  }

  @Test func linksAreNotReadByAShell() throws {
    let home = try AwlHome()
    let opener = try opener(in: home)
    let link = "https://example.org/$(touch${IFS}\(home.folder("trap")))`id`;id"
    let page = try home.file("page.md", "# Traps\n\n## Links\n\n- [A trap](<\(link)>) - Do not.\n")
    let session = try home.screen([page], environment: ["BROWSER": opener], shown: "1/1")
    session.press("o")
    #expect(session.wait { _ in calls(in: home).count == 1 })
    #expect(calls(in: home).first?.hasPrefix("1 https://example.org/$(touch$%7BIFS%7D") == true)
    #expect(access(home.folder("trap"), F_OK) != 0)
  }

  @Test func aFailureOfTheOpenerIsShown() throws {
    let home = try AwlHome()
    let opener = try home.file(
      "opener", "#!/bin/sh\nprintf 'no \\033[31mwindow\\n' >&2\nexit 7\n", mode: 0o700)
    let session = try home.screen(environment: ["BROWSER": opener])
    session.press("o")
    #expect(session.wait(forText: "ended with 7: no ␛[31mwindow"))
  }

  @Test func theScreenAnswersWhileAnOpenerHangs() throws {
    let home = try AwlHome()
    let opener = try home.file("opener", "#!/bin/sh\nexec sleep 20\n", mode: 0o700)
    let session = try home.screen(environment: ["BROWSER": opener])
    session.press("o", "j", "j", "o", "j")
    #expect(session.wait(forText: " 4/84 ─", timeout: .seconds(5)))
    session.press("q")
    #expect(session.wait(forText: "status 0", timeout: .seconds(5)))
  }

  /// A program that notes the number of its arguments, and these, as one line.
  private func opener(in home: AwlHome) throws -> String {
    try home.file(
      "opener", "#!/bin/sh\nprintf '%s\\n' \"$# $*\" >> '\(home.folder("calls"))'\n", mode: 0o700)
  }

  private func calls(in home: AwlHome) -> [String] {
    text(home.folder("calls")).utf8.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
  }
}
