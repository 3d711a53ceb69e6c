import GitProcess
import ListHistory
import ListMarkdown
import ListModel
import TestSupport
import Testing

/// Real histories against tables that another program made of them.
@Suite(.enabled(if: RealData.isThere, Comment(rawValue: RealData.reason)))
struct RealHistoryTests {
  @Test func everyDayOfAwesomeSemlIsThatOfTheTable() throws {
    let found = try Comparison("awesome-seml")
    #expect(found.rows == 93)
    #expect(found.differences == [])
  }

  /// One row of 216 differs, and the table is wrong there. The list has
  ///
  ///     c5eb5f4 2016-04-04   + - https://tmuxcheatsheet.com/
  ///     676f23c 2018-10-17   - - https://tmuxcheatsheet.com/
  ///     568e10a 2024-03-11   + - [tmuxcheatsheet.com](https://tmuxcheatsheet.com/)
  ///
  /// and the table knows only entries that are written as links.
  @Test func awesomeTmuxDiffersFromTheTableWhereTheTableIsWrong() throws {
    let found = try Comparison("awesome-tmux")
    #expect(found.rows == 216)
    #expect(
      found.differences == [
        "tmuxcheatsheet.com <https://tmuxcheatsheet.com/>: 2016-04-04 to , "
          + "expected 2024-03-11 to "
      ])
    let entry = found.tracked.first { $0.entry.url == "https://tmuxcheatsheet.com/" }
    #expect(
      entry?.changes.map { "\($0.commit.prefix(7)) \($0.day) \($0.kind)" } == [
        "c5eb5f4 2016-04-04 added", "676f23c 2018-10-17 removed", "568e10a 2024-03-11 restored",
        "568e10a 2024-03-11 edited",
      ])
  }

  @Test(arguments: ["awesome-seml", "awesome-tmux"])
  func afterEachVersionTheEntriesAreThoseOfTheWhole(name: String) throws {
    let history = try RealHistory(name)
    var tracker = HistoryTracker(files: [history.path], today: RealHistory.today)
    var versions = 0
    try history.read { revision, bytes in
      tracker.add(revision)
      guard let bytes else { return }
      versions += 1
      let whole = try PageReader.read(bytes, path: nil).entries
      var entries = tracker.entries.filter { !$0.isRemoved }.map(\.entry)
      for index in entries.indices {
        entries[index].added = nil
        entries[index].history = nil
      }
      #expect(entries == whole, "\(revision.commit)")
    }
    #expect(versions > 90)
  }

  @Test func aHistoryThatIsReadInTwoPartsIsTheSame() throws {
    let history = try RealHistory("awesome-seml")
    let whole = try history.tracked()
    for end in [1, 30, 91] {
      var first = HistoryTracker(files: [history.path], today: RealHistory.today)
      var count = 0
      try history.read { revision, _ in
        count += 1
        if count <= end { first.add(revision) }
      }
      let stored = HistoryTracker(state: first.state, today: RealHistory.today)
      var second = try #require(stored)
      try history.read(after: second.lastCommit) { revision, _ in second.add(revision) }
      #expect(second.entries == whole.entries)
      #expect(second.state == whole.state)
    }
  }
}
