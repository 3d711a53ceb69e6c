import ListModel
import ListSearch
import Testing

struct RemovedEntriesTests {
  private let searcher: Searcher = {
    func entry(_ title: String, _ day: Int, bulk: Bool = false, removed: Int? = nil) -> Entry {
      var changes = [Change(kind: .added, day: Day(clamping: day), commit: "a", isBulk: bulk)]
      if let removed {
        changes.append(Change(kind: .removed, day: Day(clamping: removed), commit: "b"))
      }
      return Entry(
        title: title, url: "https://\(title).example", category: CategoryPath(["C"]),
        added: Day(clamping: day),
        history: EntryHistory(changes: changes, isRemoved: removed != nil))
    }
    var builder = CatalogBuilder()
    builder.append(
      AwesomeList(id: ListID("a/tracked"), title: "Tracked"),
      entries: [
        entry("parser", 10, bulk: true), entry("lexer", 10), entry("old-parser", 10, removed: 20),
        entry("old-lexer", 11, removed: 20),
      ])
    return Searcher(builder.catalog())
  }()

  private func search(
    _ query: String, dates: DateSelection? = nil, after previous: SearchResult? = nil
  ) throws -> SearchResult {
    let request = SearchRequest(
      query: query, dates: dates, order: .list, today: Day(clamping: 30))
    return try #require(searcher.search(request, narrowing: previous.map { [$0] } ?? []))
  }

  private func titles(_ result: SearchResult) -> [String] {
    result.rows.map { searcher.catalog.entry($0).title }
  }

  @Test(arguments: [
    ("", ["parser", "lexer"]),
    ("parser", ["parser"]),
    ("'parser", ["parser"]),
    ("-is:removed", ["parser", "lexer"]),
    ("is:removed", ["old-parser", "old-lexer"]),
    ("is:removed parser", ["old-parser"]),
    ("is:removed | lexer", ["lexer", "old-parser", "old-lexer"]),
    ("is:removed added:1970-01-12", ["old-lexer"]),
  ])
  func removedEntriesAreThereOnlyWhereTheyAreAskedFor(query: String, expected: [String]) throws {
    #expect(titles(try search(query)) == expected)
  }

  @Test func countsTellWhatStands() throws {
    let all = try search("")
    #expect(all.total == 2)
    #expect(all.listCounts == [2])
    #expect(all.categoryCounts == [2])
    #expect(all.dayCounts == [DayCount(day: Day(clamping: 10), count: 2, bulk: 1)])
    let removed = try search("is:removed")
    #expect(removed.total == 4)
    #expect(removed.listCounts == [2])
  }

  @Test func askingForRemovedEntriesLooksThroughMoreThanTheQueryBefore() throws {
    let before = try search("parser")
    #expect(titles(try search("parser is:removed", after: before)) == ["old-parser"])
  }

  @Test func additionsInBulkAreADateOfTheirOwn() throws {
    let day = Day(clamping: 10)...Day(clamping: 10)
    #expect(titles(try search("", dates: .days(day))) == ["parser", "lexer"])
    #expect(titles(try search("", dates: .inBulk(day))) == ["parser"])
    #expect(titles(try search("", dates: .singly(day))) == ["lexer"])
  }
}
