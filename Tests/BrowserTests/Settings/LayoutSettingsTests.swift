import Browser
import BrowserScenario
import HeadlessBrowser
import ListSearch
import Testing

/// The settings of panes and rows, as they look on the screen.
struct LayoutSettingsTests {
  private func browser(_ lines: String..., columns: Int = 120, rows: Int = 40) -> Scenario {
    var browser = Scenario(columns: columns, rows: rows, catalog: Sample.twoLists)
    for line in lines { browser.run("set \(line)") }
    return browser
  }

  private func width(_ pane: Pane, _ browser: Scenario) -> Int? {
    browser.state.layout.areas[pane]?.columns
  }

  @Test(arguments: [
    ("facet-width 40", 40), ("facet-width 25%", 30), ("facet-width 5%", 12),
    ("facet-width 90%", 60), ("facet-width&", 28),
  ])
  func thePanesAtTheLeftAreAsWideAsIsSet(line: String, columns: Int) {
    let browser = browser(line)
    #expect(width(.lists, browser) == columns)
    #expect(browser.screen[5].unicodeScalars.firstIndex(of: "│") != nil)
    #expect(Array(browser.screen[5])[columns] == "│")
  }

  @Test func widthsStayBetweenLeastAndMost() {
    #expect(width(.lists, browser("facet-width 60%", "facet-most 34")) == 34)
    #expect(width(.lists, browser("facet-width 10%", "facet-least 20")) == 20)
    #expect(width(.detail, browser("detail right", "detail-width 90%", "detail-most 50")) == 50)
    #expect(width(.detail, browser("detail right", "detail-width 20")) == 20)
    #expect(width(.detail, browser("detail right", "detail-width 50%")) == 45)
  }

  @Test func theDetailBelowIsAsHighAsIsSet() {
    let all = browser().state.layout
    let both = all.contentRows(.entries) + all.contentRows(.detail) + 2
    #expect(browser("detail-height 9").state.layout.contentRows(.detail) == 8)
    #expect(browser("detail-height 50%").state.layout.contentRows(.detail) == both / 2 - 1)
    // However high it is set, entries keep a title and two rows.
    #expect(browser("detail-height 200").state.layout.contentRows(.entries) == 2)
  }

  @Test func panesFollowTheConfiguredOrder() {
    var browser = browser("panes dates lists")
    let facets = browser.screen.map { $0.prefix(28) }
    let dates = facets.firstIndex { $0.contains("Dates") }
    let lists = facets.firstIndex { $0.contains("Lists") }
    #expect(dates == 1 && lists ?? 0 > 1)
    #expect(!facets.contains { $0.contains("Categories") })
    browser.press("h")
    #expect(browser.state.place.focus == .dates)
    browser.press("Tab")
    #expect(browser.state.place.focus == .lists)
    browser.press("g b")
    #expect(browser.screen[1].hasPrefix("─ Dates"))
  }

  @Test func withoutPanesAtTheLeftTheEntriesHaveAllColumns() {
    var browser = browser("panes= ")
    #expect(width(.entries, browser) == 120)
    browser.press("h")
    #expect(browser.state.place.focus == .entries)
  }

  @Test func withoutHintsThePanesGetTheirLine() {
    let with = browser("filter", columns: 80, rows: 24)
    var without = browser("nohints", columns: 80, rows: 24)
    #expect(
      without.state.layout.contentRows(.entries) + without.state.layout.contentRows(.detail)
        == with.state.layout.contentRows(.entries) + with.state.layout.contentRows(.detail) + 1)
    #expect(without.screen.last?.contains("\(without.titles.count)/") == true)
    without.press("1 2 g")
    #expect(without.screen.last?.contains("12g") == true)
    without.press("Esc Esc /")
    without.type("stars:>x")
    #expect(without.screen.last?.hasPrefix(" /stars:>x") == true)
    let words = without.state.place.filterError?.message ?? "no error"
    #expect(without.screen.last?.contains(words) == true)
  }

  @Test func aPageTakesTheLineOfTheHintsAsWell() {
    #expect(browser("nohints").state.pageFrame.rows == browser().state.pageFrame.rows + 1)
  }
}
