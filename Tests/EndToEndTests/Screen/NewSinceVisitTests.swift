import Glibc
import TestSupport
import Testing

/// The built program over visits: what came between them is new in the next one.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct NewSinceVisitTests {
  private let home: AwlHome
  private let repository: SampleRepository
  private let old = (0..<5).map { "- [Item \($0)](https://item\($0).example)\n" }.joined()

  init() throws {
    home = try AwlHome()
    repository = try SampleRepository()
    try repository.commit(["README.md": "# A List\n\n## Things\n\n" + old], day: 0)
    #expect(
      try home.output("$awl follow \(repository.path)") == "1 read, 0 unchanged\nstatus 0\n")
  }

  private var seenLines: [Substring] {
    text(home.folder(".local/share/awl/seen.jsonl")).split(separator: "\n")
  }

  /// A commit of long ago that reaches this machine only now.
  private func commitNews() throws {
    let news = "- [Fresh](https://fresh.example) - New.\n- [Late](https://late.example)\n"
    try repository.commit(
      ["README.md": "# A List\n\n## Things\n\n" + news + old], day: 40, author: "Ann")
    #expect(try home.output("$awl sync 2>/dev/null").hasSuffix("status 0\n"))
  }

  private func visit() throws {
    let session = try home.screen(shown: "/5")
    session.press("q")
    try #require(session.wait(forText: "status 0"))
  }

  @Test func entriesSinceTheLastVisitAreNewUntilSeen() throws {
    try visit()
    #expect(seenLines.count == 2)
    #expect(try home.output("$awl new --unseen 2>/dev/null") == "status 1\n")
    try commitNews()
    #expect(try home.output("$awl entries --filter is:new | cut -f 2").contains("Fresh"))

    let session = try home.screen(shown: "2 new since ")
    #expect(session.screen.contains { $0.contains("•Fresh") })
    #expect(session.screen.contains { $0.contains("Things") && $0.contains("2• 7") })
    session.press("G", "n")
    #expect(session.wait(forText: "1/7"))
    session.press("g", "n")
    #expect(session.wait(forText: "New · 2 new"))
    session.press("U")
    #expect(session.wait(forText: "saved: 1 entry marked seen"))
    #expect(try home.output("$awl new --unseen").contains("  + 2020-02-10  Late"))
    session.press("u")
    #expect(session.wait(forText: "saved: undone"))
    #expect(try home.output("$awl new --unseen --format tsv | wc -l") == "2\nstatus 0\n")
    session.press("g", "c")
    #expect(session.wait(forText: "Changes · 2 changes since "))
    session.press("Q")
    #expect(session.wait(forText: "status 0"))

    #expect(try home.output("$awl new --unseen 2>/dev/null") == "status 1\n")
    let next = try home.screen(shown: "/7")
    #expect(!next.screen.contains { $0.contains("•") || $0.contains(" new ") })
  }

  @Test func aScreenThatIsKilledHasSeenNothing() throws {
    try visit()
    try commitNews()
    for signal in [SIGKILL, SIGTERM, SIGHUP] {
      let terminal = try home.terminal("exec $awl --no-restore")
      #expect(terminal.wait(forText: "2 new"))
      kill(terminal.process, signal)
      _ = terminal.waitForEnd()
    }
    #expect(try home.output("$awl new --unseen --format tsv | wc -l") == "2\nstatus 0\n")
  }

  @Test func withoutTheCacheNoEntryIsNewAgain() throws {
    try commitNews()
    let session = try home.screen(shown: "/7")
    session.press("q")
    try #require(session.wait(forText: "status 0"))
    #expect(try home.output("rm -r ~/.cache/awl; $awl sync").hasSuffix("status 0\n"))
    #expect(try home.output("$awl new --unseen 2>/dev/null") == "status 1\n")
    // The numbers of a history are the same in each library: what comes late is new all the same.
    try repository.commit(
      ["README.md": "# A List\n\n## Things\n\n- [Later](https://later.example)\n" + old], day: 20)
    #expect(
      try home.output("$awl sync >/dev/null; $awl new --unseen --format tsv | cut -f 4")
        == "Later\nstatus 0\n")
  }

  @Test func printedEntriesAreMarkedSeenOnRequest() throws {
    try visit()
    try commitNews()
    #expect(
      try home.output("$awl new --unseen --mark-seen --filter fresh --format tsv | wc -l")
        == "1\nstatus 0\n")
    #expect(
      try home.output("$awl new --unseen --mark-seen --format tsv | cut -f 4") == "Late\nstatus 0\n"
    )
    #expect(try home.output("$awl new --unseen 2>&1").contains("nothing new since your last visit"))
    #expect(try home.output("$awl new --mark-seen 2>/dev/null") == "status 2\n")
    #expect(try home.output("$awl new --unseen --since 2w 2>/dev/null") == "status 2\n")
  }

  @Test func aFileOfANewerAwlIsReadOnly() throws {
    try visit()
    try commitNews()
    let path = home.folder(".local/share/awl/seen.jsonl")
    let later = text(path).replacing("\"version\":1", with: "\"version\":9")
    try put(later.utf8, into: path)
    let session = try home.screen(shown: "2 new")
    #expect(session.screen.contains { $0.contains("seen.jsonl:1: is of version 9") })
    session.press("A")
    #expect(session.wait(forText: "version 9"))
    session.press("q")
    #expect(session.wait(forText: "status 0"))
    #expect(text(path) == later)
  }
}
