import Glibc
import TestSupport
import Testing

/// awl ends while a server keeps it waiting.
struct UnfinishedFollowTests {
  private let home: AwlHome
  private let server: SilentServer
  private var url: String { server.url("owner/name.git") }

  init() throws {
    home = try AwlHome()
    server = try SilentServer()
  }

  /// Git and its children; not awl itself.
  private func gits() -> [pid_t] {
    processes(with: url).filter { id in
      contents("/proc/\(id)/cmdline")?.firstRange(of: Array("awl\u{0}follow".utf8)) == nil
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGKILL])
  func noGitOutlivesAwl(signal: Int32) throws {
    let awl = try ChildProcess(AwlHome.program, ["follow", url], environment: home.environment)
    // The one that talks to the server, too.
    try #require(wait { gits().count >= 2 })
    awl.send(signal)
    #expect(awl.wait() == 128 + signal)
    #expect(wait { gits().isEmpty })
  }

  @Test(arguments: ["q", "Q"])
  func noGitOutlivesTheScreen(key: String) throws {
    let terminal = try home.terminal()
    try #require(terminal.wait(forText: "84/84"))
    terminal.send(":follow \(url)\r")
    try #require(wait { gits().count >= 2 })
    terminal.send(key)
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(wait { gits().isEmpty })
    let output = String(decoding: terminal.output, as: UTF8.self)
    #expect(output.contains("\(url) is followed, but not all of it was read: awl sync continues"))
    #expect(isFollowed)
  }

  @Test func anInterruptedCommandSaysThatTheNextSyncGoesOn() throws {
    let terminal = try home.terminal("exec $awl follow \(url)", columns: 100)
    try #require(wait { gits().count >= 2 })
    terminal.send("\u{3}")
    #expect(terminal.wait(forText: "awl: stopping"))
    #expect(terminal.wait(forText: "awl: stopped: awl sync continues"))
    #expect(terminal.waitForEnd() == .exited(130))
    #expect(isFollowed && wait { gits().isEmpty })
    #expect(try home.output("$awl lists").contains("awl sync"))
  }

  /// A screen on which C-c was pressed while a follow ran.
  private func screenWithInterruptedFollow() throws -> PseudoTerminal {
    let terminal = try home.terminal(columns: 160)
    try #require(terminal.wait(forText: "84/84"))
    terminal.send(":follow \(url)\r")
    try #require(wait { gits().count >= 2 })
    terminal.send("\u{3}")
    return terminal
  }

  @Test func theScreenSaysThatItStopsAndThenWhatIsFollowed() throws {
    let terminal = try screenWithInterruptedFollow()
    #expect(terminal.wait(forText: "stopping"))
    #expect(terminal.wait(forText: "stopped: R continues"))
    #expect(isFollowed && wait { gits().isEmpty })
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  @Test func anInterruptedFirstFollowSaysHowToResume() throws {
    let terminal = try screenWithInterruptedFollow()
    #expect(terminal.wait(forText: "it was not read yet: awl sync reads it, and R on the screen"))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
    let next = try home.terminal(columns: 160)
    #expect(next.wait(forText: "it was not read yet"))
    next.send("Q")
    #expect(next.waitForEnd() == .exited(0))
    #expect(try home.output("$awl lists").hasPrefix("owner/name  0  name  from \(url)  ! it was"))
  }

  @Test func aKilledLocalCloneIsResumedByTheNextSync() throws {
    let repository = try SampleRepository()
    try repository.commit(["README.md": "# Mine\n\n- [A](https://a.example)\n"])
    mkdir(home.folder("bin"), 0o700)
    let begun = home.folder("begun")
    let git = try home.program("bin/git", "#!/bin/sh\n: >\(begun)\nexec sleep 60\n")
    let slow = home.environment.merging(["PATH": "\(home.folder("bin")):/usr/bin:/bin"]) { $1 }
    let awl = try ChildProcess(AwlHome.program, ["follow", repository.path], environment: slow)
    try #require(wait { access(begun, F_OK) == 0 })
    awl.send(SIGKILL)
    #expect(awl.wait() == 128 + SIGKILL)
    unlink(git)
    #expect(try home.output("$awl sync") == "1 read, 0 unchanged\nstatus 0\n")
    #expect(try home.output("$awl lists").hasPrefix("work  1  2020-01-01  Mine"))
  }

  @Test func aFollowThatFailsLeavesTheListOnTheScreen() throws {
    let terminal = try home.terminal()
    try #require(terminal.wait(forText: "84/84"))
    let shown = terminal.output.count
    terminal.send(":follow /nowhere\r")
    #expect(terminal.wait(forText: "cannot read /nowhere", after: shown))
    terminal.send("\u{C}")
    #expect(terminal.wait(forText: "84/84", after: shown))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
    #expect(!text(home.folder(".local/share/awl/follows.jsonl")).contains("nowhere"))
  }

  private var isFollowed: Bool {
    text(home.folder(".local/share/awl/follows.jsonl")).contains(#""source":"\#(url)""#)
  }
}
