import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// The notes to the right of a page about the entries of a line.
struct PageNotesTests {
  /// Lists in HTML, where a line of the page has several entries.
  private static let page = """
    # A list

    ## Links

    <ul><li><a href="https://one.example">One</a> - first</li>\
    <li><a href="https://two.example">Two</a> - second</li></ul>

    <p><a href="https://p.example">Pea</a> - x<br><a href="https://q.example">Queue</a> - y<br></p>

    - [Alone](https://alone.example) - By itself
    """

  private func browser() -> Scenario {
    var browser = Scenario(columns: 140, catalog: Sample.catalog(of: Self.page))
    browser.page = { Sample.contents($0, $1, of: Self.page) }
    browser.press("v g g")
    return browser
  }

  private func row(_ text: String, _ browser: Scenario) -> String {
    browser.screen.last { $0.contains(text) } ?? ""
  }

  @Test func eachEntryOfALineHasItsOwnDay() {
    let browser = browser()
    let catalog = browser.state.place.catalog
    #expect(catalog.count == 5)
    for number in 0..<catalog.count {
      let day = catalog.day(of: EntryIndex(number))?.description ?? "none"
      #expect(row(catalog.titles[number], browser).contains(day), "\(catalog.titles[number])")
    }
  }

  @Test func aBookmarkIsShownAtItsOwnEntry() {
    var browser = browser()
    for (title, text) in [("One", "first"), ("Two", "second"), ("Pea", " x "), ("Queue", " y ")] {
      browser.press("g g /")
      browser.type(title)
      browser.press("Enter b")
      #expect(row(text, browser).contains(" b "), "\(row(text, browser))")
      browser.press("l")
      #expect(browser.selectedTitle == title)
      browser.press("v b")
      #expect(!row(text, browser).contains(" b "))
    }
  }
}
