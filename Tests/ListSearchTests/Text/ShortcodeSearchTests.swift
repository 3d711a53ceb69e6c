import ListModel
import ListSearch
import Testing

/// An emoji and its shortcode are found by each other.
struct ShortcodeSearchTests {
  private let today = Day(clamping: 20_000)

  private let searcher: Searcher = {
    var builder = CatalogBuilder()
    builder.append(
      AwesomeList(id: ListID("a/b"), title: "B"),
      entries: [
        Entry(title: ":rocket: One", url: "https://one.example"),
        Entry(title: "Two", url: "https://two.example", description: "Fast 🚀 and :+1:"),
        Entry(
          title: "Three", url: "https://three.example", category: CategoryPath([":rocket: Go"])),
        Entry(title: "Four", url: "https://four.example", description: "👍 ❤️"),
      ])
    return Searcher(builder.catalog())
  }()

  @Test(arguments: [
    ("🚀", ["One", "Two", "Three"]), ("rocket", ["One", "Three"]),
    (":rocket:", ["One", "Two", "Three"]), ("!🚀", ["Four"]), ("!:rocket:", ["Four"]),
    ("title:🚀", ["One"]), ("category:🚀", ["Three"]), ("👍", ["Two", "Four"]),
    (":thumbsup:", ["Two", "Four"]), (":heart:", ["Four"]), ("❤", ["Four"]),
    ("🚀 👍", ["Two"]), ("four | 🚀", ["One", "Two", "Three", "Four"]), ("one | !🚀", ["One", "Four"]),
  ])
  func bothSpellingsAreFound(query: String, titles: [String]) {
    let request = SearchRequest(query: query, order: .relevance, today: today)
    let rows = searcher.search(request)?.rows ?? SearchRows()
    let found = rows.map { searcher.catalog.entry($0).title }
    let wanted = titles.map { $0 == "One" ? ":rocket: One" : $0 }
    #expect(Set(found) == Set(wanted))
  }

  @Test func theShortcodeIsHighlightedWhereItsEmojiWasTyped() {
    let query = Query.parse("🚀", today: today)
    #expect(query.highlights(inTitle: "a :rocket: b") == [2..<10])
  }
}
