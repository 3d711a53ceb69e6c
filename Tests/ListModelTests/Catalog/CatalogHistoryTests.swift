import ListModel
import Testing

struct CatalogHistoryTests {
  private let page = AwesomeList(id: ListID("a/page"), title: "Page")
  private let tracked = AwesomeList(id: ListID("b/tracked"), title: "Tracked")
  private let pageEntries = [
    Entry(title: "P", url: "https://same.example", added: Day(clamping: 3))
  ]

  private func change(
    _ kind: ChangeKind, _ day: Int, _ commit: String, isBulk: Bool = false
  ) -> Change {
    Change(
      kind: kind, day: Day(clamping: day), commit: commit, author: "Ann",
      subject: "Subject \(commit)",
      isBulk: isBulk)
  }

  private var trackedEntries: [Entry] {
    [
      Entry(
        title: "Stays", url: "https://stays.example", added: Day(clamping: 5),
        history: EntryHistory(changes: [
          change(.added, 5, "c1", isBulk: true), change(.edited, 7, "c2"),
        ])),
      Entry(
        title: "Gone", url: "https://same.example", added: Day(clamping: 5),
        history: EntryHistory(
          changes: [change(.added, 5, "c1", isBulk: true), change(.removed, 9, "c3")],
          isRemoved: true)),
      Entry(
        title: "New", url: "https://new.example", added: Day(clamping: 9),
        history: EntryHistory(changes: [change(.added, 9, "c3")], publishedDay: Day(clamping: 11))),
    ]
  }

  private func packed(_ list: AwesomeList, _ entries: [Entry]) -> Catalog {
    var builder = CatalogBuilder()
    builder.append(list, entries: entries)
    return Catalog(CatalogImage(copying: builder.listsImage()))
  }

  private var catalog: Catalog {
    var builder = CatalogBuilder()
    builder.append(page, entries: pageEntries)
    builder.append(tracked, entries: trackedEntries)
    builder.append(page, entries: pageEntries)
    return builder.catalog()
  }

