import ListHistory
import ListModel
import Testing

struct CommitDaysTests {
  private func days(_ times: [Int]) -> [String] {
    var history = SampleHistory()
    var text = ""
    for (number, time) in times.enumerated() {
      text += "- [N\(number)](https://n.org/\(number))\n"
      history.commit([(0, .bytes(Array(text.utf8)))], time: time)
    }
    #expect(history.tracker.issues.count <= times.count)
    return history.tracker.entries.map { $0.entry.added?.description ?? "" }
  }

  @Test func anOddDayIsReplacedByTheOneBefore() {
    let found = days([1_577_836_800, -1, 99_999_999_999, 0, 1_577_836_800 + 86_400, .max, .min])
    #expect(
      found == [
        "2020-01-01", "2020-01-01", "2020-01-01", "2020-01-01", "2020-01-02", "2020-01-02",
        "2020-01-02",
      ])
  }

  @Test func daysThatGoBackAreReportedAsTheyAre() {
    #expect(days([1_577_836_800, 1_483_228_800]) == ["2020-01-01", "2017-01-01"])
  }

  @Test func oddDaysAtTheBeginningAreThatOfTheFirstLikelyOne() {
    #expect(days([0, 5, 1_577_836_800]) == ["2020-01-01", "2020-01-01", "2020-01-01"])
  }

  @Test func aHistoryWithoutAPlausibleDayIsDatedToday() {
    #expect(days([0, 5]) == ["2026-11-23", "2026-11-23"])
  }
}
