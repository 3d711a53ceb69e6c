import ListModel
import ListSearch
import Testing

/// Testing one entry agrees with a search.
struct EntryTestTests {
  @Test func itAgreesWithTheSearchOnRandomEntriesAndQueries() throws {
    var random = RandomSearch(seed: 41)
    var matching = 0
    for _ in 0..<400 {
      var builder = CatalogBuilder()
      for (number, entries) in random.lists().enumerated() {
        builder.append(
          AwesomeList(id: ListID("o/list-\(number)"), title: "List"), entries: entries)
      }
      let catalog = builder.catalog()
      let query = Query.parse(self.query(&random), today: Day(clamping: 30))
      guard query.error == nil, !query.isEmpty else { continue }
      var request = SearchRequest(query: query.text, order: .list, today: Day(clamping: 30))
      request.mergesLinks = false
      let found = try #require(Searcher(catalog).search(request)).rows
      let test = EntryTest(query, of: catalog)
      let expected = Set(found.map(\.number))
      for number in 0..<catalog.count {
        let isMet = test.matches(EntryIndex(number)) { EntryTest.UserState() }
        #expect(isMet == expected.contains(number), "\(query.text): \(catalog.titles[number])")
      }
      matching += expected.count
    }
    #expect(matching > 300)
  }

  /// Conditions on words that have to be in the entry, on stars, days and lists.
  private func query(_ random: inout RandomSearch) -> String {
    let terms = (0..<Int.random(in: 1...3, using: &random.generator)).map { _ in
      let word = random.word(upTo: 2)
      return switch Int.random(in: 0..<9, using: &random.generator) {
      case 0: "'\(word)"
      case 1: "!'\(word)"
      case 2: "^\(word)"
      case 3: "\(word)$"
      case 4: "stars:>1"
      case 5: "list:list-1"
      case 6: "'\(word) | stars:2"
      case 7: "category:'\(word)"
      default: "added:>=1970-01-04"
      }
    }
    return terms.joined(separator: " ")
  }

  @Test(arguments: [
    ("is:kept", true), ("is:later", false), ("is:new", true), ("tag:ml", true), ("tag:x", false),
    ("!is:read", true), ("is:paper", false),
  ])
  func userStateTermsAskForMarks(query: String, isMet: Bool) {
    var builder = CatalogBuilder()
    builder.append(
      AwesomeList(id: ListID("o/list"), title: "List"), entries: [Entry(title: "A", url: nil)])
    var state = EntryTest.UserState()
    (state.isBookmarked, state.isNew, state.tags) = (true, true, ["ML infra"])
    let test = EntryTest(Query.parse(query, today: Day(clamping: 30)), of: builder.catalog())
    #expect(test.matches(EntryIndex(0)) { state } == isMet)
  }
}
