import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// A list's text on a category is shown while the cursor is on the category.
struct CategoryDetailTests {
  private var catalog: Catalog {
    var list = AwesomeList(id: ListID("o/n"), title: "L")
    list.categoryTexts = [
      CategoryText(
        category: CategoryPath(["Tools"]), text: "Related: b <https://b.org>\u{1B}[31m\nTry them.")
    ]
    var builder = CatalogBuilder()
    builder.append(
      list,
      entries: [("a", "Tools"), ("c", "Zoo")].map { title, category in
        Entry(
          title: title, url: "https://\(title).example", description: "What \(title) does.",
          category: CategoryPath([category]))
      })
    return builder.catalog()
  }

  private func shows(_ text: String, _ browser: Scenario) -> Bool {
    browser.screen.contains { $0.contains(text) }
  }

  @Test func itsTextStandsInTheDetail() {
    var browser = Scenario(columns: 120, rows: 30, catalog: catalog)
    #expect(!shows("Related:", browser))
    browser.press("h j")
    #expect(shows("Related: b <https://b.org>", browser) && shows("Try them.", browser))
    #expect(!browser.screen.joined().unicodeScalars.contains("\u{1B}"))
    browser.press("l")
    #expect(shows("What a does.", browser) && !shows("Related:", browser))
  }

  @Test func aCategoryWithoutTextShowsItsFirstEntry() {
    var browser = Scenario(columns: 120, rows: 30, catalog: catalog)
    browser.press("h j j")
    #expect(shows("What c does.", browser) && !shows("Related:", browser))
  }
}
