import ListModel
import Testing

@testable import ListSearch

struct RowOrderTests {
  private func request(
    _ query: String, _ order: SortOrder, reversed: Bool = false, mergesLinks: Bool
  ) -> SearchRequest {
    SearchRequest(
      query: query, order: order, reversed: reversed, mergesLinks: mergesLinks,
      today: Day(clamping: 0))
  }

  @Test(arguments: 0..<20)
  func aLinkIsShownAtItsFirstEntry(seed: Int) throws {
    var random = RandomSearch(seed: UInt64(seed))
    // Occasional longer links, so that some are shared by many and some by none.
    let lists = (0..<12).flatMap { copy in
      random.lists().map { entries in
        entries.map { entry in
          var entry = entry
          entry.url = entry.url.map {
            $0 + (Bool.random(using: &random.generator) ? "\(copy)" : "")
          }
          return entry
        }
      }
    }
    let catalog = searchCatalog(lists)
    let searcher = Searcher(catalog, threads: 2)
    for query in ["", "a", "zz"] {
      for order in SortOrder.allCases {
        for reversed in [false, true] {
          let all = try #require(
            searcher.search(request(query, order, reversed: reversed, mergesLinks: false)))
          let merged = try #require(
            searcher.search(request(query, order, reversed: reversed, mergesLinks: true)))
          var seen: Set<UInt32?> = []
          let expected = all.rows.filter { seen.insert(catalog.sameLinkFirst[$0.number]).inserted }
          #expect(Array(merged.rows) == expected, "\(query) \(order) \(reversed)")
        }
      }
    }
  }

  @Test(arguments: [false, true])
  func topRowsAreOrderedByScoreDayAndPosition(reversed: Bool) throws {
    var entries = (0..<9_000).map {
      Entry(title: "common \($0)", url: "https://a.example/\($0)", added: Day(clamping: $0 % 700))
    }
    let rare: [(place: Int, title: String, day: Int?)] = [
      (8_000, "rare", 5), (40, "so rare", nil), (4_100, "so rare", 9), (70, "so rare", 9),
      (5_000, "rarely", 700), (7_777, "unrare", 3),
    ]
    for (place, title, day) in rare {
      entries[place].title = title
      entries[place].added = day.map { Day(clamping: $0) }
    }
    let searcher = Searcher(searchCatalog([entries]))
    func rows(_ order: SortOrder) throws -> [Int] {
      let request = request("rare", order, reversed: reversed, mergesLinks: true)
      let rows = try #require(searcher.search(request)).rows.map(\.number)
      return reversed ? rows.reversed() : rows
    }
    #expect(try rows(.relevance) == [8_000, 5_000, 70, 4_100, 40, 7_777])
    #expect(try rows(.date) == [5_000, 70, 4_100, 8_000, 7_777, 40])
  }

  @Test(arguments: 0..<10)
  func namesAndStarsOrderEntriesAndEqualsStayNewestFirst(seed: Int) throws {
    var random = RandomSearch(seed: UInt64(seed))
    let beginnings = ["", "awesome-", "awesome-\u{1}", "awesome-list of things", "zeta"]
    let lists = random.lists().map { entries in
      entries.map { entry in
        var entry = entry
        entry.title = (beginnings.randomElement(using: &random.generator) ?? "") + entry.title
        return entry
      }
    }
    let catalog = searchCatalog(lists)
    let searcher = Searcher(catalog)
    func rows(_ order: SortOrder) throws -> [Int] {
      let result = try #require(searcher.search(request("", order, mergesLinks: false)))
      return result.rows.map(\.number)
    }
    let newest = try rows(.date)
    func expected(_ precedes: (Int, Int) -> Bool) -> [Int] {
      newest.enumerated().sorted { left, right in
        if precedes(left.element, right.element) { return true }
        return !precedes(right.element, left.element) && left.offset < right.offset
      }.map(\.element)
    }
    #expect(
      try rows(.name)
        == expected {
          foldedBytes(catalog.titles[$0]).lexicographicallyPrecedes(foldedBytes(catalog.titles[$1]))
        })
    func stars(_ entry: Int) -> Int { catalog.stars(of: EntryIndex(entry))?.count ?? -1 }
    #expect(try rows(.stars) == expected { stars($0) > stars($1) })
  }
}