  @Test func givesBackHistoriesBetweenPagesWithoutAny() {
    let catalog = catalog
    #expect(
      (0..<5).map { catalog.entry(EntryIndex($0)) } == pageEntries + trackedEntries + pageEntries)
    #expect((0..<3).map { catalog.isTracked(ListIndex($0)) } == [false, true, false])
  }

  @Test func joinedListsEqualListsBuiltTogether() {
    var joined = CatalogBuilder()
    joined.append(ListIndex(0), of: packed(page, pageEntries))
    joined.append(ListIndex(0), of: packed(tracked, trackedEntries))
    joined.append(ListIndex(0), of: packed(page, pageEntries))
    let (one, other) = (joined.catalog(), catalog)
    // The bytes are there as long as their catalogs are.
    withExtendedLifetime((one, other)) {
      #expect(one.image.bytes.elementsEqual(other.image.bytes))
    }
  }

  @Test func removedEntriesCountNowhereAndShareNoLink() {
    let catalog = catalog
    #expect(catalog.presentCount == 4)
    #expect((0..<3).map { catalog.presentCount(of: ListIndex($0)) } == [1, 2, 1])
    #expect(catalog.listsWithLink(of: EntryIndex(0)) == [ListIndex(0), ListIndex(2)])
    #expect(catalog.entriesWithLink(of: EntryIndex(2)) == [EntryIndex(2)])
  }

  @Test func aDifferentPublishedDayIsKept() {
    let published = packed(
      AwesomeList(
        id: ListID("b/tracked"), title: "T", description: "Short.", subject: "S", stars: Stars(7)),
      [
        Entry(title: "Stays", url: "http://www.stays.example/", added: Day(clamping: 5)),
        Entry(title: "Gone", url: "https://same.example", added: Day(clamping: 6)),
        Entry(title: "Other", url: "https://other.example", added: Day(clamping: 1)),
      ])
    var builder = CatalogBuilder()
    builder.append(
      ListIndex(0), of: packed(tracked, Array(trackedEntries.dropLast())),
      published: PublishedPage(ListIndex(0), of: published))
    let catalog = builder.catalog()
    #expect(
      (0..<2).map { catalog.history(of: EntryIndex($0))?.publishedDay } == [nil, Day(clamping: 6)])
    #expect(
      catalog.list(ListIndex(0))
        == AwesomeList(
          id: ListID("b/tracked"), title: "Tracked", description: "Short.", subject: "S",
          stars: Stars(7)))
  }

  @Test func removedEntriesAreNotAdditions() {
    let catalog = packed(tracked, trackedEntries + [trackedEntries[1]])
    #expect(catalog.days(of: ListIndex(0)) == Day(clamping: 5)...Day(clamping: 9))
    #expect(catalog.additionsByMonth(of: ListIndex(0)).map(\.count) == [2])
    let gone = packed(tracked, [trackedEntries[0], trackedEntries[1]])
    #expect(gone.days(of: ListIndex(0)) == Day(clamping: 5)...Day(clamping: 5))
  }

  @Test func newsIsNewestFirstAndReportedOncePerLink() {
    let catalog = packed(tracked, trackedEntries + [trackedEntries[2]])
    let news = catalog.news(of: ListIndex(0), since: Day(clamping: 5))
    #expect(
      news.map { "\($0.day.number) \($0.kind) \($0.entry.number)\($0.isBulk ? " bulk" : "")" } == [
        "9 added 2", "9 removed 1", "5 added 0 bulk", "5 added 1 bulk",
      ])
    #expect(catalog.news(of: ListIndex(0), since: Day(clamping: 10)).isEmpty)
  }

  @Test func aSummaryIsNoLongerThanAReaderCanBear() {
    let change = Change(
      kind: .edited, day: Day(clamping: 1), commit: "c", author: "Ann",
      subject: String(repeating: "x", count: 3_000), isBulk: true)
    #expect(
      change.summary == "edited in bulk by Ann: " + String(repeating: "x", count: 199) + "…")
  }

  @Test func bitsOfManyEntriesAreIndependent() {
    let entries = (0..<200).map { number in
      Entry(
        title: "\(number)",
        history: EntryHistory(
          changes: [change(.added, 1, "c", isBulk: number % 3 == 0)], isRemoved: number % 64 == 63))
    }
    let catalog = packed(tracked, entries)
    #expect((0..<200).allSatisfy { catalog.isRemoved(EntryIndex($0)) == ($0 % 64 == 63) })
    #expect((0..<200).allSatisfy { catalog.isBulkAddition(EntryIndex($0)) == ($0 % 3 == 0) })
    #expect(catalog.presentCount(of: ListIndex(0)) == 197)
  }

  @Test func listsFarBehindTheLastRemovedEntryCountAll() {
    var builder = CatalogBuilder()
    builder.append(tracked, entries: trackedEntries)
    for _ in 0..<3 { builder.append(page, entries: Array(repeating: pageEntries[0], count: 70)) }
    let catalog = builder.catalog()
    #expect((0..<4).map { catalog.presentCount(of: ListIndex($0)) } == [2, 70, 70, 70])
    #expect(catalog.presentCount == 212)
  }

  @Test func anImageWithAnyByteChangedOpensAndJoins() {
    let catalog = catalog
    let whole = withExtendedLifetime(catalog) { Array(catalog.image.bytes) }
    for position in whole.indices {
      var damaged = whole
      damaged[position] ^= 0xFF
      let catalog = Catalog(CatalogImage(copying: damaged))
      for index in 0..<min(catalog.count, 1_000) { _ = catalog.entry(EntryIndex(index)) }
      #expect(catalog.presentCount <= catalog.count)
      for index in 0..<min(catalog.listCount, 1_000) {
        #expect(catalog.presentCount(of: ListIndex(index)) >= 0)
      }
      var builder = CatalogBuilder()
      builder.append(ListIndex(1), of: catalog)
      _ = builder.listsImage()
    }
  }
}
