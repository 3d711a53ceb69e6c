import ListModel
import ListSearch
import TestSupport
import Testing

/// A search without conditions takes from the image what it would find without it.
struct WholeCatalogTests {
  private func catalog(_ random: inout SeededGenerator) -> Catalog {
    var builder = CatalogBuilder()
    for list in 0..<Int.random(in: 1...4, using: &random) {
      let entries = (0..<Int.random(in: 0...40, using: &random)).map { number in
        let day = Day(clamping: 10 + Int.random(in: 0...5, using: &random))
        let isRemoved = Int.random(in: 0...4, using: &random) == 0
        let addition = Change(
          kind: .added, day: day, commit: "a", isBulk: Bool.random(using: &random))
        let removal = Change(kind: .removed, day: day, commit: "b")
        return Entry(
          title: "Entry \(number)",
          url: number % 7 == 0
            ? nil : "https://x.example/\(Int.random(in: 0...30, using: &random))",
          category: CategoryPath(["C\(Int.random(in: 0...3, using: &random))"]),
          added: number % 5 == 0 ? nil : day,
          history: list % 2 == 0
            ? nil
            : EntryHistory(
              changes: isRemoved ? [addition, removal] : [addition], isRemoved: isRemoved))
      }
      builder.append(AwesomeList(id: ListID("o/\(list)"), title: "\(list)"), entries: entries)
    }
    return builder.catalog()
  }

  @Test func theWholeCatalogEqualsASearch() throws {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<rounds(150, soak: 5_000) {
      let catalog = catalog(&random)
      let image = CatalogImage(copying: searchableImage(of: catalog))
      let without = CatalogImage(copying: image.adding([(.wholeRows, []), (.wholeCounts, [])]))
      let (known, found) = (Searcher(Catalog(image)), Searcher(Catalog(without)))
      #expect(!image.section(.wholeCounts).isEmpty && without.section(.wholeCounts).isEmpty)
      for order in SortOrder.allCases {
        for query in ["", "sort:name", "sort:date"] {
          var request = SearchRequest(query: query, order: order, today: Day(clamping: 30))
          request.reversed = Bool.random(using: &random)
          request.mergesLinks = Bool.random(using: &random)
          let new = (0..<catalog.count).filter { _ in Int.random(in: 0...3, using: &random) == 0 }
          request.new = EntrySet(new.map { EntryIndex($0) })
          let result = try #require(known.search(request))
          #expect(result == found.search(request), "\(request)")
          #expect(Array(result.rows) == found.search(request).map { Array($0.rows) })
        }
      }
    }
  }

  @Test func rowsOfADamagedImageAreEntries() throws {
    var random = SeededGenerator(seed: 13)
    let catalog = catalog(&random)
    let image = CatalogImage(copying: searchableImage(of: catalog))
    let damaged = CatalogImage(
      copying: image.adding([(.wholeRows, [.words([0, .max, 3])])]))
    let result = try #require(
      Searcher(Catalog(damaged)).search(SearchRequest(today: Day(clamping: 30))))
    #expect(result.rows.allSatisfy { (0..<catalog.count).contains($0.number) })
    #expect(result.rows.row(of: EntryIndex(3)) == 2)
  }
}
