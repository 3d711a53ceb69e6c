import TestSupport
import Testing

/// `awl debug dump`, and the recording that it repeats.
@Suite(.enabled(if: TmuxSession.isInstalled, "needs tmux"))
struct DebugDumpTests {
  /// The screen of a dump, without the state above it.
  private func screen(_ dump: String) -> [Substring] {
    let lines = dump.split(separator: "\n", omittingEmptySubsequences: false)
    return Array(lines.drop { !$0.isEmpty }.dropFirst().dropLast(2))
  }

  @Test func theDumpIsTheScreenOfATerminal() throws {
    let home = try AwlHome()
    let session = try home.screen(columns: 100, rows: 30, shown: "84/84")
    session.type("/tensorflow\rj")
    try #require(session.wait(forText: "2/"))
    let dump = try home.output(
      "$awl debug dump --size 100x30 --keys '/ t e n s o r f l o w Enter j'")
    #expect(dump.contains("\nfilter: tensorflow\n"))
    #expect(screen(dump).count == 30)
    for (shown, dumped) in zip(session.screen, screen(dump)) {
      #expect(trimmed(shown) == trimmed(String(dumped)))
    }
  }

  @Test func aRecordedRunIsRepeated() throws {
    let home = try AwlHome()
    _ = try home.file("run.log", "a file that anybody could read")
    _ = try home.output("chmod 644 $HOME/run.log")
    let session = try home.screen(
      columns: 100, rows: 30, environment: ["AWL_LOG": home.folder("run.log")], shown: "84/84")
    session.type("/tensorflow\rj")
    try #require(session.wait(forText: "2/"))
    session.press("Q")
    try #require(session.wait(forText: "status 0"))
    #expect(try home.output("stat -c %a $HOME/run.log").hasPrefix("600"))
    _ = try home.output("sed -i '$d' $HOME/run.log")
    let keys = "--size 100x30 --keys '/ t e n s o r f l o w Enter j'"
    #expect(
      try home.output("$awl debug dump --replay $HOME/run.log")
        == home.output("$awl debug dump \(keys)"))
  }

  @Test func invalidKeysSizesAndRecordingsAreRefused() throws {
    let home = try AwlHome()
    for (option, reason) in [
      ("--keys Entr", "not all of these are keys"), ("--size 80", "is not a size"),
      ("--today soon", "is not a day"), ("--replay /dev/null/x", "x"),
    ] {
      let output = try home.output("$awl debug dump \(option) 2>&1")
      #expect(output.contains(reason) && !output.hasSuffix("status 0\n"), "\(output)")
    }
    #expect(try !home.output("$awl --help").contains("debug"))
  }

  private func trimmed(_ text: String) -> String {
    String(decoding: text.utf8.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
  }
}
