import Glibc
import TestSupport
import Testing

/// The built program over a list that is followed by its own history.
struct HistoryCommandTests {
  private let home: AwlHome
  private let repository: SampleRepository

  init() throws {
    home = try AwlHome()
    repository = try SampleRepository()
    let many = (0..<20).map { "- [Item \($0)](https://item\($0).example)\n" }.joined()
    try repository.commit(["README.md": "# A List\n\n## Things\n\n" + many], day: 0)
    try repository.commit(
      ["README.md": "# A List\n\n## Things\n\n- [New](https://new.example/)\n" + many], day: 5,
      author: "Ann", subject: "Add a \u{1B}[31mnew\u{202E} one")
    try repository.commit(
      [
        "README.md":
          "# A List\n\n## Other\n\n- [New](https://new.example/) - Described.\n\n## Things\n\n"
          + many.split(separator: "\n").dropLast().joined(separator: "\n") + "\n"
      ], day: 9, author: "Bob", subject: "Tidy up")
    #expect(
      try home.output("$awl follow \(repository.path)") == "1 read, 0 unchanged\nstatus 0\n")
  }

  @Test func historyTellsWhatHappenedToAnEntryNewestFirst() throws {
    let lines = try home.output("$awl history http://www.new.example").split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[0] == "New  https://new.example/  work")
    #expect(lines[1].hasPrefix("  2020-01-10  moved by Bob: Tidy up ("))
    #expect(lines[2].hasPrefix("  2020-01-10  edited by Bob: Tidy up ("))
    #expect(lines[3].hasPrefix("  2020-01-06  added by Ann: Add a ␛[31mnew one ("))
    #expect(lines[4] == "status 0")
  }

  @Test func historyFindsByTitleWhatLeftTheList() throws {
    let text = try home.output("$awl history 'item 19' --format tsv | cut -f 2,4,5,9")
    #expect(
      text == "Item 19\t2020-01-10\tremoved\t\nItem 19\t2020-01-01\tadded\tbulk\nstatus 0\n")
    #expect(try home.output("$awl history nothing 2>/dev/null") == "status 1\n")
  }

  @Test func historyFindsAnEntryByALinkThatItHadOnce() throws {
    let list = "# A List\n\n## Other\n\n- [New](https://newer.example/)\n"
    try repository.commit(["README.md": list], day: 12, author: "Cyd", subject: "Fix a link")
    _ = try home.output("$awl sync")
    let lines = try home.output("$awl history http://new.example").split(separator: "\n")
    #expect(lines[0] == "New  https://newer.example/  work")
    #expect(lines[1] == "  has another link now than http://new.example")
    #expect(lines[2].hasPrefix("  2020-01-13  edited in bulk by Cyd: Fix a link ("))
    let json = try home.output("$awl history --format json new.example | head -1")
    #expect(json.contains(#""url":"https://newer.example/","formerUrl":"new.example""#))
    #expect(try !home.output("$awl history newer.example").contains("has another link now"))
    // Even after it was removed from the list.
    try repository.commit(["README.md": "# A List\n\n- [Z](https://z.example)\n"], day: 13)
    _ = try home.output("$awl sync")
    #expect(try home.output("$awl history new.example").contains("2020-01-14  removed by A"))
  }

  @Test func newListsChangesSinceADay() throws {
    #expect(
      try home.output("$awl new --since 2020-01-01") == """
        work  A List
          - 2020-01-10  Item 19  https://item19.example
          + 2020-01-06  New  https://new.example/
          + 2020-01-01  20 added in bulk
        status 0

        """)
    #expect(try home.output("$awl new --since 2020-01-01 --bulk | wc -l") == "23\nstatus 0\n")
    #expect(
      try home.output("$awl new --since 2020-01-06 --format json | head -1")
        == #"{"list":"work","day":"2020-01-10","change":"removed","title":"Item 19","#
        + #""url":"https://item19.example","category":["Things"],"bulk":false}"# + "\nstatus 0\n")
    let nothing = try home.output("$awl new 2>&1")
    #expect(nothing.hasPrefix("awl: nothing new since ") && nothing.hasSuffix("\nstatus 1\n"))
    #expect(try home.output("$awl new --since soon 2>/dev/null") == "status 2\n")
  }

  @Test func aCommitWithAnOddDateIsAnIssue() throws {
    #expect(try home.output("$awl entries --issues") == "status 0\n")
    try repository.commit(
      ["README.md": "- [Future](https://future.example)\n"], seconds: 4_102_444_800)
    _ = try home.output("$awl sync")
    let issue = try home.output("$awl entries --issues")
    #expect(issue.hasPrefix("work:") && issue.contains("the day before it was taken"))
    #expect(try home.output("$awl entries").hasPrefix("2020-01-10  Future"))
  }

  @Test func oddPartsOfAFollowedPageAreIssues() throws {
    try repository.commit(["README.md": "# A List\n\n- [A](https://a.example)\n-\n"], day: 12)
    for folder in ["site", "site/content", "site/content/a", "site/content/a/one"] {
      mkdir(home.folder(folder), 0o700)
    }
    let path = "site/content/a/one/README.md"
    _ = try home.file(path, "# X\n\n- [A](https://a.example)\n-\n- [B](https://b.example)\n")
    _ = try home.output("$awl sync; $awl follow $HOME/site")
    let list = "\(repository.path):4: an empty item is not an entry\n"
    let page = "\(home.folder(path)):4: an empty item is not an entry\n"
    #expect(try home.output("$awl entries --issues") == list + page + "status 0\n")
    _ = try home.file(path, "# X\n\n- [A](https://a.example)\n- [B](https://b.example)\n")
    _ = try home.output("$awl sync")
    #expect(try home.output("$awl entries --issues") == list + "status 0\n")
  }

  @Test func leftOutItemsAreListedForAllSources() throws {
    try repository.commit(
      ["README.md": "# A List\n\n[i](https://i.example)\n\n- [A](https://a.example)\n"], day: 12)
    let page = try home.file("page.md", "- [A](https://a.example)\n\nSee https://b.example.\n")
    _ = try home.output("$awl sync; $awl follow $HOME/page.md")
    #expect(
      try home.output("$awl entries --left-out 2>/dev/null") == """
        \(repository.path)/README.md:1: title  # A List
        \(repository.path)/README.md:3: introduction  i  https://i.example  A List
        \(page):3: prose  https://b.example  https://b.example
        status 0

        """)
  }

  @Test func entriesSayWhereTheirDaysComeFrom() throws {
    #expect(try home.output("$awl entries | wc -l") == "20\nstatus 0\n")
    let line = try home.output("$awl entries --format json --filter is:removed")
    #expect(
      line.contains(#""removed":"2020-01-10","edited":null,"moved":null,"source":"history""#))
    let page = try home.output(
      "printf '# L\\n\\n- [A](https://a.example)\\n' | $awl entries --format json -")
    #expect(page.contains(#""removed":null,"edited":null,"moved":null,"source":"page""#))
    #expect(
      try home.output("$awl entries --filter is:removed").hasPrefix("2020-01-01  ~Item 19  https"))
  }
}
