import Glibc
import TestSupport
import Testing

/// The programs that awl starts for a link, and those that it never starts.
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

  @Test func aTitleThatIsAnotherAddressIsReported() throws {
    let home = try AwlHome()
    let opener = try opener(in: home)
    let page = try home.file(
      "page.md", "# Traps\n\n## Links\n\n- [www.bank.example](https://b.example) - Do not.\n")
    let session = try home.screen([page], environment: ["BROWSER": opener], shown: "1/1")
    session.press("o")
    #expect(session.wait(forText: "the text says www.bank.example, the link leads to b.example"))
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
    let opener = try home.program(
      "opener", "#!/bin/sh\nprintf 'no \\033[31mwindow\\n' >&2\nexit 7\n")
    let session = try home.screen(environment: ["BROWSER": opener])
    session.press("o")
    #expect(session.wait(forText: "ended with 7: no ␛[31mwindow"))
  }

  @Test func theScreenRespondsWhileAnOpenerHangs() throws {
    let home = try AwlHome()
    let opener = try home.program("opener", "#!/bin/sh\nwhile [ -e \"$0\" ]; do sleep 1; done\n")
    let session = try home.screen(environment: ["BROWSER": opener])
    session.press("o", "j", "j", "o", "j")
    #expect(session.wait(forText: " 4/84 ─"))
    session.press("q")
    #expect(session.wait(forText: "status 0"))
  }

  @Test func aTextBrowserGetsTheTerminalAndTheScreenComesBack() throws {
    let home = try AwlHome()
    let browser = try home.program(
      "lynx", "#!/bin/sh\necho \"reading $1\"; stty -a | grep -o ' icanon'; read line\n")
    let session = try home.screen(environment: ["BROWSER": browser])
    session.press("o")
    #expect(session.wait(forText: "reading https://aimstack.io"))
    #expect(session.wait(forText: " icanon"))
    #expect(session.variable("alternate_on") == "0")
    session.press("Enter")
    #expect(session.wait { $0[0].hasPrefix(" awl  Awesome Seml") })
    session.press("j")
    #expect(session.wait(forText: " 2/84 ─"))
    session.press("q")
    #expect(session.wait(forText: "status 0"))
  }

  @Test func aTextBrowserThatIsSuspendedStopsAwlWithIt() throws {
    let home = try AwlHome()
    let browser = try home.program(
      "w3m", "#!/bin/sh\necho reading; kill -TSTP $$; echo read on; read line\n")
    let session = try TmuxSession(
      columns: 100, rows: 30, command: ["/bin/bash", "--norc", "-i"],
      environment: home.environment.merging(["BROWSER": browser]) { $1 })
    session.type("\(AwlHome.program)\n")
    try #require(session.wait(forText: "84/84"))
    session.press("o")
    #expect(session.wait(forText: "Stopped"))
    session.type("fg\n")
    #expect(session.wait(forText: "read on"))
    session.press("Enter")
    #expect(session.wait { $0[0].hasPrefix(" awl ") && $0.contains { $0.contains("84/84") } })
    session.press("q")
    #expect(session.wait { _ in session.variable("alternate_on") == "0" })
  }

  @Test func openingAndKeepingLeaveNothingOpen() throws {
    let home = try AwlHome()
    let opener = try opener(in: home)
    let terminal = try home.terminal(environment: ["BROWSER": opener])
    try #require(terminal.wait(forText: "84/84"))
    func use(_ times: Int) {
      for _ in 0..<times {
        let shown = terminal.output.count
        terminal.send("ob")
        #expect(terminal.wait(forText: "saved", after: shown) || terminal.wait(forText: "kept"))
        terminal.send("j")
      }
    }
    use(2)
    wait { children(of: terminal.process).isEmpty }
    #expect(terminal.waitForEnd(timeout: .milliseconds(500)) == nil)
    let before = names(in: "/proc/\(terminal.process)/fd")
    use(20)
    // An opener's pipe is closed when its end was seen.
    var after: [String] = []
    for _ in 0..<1_000 {
      #expect(terminal.waitForEnd(timeout: .milliseconds(50)) == nil)
      after = names(in: "/proc/\(terminal.process)/fd")
      if after == before, children(of: terminal.process).isEmpty { break }
    }
    #expect(after == before)
    #expect(children(of: terminal.process) == "", "no process is left, nor a zombie")
    #expect(calls(in: home).count == 22)
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  /// The processes that a process has started and not reaped.
  private func children(of process: Int32) -> String {
    names(in: "/proc/\(process)/task").map { text("/proc/\(process)/task/\($0)/children") }.joined()
  }

  /// A program that notes the number of its arguments, and these, as one line.
  private func opener(in home: AwlHome) throws -> String {
    try home.program(
      "opener", "#!/bin/sh\nprintf '%s\\n' \"$# $*\" >> '\(home.folder("calls"))'\n")
  }

  private func calls(in home: AwlHome) -> [String] {
    text(home.folder("calls")).utf8.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
  }
}
