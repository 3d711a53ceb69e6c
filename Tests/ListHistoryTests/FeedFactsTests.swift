import ListHistory
import ListModel
import Testing

/// The facts that feeds need in addition to an entry's days: its original link, and the commit's
/// second.
struct FeedFactsTests {
  @Test func theFirstLinkIsRememberedWhateverTheEntryLinksToLater() {
    let history = SampleHistory.of(
      "- [A](https://a.org/)\n", "- [A](https://b.org)\n", "- [A](https://a.org)\n",
      "- [A](https://c.org)\n")
    let entry = history.tracker.entries[0].entry
    #expect(entry.url == "https://c.org")
    #expect(entry.history?.firstLink == LinkKey("https://a.org"))
  }

  @Test func anEntryThatNeverChangedItsLinkHasNoOtherFirstOne() {
    let history = SampleHistory.of("- [A](https://a.org)\n", "- [A](http://www.a.org/)\n")
    #expect(history.tracker.entries[0].entry.history?.firstLink == nil)
  }

  @Test func aChangeHasItsCommitsSecond() {
    var history = SampleHistory()
    history.commit([(0, .bytes(Array("- [A](https://a.org)\n".utf8)))], time: 1_577_880_123)
    #expect(history.tracker.entries[0].changes.map(\.time) == [1_577_880_123])
  }

  @Test func anImplausibleTimeIsIgnored() {
    var history = SampleHistory()
    history.commit([(0, .bytes(Array("- [A](https://a.org)\n".utf8)))], time: 5)
    #expect(history.tracker.entries[0].changes.map(\.time) == [nil])
  }

  @Test func theImageAndAStoredStateCarryBoth() throws {
    let history = SampleHistory.of(
      "- [A](https://a.org)\n- [B](https://b.org)\n", "- [A](https://c.org)\n")
    let stored = try #require(
      HistoryTracker(state: history.tracker.state, today: Day(clamping: 20_780)))
    var builder = CatalogBuilder()
    builder.append(
      AwesomeList(id: ListID("o/n"), title: "N"), entries: stored.entries.map(\.entry))
    var joined = CatalogBuilder()
    joined.append(ListIndex(0), of: builder.catalog())
    let catalog = joined.catalog()
    let histories = (0..<2).map { catalog.history(of: EntryIndex($0)) }
    #expect(histories.map { $0?.firstLink } == [LinkKey("https://a.org"), nil])
    #expect(histories[0]?.changes.map(\.time) == [1_577_836_800, 1_577_923_200])
  }
}
