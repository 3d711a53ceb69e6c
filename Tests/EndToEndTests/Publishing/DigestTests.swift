import Glibc
import TestSupport
import Testing

/// `awl new --since-last` on a list whose history grows, and the file that it writes.
struct DigestTests {
  private let home: AwlHome
  private let repository: SampleRepository
  private let start = "# A List\n\n## Things\n\n- [Old](https://old.example)\n"

  init() throws {
    home = try AwlHome()
    repository = try SampleRepository()
    try repository.commit(["README.md": start], day: 0)
    _ = try home.output("$awl follow \(repository.path)")
  }

  private func add(_ line: String, day: Int) throws {
    let old = text(repository.path + "/README.md")
    try repository.commit(["README.md": old + line + "\n"], day: day)
    _ = try home.output("$awl sync")
  }

  @Test func aDigestHasTheEntriesAddedSinceTheLastOne() throws {
    let first = try home.output("$awl new --since-last a 2>&1")
    #expect(first.hasSuffix("awl sync looks for it, --since goes back further\nstatus 1\n"))
    // The commit is years old, and its entry is new all the same.
    try add("- [New](https://new.example)", day: 5)
    let expected = "work  A List\n  + 2020-01-06  New  https://new.example\nstatus 0\n"
    #expect(try home.output("$awl new --since-last a") == expected)
    #expect(try home.output("$awl new --since-last a --quiet 2>&1") == "status 1\n")
    try repository.commit(["README.md": start], day: 6)
    _ = try home.output("$awl sync")
    let removal = try home.output("$awl new --since-last a --format tsv")
    #expect(removal == "work\t2020-01-07\tremoved\tNew\thttps://new.example\t\nstatus 0\n")
  }

  @Test func eachNameHasAMemoryOfItsOwn() throws {
    _ = try home.output("$awl new --since-last a; $awl new --since-last b")
    try add("- [New](https://new.example)", day: 5)
    #expect(try home.output("$awl new --since-last a | wc -l") == "2\nstatus 0\n")
    #expect(try home.output("$awl new --since-last b | wc -l") == "2\nstatus 0\n")
    #expect(try home.output("$awl new --since-last ../b 2>/dev/null") == "status 2\n")
  }

  @Test func repairedLinksAndRewrittenHistoriesAreNotNews() throws {
    _ = try home.output("$awl new --since-last a")
    try repository.commit(
      ["README.md": start.replacing("https://old.example", with: "https://moved.example")],
      day: 7)
    _ = try home.output("$awl sync")
    #expect(try home.output("$awl new --since-last a --quiet") == "status 1\n")
    try repository.git(
      ["commit", "--quiet", "--amend", "-m", "rewritten"], time: "@1579046400 +0000")
    _ = try home.output("$awl sync")
    #expect(try home.output("$awl new --since-last a --quiet") == "status 1\n")
  }

  @Test func theStateAdvancesOnlyAfterTheOutput() throws {
    _ = try home.output("$awl new --since-last a")
    try add("- [New](https://new.example)", day: 5)
    #expect(try home.output("$awl new --since-last a >/dev/full 2>/dev/null") == "status 5\n")
    #expect(try home.output("$awl new --since-last a >&- 2>/dev/null") == "status 5\n")
    let again = try home.output("$awl new --since-last a | tail -1")
    #expect(again == "  + 2020-01-06  New  https://new.example\nstatus 0\n")
  }

  /// Of runs at the same time under one name one prints the news, and the others find nothing.
  @Test func runsAtTheSameTimePrintNewsOnce() throws {
    _ = try home.output("$awl new --since-last a")
    try add("- [New](https://new.example)", day: 5)
    let script = "for i in 1 2 3 4; do $awl new --quiet --since-last a & done; wait"
    let printed = try home.output(script).split(separator: "\n")
    #expect(printed.filter { $0.contains("new.example") }.count == 1)
  }

  @Test func filterAndListLimitTheDigestAndItsState() throws {
    _ = try home.output("$awl new --since-last a")
    try add("- [One](https://one.example)\n- [Two](https://two.example)", day: 5)
    let one = try home.output("$awl new --list work --filter one --since-last a | tail -1")
    #expect(one == "  + 2020-01-06  One  https://one.example\nstatus 0\n")
    #expect(try home.output("$awl new --quiet --since-last a") == "status 1\n")
    #expect(try home.output("$awl new --list nothing 2>/dev/null") == "status 2\n")
    // Removed entries are found as well.
    try repository.commit(["README.md": start], day: 6)
    _ = try home.output("$awl sync")
    let gone = try home.output("$awl new --filter two --since 2020-01-07 | tail -1")
    #expect(gone == "  - 2020-01-07  Two  https://two.example\nstatus 0\n")
  }

  @Test func markdownAndHTMLShowWhatAListSaysAsText() throws {
    _ = try home.output("$awl new --since-last a; $awl new --since-last b")
    try add(#"- [A \<b> \*x*](https://n.example/?a=1&b=2) - Said \<script> & more."#, day: 5)
    #expect(
      try home.output("$awl new --since-last a --format markdown") == #"""
        # 1 added in 1 list

        ## A List

        - 2020-01-06 added: [A \<b> \*x\*](https://n.example/?a=1\&b=2) - Said \<script> & more.
        status 0

        """#)
    let html = try home.output("$awl new --since-last b --format html")
    #expect(html.hasPrefix("<!DOCTYPE html>") && html.contains("<title>1 added in 1 list</title>"))
    #expect(
      html.contains(
        #"<a href="https://n.example/?a=1&amp;b=2">A &lt;b&gt; *x*</a></bdi> - <bdi>Said &lt;script&gt; "#
      ))
  }
}
