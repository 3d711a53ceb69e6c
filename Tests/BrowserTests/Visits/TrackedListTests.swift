import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// A list that is dated by its own history.
struct TrackedListTests {
  private func labels(_ pane: FacetPane) -> [String] {
    pane.rows.map { "\(String(repeating: " ", count: $0.depth))\($0.label) \($0.count)" }
  }

  @Test func removedEntriesAreShownOnlyOnRequest() {
    var browser = Scenario(catalog: Sample.tracked)
    #expect(browser.titles == ["edited", "first", "same-day"])
    #expect(browser.screen[0].contains("3 entries"))
    browser.press("/")
    browser.type("is:removed")
    browser.press("Enter")
    #expect(browser.titles == ["gone"])
    #expect(browser.screen.contains { $0.contains("~gone") })
    #expect(browser.screen.contains { $0.contains("Removed   2023-01-02, Monday") })
    browser.press("Esc")
    #expect(browser.titles.count == 3)
  }

  @Test func aBookmarkOfWhatLeftItsListSaysSo() {
    var browser = Scenario(catalog: Sample.tracked)
    browser.press("/")
    browser.type("is:removed")
    browser.press("Enter b Esc b g b")
    #expect(browser.titles == ["edited", "gone"])
    #expect(!browser.screen.contains { $0.contains("Removed ") })
    browser.press("j")
    #expect(browser.screen.contains { $0.contains("Removed   2023-01-02, Monday") })
  }

  @Test func bulkAdditionsAreFoldedBelowTheirMonth() {
    var browser = Scenario(catalog: Sample.tracked)
    #expect(
      labels(browser.state.place.dates) == [
        "All 3", "2022 3", " March 3", "  Sat 12 1", "  Thu 10 1", "  in bulk 1",
      ])
    browser.press("Tab Tab Tab G")
    #expect(browser.titles == ["first"])
    browser.press("l j")
    #expect(labels(browser.state.place.dates).last == "   Thu 10 1")
    #expect(browser.titles == ["first"])
    browser.press("k k")
    #expect(browser.titles == ["same-day"])
    browser.press("k k")
    #expect(browser.titles == ["edited", "first", "same-day"])
  }

  @Test func otherGroupingsOfDatesHaveNoBulk() {
    var browser = Scenario(catalog: Sample.tracked)
    browser.press("w w")
    #expect(labels(browser.state.place.dates) == ["All 3", "March 2022 3"])
  }

  @Test func aBulkRowStaysWhenNothingMatchesInIt() {
    var browser = Scenario(catalog: Sample.tracked)
    browser.press("Tab Tab Tab G / e d i t e d Enter")
    #expect(browser.titles.isEmpty)
    #expect(browser.state.place.dates.chosen == .bulk(year: 2022, month: 3))
    #expect(labels(browser.state.place.dates).last == "  in bulk 0")
  }

  @Test func theDetailShowsTheHistoryNewestFirstAndThePagesDay() throws {
    let screen = Scenario(columns: 120, rows: 40, catalog: Sample.tracked).screen
    let first = try #require(screen.firstIndex { $0.contains("Added     2022-03-12") })
    #expect(screen[first + 1].contains("the published page says 2022-04-01"))
    let history = try #require(screen.firstIndex { $0.contains("History") })
    #expect(screen[history].contains("History   2022-04-01 edited by Ann: Change edited"))
    #expect(screen[history + 1].contains("          2022-03-12 added by Ann: Change edited"))
  }
}
