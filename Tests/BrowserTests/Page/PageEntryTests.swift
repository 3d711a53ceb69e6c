import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// What can be done with the entry under the cursor of a page.
struct PageEntryTests {
  private func browser(_ keys: String, columns: Int = 120, rows: Int = 40) -> Scenario {
    var browser = Scenario(columns: columns, rows: rows)
    browser.page = { Sample.contents($0, $1) }
    browser.press(keys)
    return browser
  }

  private func row(_ browser: Scenario, of text: String) -> String {
    browser.screen.first { $0.contains(text) } ?? ""
  }

  @Test(arguments: [(120, 40), (80, 24), (40, 12)])
  func bookmarkingShowsItsSignAndCanBeUndone(columns: Int, rows: Int) {
    var browser = browser("3 G v", columns: columns, rows: rows)
    browser.press("b")
    #expect(browser.state.bookmarks.live.map(\.title) == ["REVISE"])
    #expect(browser.state.message?.text == "saved: bookmarked")
    #expect(row(browser, of: "• REVISE").contains("  b"))
    browser.press("s")
    #expect(row(browser, of: "• REVISE").contains("  bs"))
    browser.press("u u")
    #expect(browser.state.bookmarks.count == 0)
    #expect(!row(browser, of: "• REVISE").contains("  b"))
    browser.press("C-r")
    #expect(row(browser, of: "• REVISE").contains("  b"))
    #expect(browser.state.page != nil)
  }

  @Test func tagsAreTypedInThePage() {
    var browser = browser("3 G v b t")
    browser.type("vision")
    browser.press("Enter")
    #expect(browser.state.bookmarks.live.first?.tags == ["vision"])
    #expect(browser.state.page != nil)
  }

  @Test func aRowWithoutAnEntryCannotBeBookmarked() {
    // A table below the last entry of its section belongs to no entry.
    var browser = browser("v / h e l d Enter b")
    #expect(browser.state.bookmarks.count == 0)
    #expect(browser.state.message?.text == "no entry here")
    browser.press("Enter")
    #expect(browser.state.page != nil)
  }

  @Test func titleURLAndMarkdownOfTheEntryAreCopied() {
    var browser = browser("3 G v y t y m o")
    #expect(
      browser.takeEffects() == [
        .copy("REVISE", name: "the title"),
        .copy("[REVISE](https://github.com/princeton/revise)", name: "the Markdown link"),
        .open(url: "https://github.com/princeton/revise", opener: nil),
      ])
    browser.press("O j Enter")
    #expect(
      browser.takeEffects() == [.open(url: "https://github.com/princeton/revise", opener: 1)])
    #expect(browser.state.page != nil)
  }

  @Test(arguments: ["v", "q"])
  func theDetailLeadsBackToThePageAndThatToTheSameRowAndFilter(key: String) {
    var browser = browser("/ d a t a Enter j")
    let (title, titles) = (browser.selectedTitle, browser.titles)
    browser.press("v / r e v i s e Enter Enter")
    #expect(browser.state.page == nil && browser.selectedTitle == "REVISE")
    #expect(browser.state.place.focus == .detail)
    #expect(browser.screen.last?.contains("q back") == true)
    browser.press(key)
    let entry = browser.state.page?.entry.map { browser.state.place.catalog.entry($0) }
    #expect(entry?.title == "REVISE")
    browser.press(key)
    #expect(browser.state.page == nil)
    #expect(browser.selectedTitle == title && browser.titles == titles)
    #expect(browser.state.place.filter == "data" && browser.state.place.focus == .entries)
  }

  @Test func movingToAnotherEntryLeavesThePage() {
    var browser = browser("3 G v Enter h j q")
    #expect(browser.takeEffects() == [.quit])
  }

  @Test func aListThatIsNotFollowedIsOffered() {
    var browser = browser("v / a n o t h e r Space l i s t Enter Tab Tab Enter")
    #expect(browser.state.prompt?.line.text == "follow you/awesome-other")
    browser.press("Enter")
    #expect(browser.takeEffects() == [.follow("you/awesome-other")])
  }

  @Test func followNamesTheRepositoryUnderTheCursor() {
    var browser = browser("3 G v :")
    browser.type("follow")
    browser.press("Enter")
    #expect(browser.state.prompt?.line.text == "follow princeton/revise")
  }

  /// The page of a list that brought new entries since the last visit.
  private func visit() -> Scenario {
    let items = ["late", "fresh", "old"].map { "- [\($0)](https://\($0).example)\n" }.joined()
    let page =
      "# News\n\n## Tools\n\n\(items)\n## Talks\n\n- [edited](https://edited.example)\n"
    var browser = Scenario(catalog: Sample.afterSync)
    browser.page = { Sample.contents($0, $1, of: page) }
    browser.beginVisit(seen: Sample.seen())
    browser.press("/ f r e s h Enter v")
    return browser
  }

  @Test func newEntriesHaveADotAndAreCounted() {
    var browser = visit()
    #expect(row(browser, of: "• fresh").dropFirst(40).contains("•"))
    #expect(!row(browser, of: "• old").dropFirst(40).contains("•"))
    #expect(browser.screen.contains { $0.prefix(28).contains("Tools") && $0.contains("2• 3") })
    browser.press("U")
    #expect(!row(browser, of: "• fresh").dropFirst(40).contains("•"))
    #expect(browser.screen.contains { $0.prefix(28).contains("Tools") && $0.contains("1• 3") })
    browser.press("k o")
    #expect(!browser.screen.contains { $0.prefix(28).contains("•") })
    #expect(browser.state.page != nil)
  }
}
