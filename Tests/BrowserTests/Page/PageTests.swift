import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import PageLayout
import Testing

/// Reading the page of a list with keys.
struct PageTests {
  private func browser(_ keys: String, catalog: Catalog = Sample.catalog) -> Scenario {
    var browser = Scenario(catalog: catalog)
    browser.page = { Sample.contents($0, $1) }
    browser.press(keys)
    return browser
  }

  private func line(_ browser: Scenario) -> String {
    guard let page = browser.state.page, let piece = page.page.laid(page.cursor.piece) else {
      return "no page"
    }
    return String(decoding: piece.text(ofLine: page.cursor.line), as: UTF8.self)
  }

  @Test func vOpensThePageAtTheEntryAndLeadsBack() {
    var browser = browser("j j v")
    #expect(browser.selectedTitle == "REVISE")
    #expect(line(browser).hasPrefix("• REVISE"))
    browser.press("v")
    #expect(browser.state.page == nil)
    #expect(browser.selectedTitle == "REVISE")
  }

  @Test func everyEntryOfThePageLeadsToItselfAndBack() {
    var browser = browser("")
    for (row, title) in browser.titles.enumerated() where title != "A talk without a link" {
      browser.press("\(row + 1) G v")
      // Old Paper is in details that are closed at first.
      #expect(line(browser).contains(title), "\(title)")
      browser.press("Enter")
      #expect(browser.state.page == nil && browser.selectedTitle == title)
      #expect(browser.state.place.focus == .detail)
      browser.press("v")
      #expect(line(browser).contains(title), "\(title)")
      browser.press("q")
    }
  }

  @Test func anEntryThatThePageLacksIsSaid() {
    let browser = browser("6 G v")
    #expect(browser.state.message?.text == "the entry is not found in the page")
  }

  @Test func tabGoesFromLinkToLinkAndOOpensIt() {
    var browser = browser("v g g Tab")
    browser.press("o")
    #expect(browser.takeEffects() == [.open(url: "https://site.example", opener: nil)])
    browser.press("Tab Tab o")
    #expect(browser.takeEffects() == [.open(url: "https://aimstack.io", opener: nil)])
    browser.press("S-Tab S-Tab o")
    #expect(browser.takeEffects() == [.open(url: "https://site.example", opener: nil)])
  }

  @Test func anchorsJumpInsideThePage() {
    let browser = browser("v g g Tab Tab Enter")
    #expect(line(browser) == "Talks")
  }

  @Test func hintsFollowAndCopy() {
    var browser = browser("v g g f")
    #expect(browser.state.page?.hints?.labels.isEmpty == false)
    browser.press("a")
    #expect(browser.takeEffects() == [.open(url: "https://site.example", opener: nil)])
    browser.press("y f d")
    #expect(browser.takeEffects() == [.copy("https://aimstack.io", name: "the URL")])
  }

  @Test func sectionsAndFindingMoveTheCursor() {
    var browser = browser("v g g }")
    #expect(line(browser) == "Tooling")
    browser.press("{")
    #expect(line(browser) == "Awesome Sample")
    browser.press("/ l i g h t")
    #expect(browser.state.message?.text == "1 of 2")
    browser.press("Enter n")
    #expect(browser.state.message?.text == "2 of 2")
    browser.press("/ x x Esc")
    #expect(browser.state.page?.search == "light")
  }

  @Test func detailsOpenAndClose() {
    var browser = browser("v / o l d e r Enter")
    #expect(!browser.screen.joined().contains("• Old Paper"))
    browser.press("Enter")
    #expect(browser.screen.joined().contains("• Old Paper"))
    browser.press("Enter")
    #expect(!browser.screen.joined().contains("• Old Paper"))
  }

  @Test func aLinkToAListThatIsFollowedOpensItsPage() {
    var browser = browser("", catalog: Sample.twoLists)
    browser.press("j v / a n o t h e r Space l i s t Enter Tab Tab Enter")
    #expect(browser.state.page?.request.list == ListID("you/awesome-other"))
    browser.press("C-o")
    #expect(browser.state.page?.request.list == ListID("me/awesome-sample"))
  }

  @Test func thePlaceInThePageIsKept() {
    var browser = browser("h v } }")
    let place = line(browser)
    browser.press("q v")
    #expect(line(browser) == place)
  }

  @Test func anUnavailablePageLeavesThePanes() {
    var browser = Scenario()
    browser.press("v")
    #expect(browser.state.page == nil)
    #expect(browser.state.message?.text == "no page is available")
  }
}
