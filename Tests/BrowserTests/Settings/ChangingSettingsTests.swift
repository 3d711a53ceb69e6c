import Browser
import BrowserScenario
import HeadlessBrowser
import Settings
import Testing

/// `:set`, and what settings do to the screen.
struct ChangingSettingsTests {
  private func set(_ line: String, in browser: inout Scenario) {
    browser.press(":")
    browser.type("set \(line)")
    browser.press("Enter")
  }

  private func text(_ browser: Scenario) -> String { browser.screen.joined(separator: "\n") }

  @Test(arguments: [
    ("scrolloff 7", "scrolloff 7"), ("scrolloff=7", "scrolloff 7"), ("scrolloff", "scrolloff 3"),
    ("scrolloff?", "scrolloff 3"), ("hints off", "hints off"), ("nohints", "hints off"),
    ("hints", "hints on"), ("detail below", "detail below"),
  ])
  func setReportsTheValue(line: String, message: String) {
    var browser = Scenario()
    set(line, in: &browser)
    #expect(browser.state.message == Message(.information, message))
  }

  @Test(arguments: [
    ("scrolloff 99", "scrolloff takes a number from 0 to 50"),
    ("scrollof 3", "there is no setting scrollof: did you mean scrolloff?"),
    ("theme neon", "theme takes dark=NAME light=NAME, or one of default"),
    ("detail left", "detail takes auto, right, below or hidden"),
  ])
  func errorsAreReportedAndChangeNothing(line: String, message: String) {
    var browser = Scenario()
    let before = browser.state.preferences.settings
    set(line, in: &browser)
    #expect(browser.state.message == Message(.error, message))
    #expect(browser.state.preferences.settings == before)
  }

  @Test func ampersandGoesBackToTheDefault() {
    var browser = Scenario()
    set("scrolloff 0", in: &browser)
    set("scrolloff&", in: &browser)
    #expect(browser.state.message?.text == "scrolloff 3")
  }

  @Test func tabCompletesNamesAndValues() {
    var browser = Scenario()
    browser.press(":")
    browser.type("set det")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "set detail")
    browser.type(" b")
    browser.press("Tab")
    #expect(browser.state.prompt?.line.text == "set detail below")
  }

  @Test func theDetailIsHiddenUntilItIsAskedFor() {
    var browser = Scenario()
    let rows = browser.state.layout.contentRows(.entries)
    browser.press("p")
    #expect(browser.state.layout.areas[.detail] == nil)
    #expect(browser.state.layout.contentRows(.entries) > rows)
    browser.press("l")
    #expect(browser.state.layout.areas[.detail] != nil)
    browser.press("h p")
    #expect(browser.state.layout.contentRows(.entries) == rows)
  }

  @Test func theDetailMovesBesideTheEntriesAndBack() {
    var browser = Scenario()
    browser.press("P")
    #expect(browser.state.layout.arrangement == .columns)
    browser.press("P")
    #expect(browser.state.layout.arrangement == .stacked)
  }

  @Test func rowsShowAges() {
    var browser = Scenario()
    #expect(browser.screen[2].contains("2022-02-11"))
    set("date-format age", in: &browser)
    #expect(!browser.screen[2].contains("2022-"))
    #expect(browser.screen[2].hasSuffix("15mo"))
  }

  @Test func bordersAreDrawnInASCIIOrNotAtAll() {
    var browser = Scenario()
    #expect(text(browser).contains("│"))
    set("borders ascii", in: &browser)
    #expect(!text(browser).contains("│") && text(browser).contains("|"))
    set("borders none", in: &browser)
    #expect(!text(browser).contains("│") && !text(browser).contains("|"))
    #expect(text(browser).contains("▾") || text(browser).contains("▸"))
  }

  @Test func entriesAreSortedAsIsSet() {
    var browser = Scenario()
    set("sort name", in: &browser)
    #expect(browser.titles.first == "A talk without a link")
  }
}
