import ListModel
import TestSupport
import Testing

/// Entries that are new since the last visit, in the order in which changes were received.
struct NewEntriesTests {
  private let today = Day(clamping: 20_000)
  private var now: Timestamp { Timestamp(milliseconds: today.number * 86_400_000) }

  private func entry(
    _ name: String, daysAgo: Int, number: Int? = nil, removed: Bool = false
  ) -> Entry {
    var entry = Entry(
      title: name, url: "https://\(name).example", added: today.advanced(by: -daysAgo))
    if let number {
      entry.history = EntryHistory(
        changes: [
          Change(
            kind: .added, day: today.advanced(by: -daysAgo), commit: "\(1_000 + number)aaaaaaaaaa",
            number: number)
        ], isRemoved: removed)
    }
    return entry
  }

  private func catalog(_ lists: [(String, [Entry])]) -> Catalog {
    var builder = CatalogBuilder()
    for (name, entries) in lists {
      builder.append(AwesomeList(id: ListID(name), title: name), entries: entries)
    }
    return builder.catalog()
  }

  /// A page as a library has read it again and again.
  private func page(_ name: String, readings: [[Entry]], since: Int = 5) -> Catalog {
    var last: Catalog?
    for entries in readings {
      var builder = CatalogBuilder()
      builder.append(AwesomeList(id: ListID(name), title: name), entries: entries)
      builder.numberEntries(after: last, now: Timestamp(milliseconds: since))
      last = builder.catalog()
    }
    return last ?? CatalogBuilder().catalog()
  }

  private func new(_ catalog: Catalog, _ seen: Seen) -> [String] {
    let new = NewEntries(in: catalog, seen: seen, today: today)
    return (0..<catalog.count).filter { new.contains(EntryIndex($0)) }.map { catalog.titles[$0] }
  }

  private func visited(_ catalog: Catalog, _ seen: Seen = Seen(), daysAgo: Int = 0) -> Seen {
    var seen = seen
    let moment = Timestamp(milliseconds: now.milliseconds - daysAgo * 86_400_000)
    seen.apply(
      .endVisit(catalog.visits(of: catalog.listIndices, seen: seen, at: moment), at: moment))
    return seen
  }

  @Test func onTheFirstVisitTheLastSevenDaysAreNew() {
    let catalog = catalog([("o/a", [0, 6, 7, 300].map { entry("d\($0)", daysAgo: $0) })])
    #expect(new(catalog, Seen()) == ["d0", "d6"])
    #expect(new(catalog, visited(catalog)) == [])
  }

  @Test func anEntryDatedEarlierButAddedSinceIsNew() {
    let before = [entry("a", daysAgo: 90, number: 1), entry("b", daysAgo: 1, number: 2)]
    let seen = visited(catalog([("o/a", before)]))
    let after = [entry("late", daysAgo: 30, number: 3)] + before
    #expect(new(catalog([("o/a", after)]), seen) == ["late"])
  }

  @Test func ofAPageThatIsReadAgainWhatItDidNotHaveIsNew() {
    let first = [entry("a", daysAgo: 90), entry("b", daysAgo: 80)]
    let seen = visited(page("o/p", readings: [first]))
    let later = page("o/p", readings: [first, [entry("late", daysAgo: 85)] + first])
    #expect(new(later, seen) == ["late"])
    #expect(new(later, visited(later, seen)) == [])
    let third = page("o/p", readings: [first, first + [entry("x", daysAgo: 9)], first])
    #expect(new(third, seen) == [])
  }

  @Test func aRebuiltCacheMarksOnlyLaterEntriesNew() {
    let first = [entry("a", daysAgo: 90), entry("b", daysAgo: 3)]
    let seen = visited(page("o/p", readings: [first]), daysAgo: 2)
    let entries = first + [entry("c", daysAgo: 1), entry("undated", daysAgo: 2)]
    #expect(new(page("o/p", readings: [entries], since: 77), seen) == ["c"])
    // A list that is tracked has the same numbers in each library.
    let tracked = [entry("t", daysAgo: 5, number: 1), entry("late", daysAgo: 30, number: 2)]
    let before = visited(catalog([("o/t", [tracked[0]])]), daysAgo: 2)
    #expect(new(catalog([("o/t", tracked)]), before) == ["late"])
  }

