import ListHistory
import ListModel
import Testing

struct HistoryStateTests {
  private let today = Day(clamping: 20_780)
  private let versions = [
    "## T\n\n- [A](https://a.org) ⭐ - First.\n- [B](https://b.org) (⭐1.5k)\n",
    "## T\r\n\r\n- [A](https://a.org/x) - Other.\r\n- plain text\r\n",
    "", "## U\n\n- [B](https://b.org)\n- [B](https://b.org/)\n- [A](https://a.org)\n",
    "## U\n\n- [C][c]\n\n[c]: https://c.org\n", "## U\n\n- [A](https://a.org/x)\n- [C][c]\n",
  ]

  @Test func aStoredHistoryIsResumedSeamlessly() throws {
    var whole = SampleHistory()
    for version in versions { whole.commit(version) }
    for end in 0...versions.count {
      var first = SampleHistory()
      for version in versions[..<end] { first.commit(version) }
      let state = first.tracker.state
      let stored = try #require(HistoryTracker(state: state, today: today))
      #expect(stored.state == state)
      #expect(HistoryTracker.lastCommit(ofState: state) == first.tracker.lastCommit)
      #expect(stored.lastCommit == first.tracker.lastCommit)
      var second = SampleHistory(stored)
      for (number, version) in versions.enumerated().dropFirst(end) {
        second.commit(version, day: number)
      }
      #expect(second.lines == whole.lines)
    }
  }

  @Test func aDamagedStateIsIgnored() {
    var history = SampleHistory()
    for version in versions { history.commit(version) }
    let state = history.tracker.state
    for end in state.indices {
      #expect(HistoryTracker(state: Array(state[..<end]), today: today) == nil)
    }
    for place in state.indices {
      for bit in 0..<8 {
        var damaged = state
        damaged[place] ^= 1 << bit
        // Whatever the result, it does not trap.
        _ = HistoryTracker(state: damaged, today: today)?.entries
      }
    }
  }

  @Test func theDaysOfARewrittenHistoryAreStored() throws {
    let old = SampleHistory.of("- [A](https://a.org)\n")
    let state = old.tracker.restarted().state
    var new = SampleHistory(try #require(HistoryTracker(state: state, today: today)))
    new.commit("- [A](https://a.org)\n", day: 30)
    #expect(new.lines == ["A <https://a.org> in : 01-01 added*"])
  }
}
