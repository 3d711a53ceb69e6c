import Foundation
import Glibc
import TestSupport
import Testing

/// The user's own commands, openers and rules in the built program.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct OwnCommandTests {
  private let home: AwlHome

  init() throws { home = try AwlHome() }

  /// A program that notes its arguments, one in brackets after the other.
  private func noting(_ script: String = "") throws -> String {
    let path = home.folder("calls")
    return try home.program(
      "note", "#!/bin/sh\nfor word; do printf '[%s]' \"$word\"; done >> \(path)\n\(script)\n")
  }

  private var calls: String { text(home.folder("calls")) }

  @Test func partsOfAnEntryAreWordsAndNoShellReadsThem() throws {
    let note = try noting()
    try home.configure(
      "[keys.entries]\nx = \"store\"\n[commands.store]\nrun = [\"\(note)\", \"--\", \"{title}\", \"{url}\", \"{list}\"]\n"
    )
    let page = try home.file(
      "page.md",
      "# Traps\n\n## Links\n\n- [-x $(touch trap) `id`](https://a.example/?q=1;2) - Do.\n")
    let session = try home.screen([page], shown: "1/1")
    session.press("x")
    #expect(session.wait(forText: "store started"))
    #expect(session.wait { _ in calls.contains("https") })
    #expect(calls.hasPrefix("[--][-x $(touch trap) id][https://a.example/?q=1;2]["))
    #expect(!FileManager.default.fileExists(atPath: home.folder("trap")))
  }

  @Test func aTitleThatLooksLikeAnOptionIsRefused() throws {
    let note = try noting()
    try home.configure(
      "[keys.entries]\nx = \"store\"\n[commands.store]\nrun = [\"\(note)\", \"{title}\"]\n")
    let page = try home.file("page.md", "# Traps\n\n## L\n\n- [--help](https://a.example/) - Do.\n")
    let session = try home.screen([page], shown: "1/1")
    session.press("x")
    #expect(session.wait(forText: "store was not run: the entry's title begins with -"))
    #expect(calls.isEmpty)
  }

  @Test func outputIsShownAsTextWhileTheScreenResponds() throws {
    let go = home.folder("go")
    let program = try home.program(
      "slow",
      """
      #!/bin/sh
      until [ -e \(go) ]; do sleep 0.05; done
      printf 'first\\033[2J\\tline\\nsecond\\n'

      """)
    try home.configure("[commands.slow]\nrun = [\"\(program)\"]\nmode = \"output\"\n")
    let session = try home.screen()
    session.type(":slow")
    session.press("Enter", "j", "j")
    #expect(session.wait(forText: " 3/84 ─"), "\(session.screen)")
    try put([], into: go)
    #expect(session.wait(forText: "first␛[2J"))
    #expect(session.screen[1].contains("slow"))
    session.press("q")
    #expect(session.wait(forText: " 3/84 ─"))
  }

  @Test func aCommandThatHangsIsStoppedByControlC() throws {
    let program = try home.program(
      "hang", "#!/bin/sh\ntrap '' TERM\necho begun\nwhile :; do sleep 1; done\n")
    try home.configure("[commands.hang]\nrun = [\"\(program)\"]\nmode = \"output\"\n")
    let session = try home.screen()
    session.type(":hang")
    session.press("Enter")
    #expect(session.wait(forText: "running hang"))
    session.press("C-c")
    #expect(session.wait(forText: "hang was stopped"))
    session.press("q", "q")
    #expect(session.wait(forText: "status 0"))
  }

  /// A command without output may have a window of its own, so C-c asks before it stops it.
  @Test func controlCStopsASilentCommandAfterConfirmation() throws {
    let program = try home.program(
      "hang",
      "#!/bin/sh\ntrap '' TERM\necho $$ > \(home.folder("calls"))\nwhile :; do sleep 1; done\n")
    try home.configure("[commands.hang]\nrun = [\"\(program)\"]\n")
    let session = try home.screen()
    session.type(":hang")
    session.press("Enter")
    #expect(session.wait(forText: "running hang"))
    #expect(session.wait { _ in calls.hasSuffix("\n") })
    session.press("C-c")
    #expect(session.wait(forText: "stop hang? (y/n)"))
    session.press("n", "C-c")
    #expect(session.wait(forText: "stop hang? (y/n)"))
    session.press("y")
    #expect(session.wait(forText: "hang was stopped"))
    #expect(session.wait { !$0.joined().contains("running hang") })
    let id = try #require(Int32(calls.split(separator: "\n").first ?? ""))
    #expect(TestSupport.wait { kill(id, 0) == -1 && errno == ESRCH })
    session.press("C-c")
    #expect(session.wait(forText: "status 0"))
  }

  @Test func aSilentCommandThatDoesNotStartLeavesNothingToStop() throws {
    try home.configure(
      "[commands.gone]\nrun = [\"no-such-program\"]\n[commands.fail]\nrun = [\"false\"]\n")
    let session = try home.screen()
    session.type(":gone")
    session.press("Enter")
    #expect(session.wait(forText: "no-such-program was not found"))
    session.type(":fail")
    session.press("Enter")
    #expect(session.wait(forText: "fail: /usr/bin/false ended with 1"))
    session.press("C-c")
    #expect(session.wait(forText: "status 0"))
  }

  @Test func endlessOutputIsCutAndFailuresAreReported() throws {
    try home.configure(
      "[commands.flood]\nrun = [\"yes\"]\nmode = \"output\"\n[commands.fail]\nrun = [\"false\"]\nmode = \"output\"\n"
    )
    let session = try home.screen()
    session.type(":flood")
    session.press("Enter")
    #expect(session.wait(forText: "flood was stopped: it printed more than 1 MiB"))
    session.press("q")
    session.type(":fail")
    session.press("Enter")
    #expect(session.wait(forText: "fail: /usr/bin/false ended with 1"))
  }

  @Test func aTerminalCommandRestoresTheScreen() throws {
    let program = try home.program(
      "ask", "#!/bin/sh\nprintf 'name? '\nread name\necho \"$1 $name\" > \(home.folder("calls"))\n")
    try home.configure(
      "[keys.entries]\nx = \":ask\"\n[commands.ask]\nrun = [\"\(program)\", \"{url}\"]\nmode = \"terminal\"\n"
    )
    let session = try home.screen()
    session.press("x")
    #expect(session.wait(forText: "name?"))
    session.type("me")
    session.press("Enter")
    #expect(session.wait(forText: "ask has ended"))
    #expect(session.wait(forText: "84/84"))
    #expect(calls == "https://aimstack.io me\n")
  }

  @Test func markedEntriesArePipedAsJSONLines() throws {
    let session = try home.screen()
    session.press("Space", "Space", "|")
    session.type("wc -l")
    session.press("Enter")
    #expect(session.wait { $0[2].hasPrefix(" 2") })
    session.press("q", "|")
    session.type("grep -o '\"url\":\"[^\"]*\"'")
    session.press("Enter")
    #expect(session.wait(forText: "\"url\":\"https://aimstack.io\""))
    session.press("q", "|")
    session.type("sort | uniq")
    session.press("Enter")
    #expect(session.wait(forText: "no shell is involved, so | has no meaning"))
    session.press("|")
    session.type(
      "!sh \(try home.file("t", "cat > \(home.folder("calls"))\necho seen > /dev/tty\n"))")
    session.press("Enter")
    #expect(session.wait(forText: "sh has ended"))
    #expect(calls.split(separator: "\n").count == 2)
  }

  @Test func anOpenerByQueryAsksAndGetsTheTitle() throws {
    let note = try noting()
    try home.configure(
      """
      [[openers]]
      name = "papers"
      run = ["\(note)", "{title}", "{url}"]
      query = "is:paper"
      ask = true
      [[openers]]
      name = "rest"
      run = ["\(note)", "rest"]
      [rules]
      "is:paper" = { fg = "#ff0000" }

      """)
    let page = try home.file(
      "page.md",
      "# L\n\n## A\n\n- [Paper](https://paper.example/) 🎓 - Do.\n- [Other](https://o.example/) - Do.\n"
    )
    let session = try home.screen([page], shown: "2/2")
    session.type(":sort-name")
    session.press("Enter")
    #expect(session.wait(forText: "by name"))
    session.press("g", "g", "O")
    #expect(session.wait(forText: "rest"))
    #expect(!session.screen.contains { $0.contains("papers") })
    session.press("Escape")
    #expect(session.wait { !$0.joined().contains("Open with") })
    session.press("o")
    #expect(session.wait { _ in calls == "[rest][https://o.example/]" })
    #expect(session.wait { _ in session.styledScreen.contains("38;5;196m") })
    session.press("j", "o")
    #expect(session.wait(forText: "open https://paper.example/ with papers? (y/n)"))
    session.press("y")
    #expect(session.wait { _ in calls.hasSuffix("[https://paper.example/]") })
    #expect(calls.contains("[Paper]"))
  }

  @Test func mistakesAreReportedButStopNothing() throws {
    try home.configure(
      """
      [commands.bad]
      run = ["wget", "--url={url}"]
      [commands.quit]
      run = "x"
      [rules]
      "stars:>x" = { fg = "red" }
      [keys.global]
      x = "bad"

      """)
    let check = try home.output("$awl config check")
    #expect(check.contains("config.toml:1:1: --url={url} has a placeholder inside"))
    #expect(check.contains(":3:1: quit is a command of awl's"))
    #expect(check.contains(":6:1: stars:>x: "))
    let session = try home.screen()
    session.press("x")
    #expect(session.wait(forText: "x does nothing here"))
  }
}
