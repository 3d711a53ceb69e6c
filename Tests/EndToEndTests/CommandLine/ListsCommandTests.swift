import Glibc
import TestSupport
import Testing

/// `awl lists`, and the report on the last sync when the screen starts.
struct ListsCommandTests {
  private let home: AwlHome
  private var page: String { home.folder("one.md") }

  init() throws {
    home = try AwlHome()
    _ = try home.file("one.md", "# One\n\n- [A](https://a.example)\n- [B](https://b.example)\n")
    #expect(try home.output("$awl follow $HOME/one.md").hasSuffix("status 0\n"))
  }

  @Test func aListNamesItsSource() throws {
    #expect(try home.output("$awl lists") == "one  2  One  from \(page)\nstatus 0\n")
    #expect(try home.output("$awl lists --format tsv") == "one\t2\t\t\tOne\t\t\(page)\nstatus 0\n")
  }

  @Test func aDamagedPageKeepsItsEntriesAndIsReportedEverywhere() throws {
    try put([0xFF, 0xFE, 0] + Array("bad".utf8), into: page)
    for _ in 0..<2 {
      let sync = try home.output("$awl sync")
      #expect(sync.contains("awl: one: ") && sync.hasSuffix("0 read, 0 unchanged\nstatus 3\n"))
    }
    let reason = "no entry is left in it"
    #expect(try home.output("$awl lists").hasPrefix("one  2  One  from \(page)  ! \(reason)"))
    #expect(try home.output("$awl lists --format json").contains(#""failure":"\#(reason)"#))
    #expect(try home.output("$awl | wc -l") == "2\nstatus 0\n")
    try expectScreenTells("1 failed at the last sync: awl lists says why")
  }

  @Test func anEntryThatAFollowedFileGainsIsNew() throws {
    #expect(try home.output("$awl new").hasSuffix("status 1\n"))
    try put(
      "# One\n\n- [A](https://a.example)\n- [B](https://b.example)\n- [C](https://c.example)\n"
        .utf8,
      into: page)
    #expect(try home.output("$awl sync").hasSuffix("status 0\n"))
    let news = try home.output("$awl new")
    #expect(
      news.contains("  C  ") && !news.contains("  A  ") && news.hasSuffix("status 0\n"), "\(news)")
    #expect(try home.output("$awl history https://c.example").contains("added, found by a sync"))
    let json = try home.output("$awl entries --format json")
    #expect(json.contains(#""source":"page""#) && !json.contains(#""source":"history""#))
  }

  @Test func aSourceThatIsAwayIsReportedEverywhere() throws {
    unlink(page)
    #expect(try home.output("$awl sync").hasSuffix("status 3\n"))
    #expect(try home.output("$awl lists").contains("one  2  One  from \(page)  ! cannot read"))
    #expect(try home.output("$awl lists --format json").contains(#""failure":"cannot read"#))
    try expectScreenTells("1 failed at the last sync: awl lists says why")
  }

  @Test func anUnreachableCatalogueIsReportedOnce() throws {
    for list in ["a/one", "a/two"] {
      for folder in ["site", "site/content", "site/content/a", "site/content/\(list)"] {
        mkdir(home.folder(folder), 0o700)
      }
      _ = try home.file("site/content/\(list)/README.md", "# X\n\n- [A](https://a.example)\n")
    }
    #expect(try home.output("$awl follow $HOME/site").hasSuffix("status 0\n"))
    #expect(rename(home.folder("site"), home.folder("away")) == 0)
    _ = try home.output("$awl sync")
    let text = try home.output("$awl lists")
    #expect(text.contains("awl: \(home.folder("site")): cannot read"))
    #expect(!text.contains("!"))
  }

  @Test func aListIsUnfollowedByItsName() throws {
    #expect(
      try home.output("$awl unfollow one") == "unfollowed \(page)\nstatus 0\n")
  }

  @Test func theHomeFolderMayBeWrittenShort() throws {
    _ = try home.file("two.md", "# Two\n\n- [C](https://c.example)\n")
    let terminal = try home.terminal(columns: 120)
    try #require(terminal.wait(forText: "2/2"))
    terminal.send(":follow ~/two.md\r")
    #expect(terminal.wait(forText: "3/3"))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }

  private func expectScreenTells(_ words: String) throws {
    let terminal = try home.terminal(columns: 120)
    #expect(terminal.wait(forText: words))
    terminal.send("Q")
    #expect(terminal.waitForEnd() == .exited(0))
  }
}