  @Test func aRewrittenHistoryResumesByDay() {
    let seen = visited(catalog([("o/a", [entry("a", daysAgo: 9, number: 7)])]), daysAgo: 2)
    let rewritten = [entry("a", daysAgo: 9, number: 1), entry("b", daysAgo: 1, number: 2)]
    #expect(new(catalog([("o/a", rewritten)]), seen) == ["b"])
  }

  @Test func singleMarksGoBeforeAllElse() {
    let catalog = catalog([
      ("o/a", [entry("a", daysAgo: 1, number: 2), entry("b", daysAgo: 9, number: 1)])
    ])
    var seen = Seen()
    let (a, b) = (LinkKey("a.example"), LinkKey("b.example"))
    func mark(_ entry: LinkKey, seen: Int? = nil, unseen: Int? = nil) -> SeenChange {
      let mark = SeenMark(
        seen: seen.map { Timestamp(milliseconds: $0) },
        unseen: unseen.map { Timestamp(milliseconds: $0) })
      return .mark([EntryMark(list: ListID("o/a"), entry: entry, mark: mark)])
    }
    seen.apply(mark(a, seen: 5))
    #expect(new(catalog, seen) == [])
    seen.apply(mark(b, unseen: 6))
    #expect(new(catalog, seen) == ["b"])
    // A visit does not see restored entries, and stores no redundant marks.
    seen = visited(catalog, seen)
    #expect(new(catalog, seen) == ["b"])
    #expect(seen[ListID("o/a")]?.marks[a] == nil)
    seen.apply(mark(b, seen: now.milliseconds + 1))
    #expect(new(catalog, visited(catalog, seen)) == [])
  }

  /// A file may claim any number of points, each of which would cost a pass over the list.
  @Test func aThousandPointsAreNoMoreWorkThanEight() {
    let entries = (0..<3_000).map { entry("e\($0)", daysAgo: 300, number: $0 + 1) }
    let catalog = catalog([("o/a", entries)])
    func seen(points: Int) -> Seen {
      var list = SeenList(list: ListID("o/a"))
      for number in 0..<points {
        list.points[ChangeOrigin("ffffff\(100_000 + number)")] = SeenPoint(
          number: 300, visited: Timestamp(milliseconds: number))
      }
      return Seen([list])
    }
    func time(_ seen: Seen) -> Double {
      threadSeconds { for _ in 0..<5 { _ = NewEntries(in: catalog, seen: seen, today: today) } }
    }
    let (few, many) = (seen(points: 8), seen(points: 2_000))
    _ = time(few)
    #expect(time(many) < time(few) * 30)
    let visits = catalog.visits(of: catalog.listIndices, seen: many, at: now)
    #expect(visits.first?.outdated.count == 2_000)
  }

  @Test func removedEntriesAreNeverNew() {
    let entries = [entry("gone", daysAgo: 1, number: 1, removed: true)]
    #expect(new(catalog([("o/a", entries)]), Seen()) == [])
  }

  @Test func listsAreCountedAndTheLastVisitIsReported() {
    let catalog = catalog([
      ("o/a", [entry("a", daysAgo: 1)]), ("o/b", [entry("b", daysAgo: 100)]),
      ("o/c", [entry("c", daysAgo: 2), entry("d", daysAgo: 3)]),
    ])
    let news = NewEntries(in: catalog, seen: Seen(), today: today)
    #expect(news.entries.count == 3 && news.listCount == 2 && news.lastVisit == nil)
    #expect(visited(catalog, daysAgo: 4).lastVisit?.day == today.advanced(by: -4))
  }

  @Test func anEntryWhoseLinkWasRepairedIsTheSame() {
    var repaired = entry("a", daysAgo: 90, number: 1)
    repaired.url = "https://elsewhere.example"
    repaired.history?.firstLink = LinkKey("https://a.example")
    let catalog = catalog([("o/a", [repaired])])
    #expect(catalog.identity(of: EntryIndex(0)) == LinkKey("a.example"))
    #expect(catalog.entry(EntryIndex(0)).history?.changes.first?.number == 1)
  }
}
