import ListModel
import Testing

@testable import ListPublishing

struct FeedTests {
  @Test func entriesComeNewestFirstWithTheirDays() {
    let feed = feed(
      of: SampleCatalog.of(
        .onPage("Old", "https://old.org", day: 1), .onPage("New", "https://new.org", day: 5)))
    #expect(feed.items.map(\.title) == ["New", "Old"])
    #expect(
      feed.items.map(\.published.rfc3339) == ["2026-01-06T12:00:00Z", "2026-01-02T12:00:00Z"])
    #expect(feed.updated.rfc822 == "Tue, 06 Jan 2026 12:00:00 +0000")
  }

  @Test func aFeedWithoutItemsHasNoTime() {
    #expect(feed(of: SampleCatalog.of()).updated.rfc3339 == "1970-01-01T00:00:00Z")
  }

  @Test func anEditUpdatesAnItemAndKeepsItsPlaceInTime() {
    let feed = feed(
      of: SampleCatalog.of(
        .tracked("A", "https://a.org", [.on(1, .added, time: 1_767_312_000), .on(4, .edited)])))
    #expect(feed.items.map(\.published.rfc3339) == ["2026-01-02T00:00:00Z"])
    #expect(feed.items.map(\.updated.rfc3339) == ["2026-01-05T12:00:00Z"])
  }

  @Test func aBulkEditIsNotNews() {
    let feed = feed(
      of: SampleCatalog.of(
        .tracked("A", "https://a.org", [.on(1, .added), .on(4, .edited, bulk: true)])))
    #expect(feed.items[0].updated == feed.items[0].published)
  }

  @Test func twentyEntriesOfOneDayAreOneItem() {
    let many = (0..<20).map { Entry.onPage("E\($0)", "https://e.org/\($0)", day: 3) }
    var sample = SampleCatalog()
    sample.add("owner/list", many + [.onPage("One", "https://one.org", day: 2)])
    let feed = feed(of: sample.catalog)
    #expect(feed.items.map(\.title) == ["20 entries added", "One"])
    #expect(String(decoding: feed.items[0].content, as: UTF8.self).contains(">E19</a>"))
  }

  @Test func changesAreItemsOfTheirOwn() {
    let catalog = SampleCatalog.of(
      .tracked("A", "https://a.org", [.on(1, .added), .on(4, .removed)], isRemoved: true))
    let feed = feed(of: catalog, unit: .change([.added, .removed]))
    #expect(feed.items.map(\.title) == ["Removed: A", "Added: A"])
    #expect(Set(feed.items.map(\.id)).count == 2)
    #expect(self.feed(of: catalog).items.isEmpty)
  }

  @Test func aDayIsAnItemOnceItIsOver() {
    let catalog = SampleCatalog.of(
      .onPage("A", "https://a.org", day: 1), .onPage("B", "https://b.org", day: 2),
      .onPage("C", "https://c.org", day: 2))
    let feed = feed(of: catalog, unit: .day, today: .sample(2))
    #expect(feed.items.map(\.title) == ["2026-01-02: 1 new entry"])
    let later = self.feed(of: catalog, unit: .day, today: .sample(3))
    #expect(later.items.map(\.title) == ["2026-01-03: 2 new entries", "2026-01-02: 1 new entry"])
    #expect(later.items[1].id == feed.items[0].id)
    let week = self.feed(of: catalog, unit: .week, today: .sample(4))
    #expect(week.items.map(\.title) == ["2026-W01: 3 new entries"])
  }

  @Test func aQueryHasItemsOfItsOwn() {
    let catalog = SampleCatalog.of(.onPage("A", "https://a.org", day: 1))
    let whole = feed(of: catalog)
    var request = FeedRequest(lists: [ListIndex(0)], today: .sample(99))
    request.entries = [EntryIndex(0)]
    request.query = "a"
    var builder = FeedBuilder(catalog: catalog, request: request)
    #expect(builder.feed().items.map(\.id) != whole.items.map(\.id))
  }

  @Test func aLinkInTwoPlacesIsOneItem() {
    let catalog = SampleCatalog.of(
      .onPage("A", "https://a.org", day: 5), .onPage("A again", "http://www.a.org/", day: 1))
    #expect(feed(of: catalog).items.map(\.title) == ["A again"])
  }

  private func feed(
    of catalog: Catalog, unit: FeedRequest.Unit = .entry, today: Day = .sample(99)
  ) -> Feed {
    let lists = (0..<catalog.listCount).map { ListIndex($0) }
    var builder = FeedBuilder(
      catalog: catalog, request: FeedRequest(lists: lists, unit: unit, today: today))
    return builder.feed()
  }
}
