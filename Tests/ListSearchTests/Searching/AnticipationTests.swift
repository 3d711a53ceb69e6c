import ListModel
import Testing

@testable import ListSearch

/// Anticipating the next letter makes the results faster and changes nothing else.
struct AnticipationTests {
  private func request(_ query: String) -> SearchRequest {
    SearchRequest(query: query, order: .relevance, today: Day(clamping: 0))
  }

  @Test(arguments: 0..<120)
  func aWordTypedSlowlyFindsTheSameAsAskedForAtOnce(seed: Int) throws {
    var random = RandomSearch(seed: UInt64(seed))
    let naive = random.search()
    let catalog = searchCatalog(naive.lists)
    let searcher = Searcher(catalog)
    var noting = searcher
    noting.leastKnown = 0
    let remembered = SearchCache(noting)
    remembered.prepare()
    // Plain words are anticipated; others must not be affected.
    let plain = String((0..<5).compactMap { _ in "abAB1 ".randomElement(using: &random.generator) })
    for word in [naive.written, plain, "ab " + plain, plain + " !a b"] {
      let scalars = Array(word.unicodeScalars)
      for length in scalars.indices {
        let text = String(String.UnicodeScalarView(scalars[...length]))
        let found = try #require(remembered.search(request(text)))
        #expect(found == searcher.search(request(text)), "\(text.debugDescription)")
        remembered.anticipate(request(text), least: 0)
      }
    }
  }

  @Test func anInterruptedPassCoversTheEntriesItReached() throws {
    let words = ["tensor", "Te", "a test", "net", "tent", "stone", "no"]
    let entries = (0..<9_000).map { number in
      Entry(
        title: words[number % 7], url: "https://\(words[number % 5]).example/\(number)",
        description: words[number % 3] + " text", category: CategoryPath([words[number % 2]]))
    }
    let catalog = searchCatalog([entries])
    let searcher = Searcher(catalog)
    for query in ["te", "ten", "tes", "no", "st"] {
      for blocks in 0...3 {
        let remembered = SearchCache(catalog)
        let before = request(String(query.dropLast()))
        _ = remembered.search(before)
        var left = blocks
        remembered.anticipate(before, least: 0) {
          left -= 1
          return left < 0
        }
        #expect(remembered.search(request(query)) == searcher.search(request(query)))
      }
    }
  }

  @Test func resultsForSomeEntriesAreNotReusedForOthers() throws {
    let catalog = searchCatalog([[Entry(title: "ab"), Entry(title: "abc")]])
    let remembered = SearchCache(catalog)
    var narrowed = request("a")
    narrowed.scope = EntrySet([EntryIndex(0)])
    _ = remembered.search(narrowed)
    remembered.anticipate(narrowed, least: 0)
    #expect(remembered.search(request("ab"))?.rows.count == 2)
    var narrowedMore = narrowed
    narrowedMore.query = "ab"
    #expect(remembered.search(narrowedMore)?.rows.map(\.number) == [0])
  }
}
