import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// Lists without entries can be gone to, and say why they have none.
struct EmptyListTests {
  private func row(_ text: String, _ browser: Scenario) -> String? {
    browser.screen.first { $0.contains(text) }.map { String($0.prefix { $0 != "│" }) }
  }

  @Test func theyAreInTheListsPaneAndFailedOnesAreMarked() {
    let browser = Scenario(catalog: Sample.failed)
    #expect(row("Awesome Broken", browser)?.hasPrefix(" ! Awesome Broken") == true)
    #expect(row("Awesome New", browser)?.hasPrefix("   Awesome New") == true)
    #expect(row("Awesome Broken", browser)?.hasSuffix(" 0 ") == true)
    #expect(browser.screen[0].contains("3 lists"))
  }

  @Test func theReasonReplacesTheEntriesAndTheDetail() {
    var browser = Scenario(catalog: Sample.failed)
    browser.press("g h j")
    let reason = browser.screen.filter { $0.contains("the server is away: try later") }
    #expect(reason.count == 2)
    #expect(reason.last?.contains("Problem") == true)
    browser.press("j")
    #expect(browser.screen.contains { $0.contains("There is no entry in this list yet") })
  }

  @Test func aFilterLeavesThemOutButForTheChosenOne() {
    var browser = Scenario(catalog: Sample.failed)
    browser.press("/ d a t a Enter")
    #expect(row("Awesome Broken", browser) == nil)
    browser.press("Esc g h j / d a t a Enter")
    #expect(row("! Awesome Broken", browser) != nil)
    #expect(browser.screen.contains { $0.contains("No match: Esc clears the filter") })
  }

  @Test func theOnlyListHasItsPaneWhereItFailed() {
    var browser = Scenario(catalog: Sample.onlyFailed)
    #expect(row("! Awesome Broken", browser) != nil)
    #expect(browser.screen.contains { $0.contains("the server is away: try later") })
    browser.press("g h j")
    #expect(browser.screen.contains { $0.contains("Problem") })
    // The next sync went well.
    browser.send(.catalogLoaded(Sample.catalog, checked: nil))
    #expect(!browser.screen.contains { $0.contains(" Lists ") })
    browser.press("j o")
    #expect(browser.selectedTitle == "Understanding Software 2.0")
  }

  @Test func theNarrowestScreenWrapsTheReason() {
    let browser = Scenario(columns: 24, rows: 8, catalog: Sample.onlyFailed)
    let shown = browser.screen.joined(separator: "|")
    #expect(shown.contains("the server is away:") && shown.contains("try later"))
  }
}
