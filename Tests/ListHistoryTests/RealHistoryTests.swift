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

  @Test func awesomeTmuxDiffersFromTheTableWhereTheTableIsWrong() throws {
    let found = try Comparison("awesome-tmux")
    #expect(found.rows == 216)
    #expect(found.differences == [])
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
      for index in entries.indices { entries[index].added = nil }
      #expect(entries == whole, "\(revision.commit)")
    }
    #expect(versions > 90)
  }
}
