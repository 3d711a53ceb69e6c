import Browser
import BrowserScenario
import HeadlessBrowser
import ListModel
import Testing

/// Commands that act on all marked entries.
struct ActingOnMarkedTests {
  /// A list of as many entries, the newest first.
  private func browser(_ count: Int) -> Scenario {
    var builder = CatalogBuilder()
    builder.append(
      Sample.list,
      entries: (0..<count).map { number in
        Sample.entry(
          "Entry \(number)", "https://e\(number).example", "", ["All"],
          Day(clamping: 19_000 - number).description)
      })
    return Scenario(catalog: builder.catalog())
  }

  @Test func thirtyAreBookmarkedAndUndoneAsOneChange() {
    var browser = browser(40)
    browser.press("30 Space b")
    #expect(browser.file.count == 30)
    #expect(browser.saved.count == 1)
    #expect(browser.state.message?.text == "saved: 30 entries bookmarked")
    browser.press("u")
    #expect(browser.file.count == 0)
    #expect(browser.state.message?.text == "saved: undone: 30 entries bookmarked")
    browser.press("C-r")
    #expect(browser.file.count == 30)
  }

  @Test func bookmarkingMixedMarksAddsBeforeItRemoves() {
    var browser = Scenario()
    browser.press("b 3 Space b")
    #expect(browser.file.count == 3)
    #expect(browser.state.message?.text == "saved: 2 entries bookmarked")
    browser.press("b")
    #expect(browser.file.count == 0)
    #expect(browser.state.message?.text == "saved: 3 entries no longer bookmarked")
    browser.press("s")
    #expect(browser.file.live.allSatisfy { $0.later && !$0.isBookmarked })
    #expect(browser.file.count == 3)
  }

  @Test func entriesWithoutALinkAreLeftOutAndCounted() {
    var browser = Scenario()
    browser.press("C-a b")
    #expect(browser.file.count == 7)
    #expect(
      browser.state.message?.text == "saved: 7 entries bookmarked; 1 without a link left out")
    browser.press("Esc 5 j Space b")
    #expect(browser.state.message?.text == "none of the 1 marked entries has a link to bookmark")
  }

  @Test func tagsAreAddedToAllAndTheSharedOnesCanBeRemoved() {
    var browser = Scenario()
    browser.press("b t")
    browser.type("own shared")
    browser.press("Enter j b t")
    browser.type("shared")
    browser.press("Enter k Space Space t")
    #expect(browser.state.prompt?.line.text == "shared")
    browser.press("C-u")
    browser.type("fresh")
    browser.press("Enter")
    #expect(browser.file.live.map(\.tags) == [["own", "fresh"], ["fresh"]])
    #expect(browser.state.message?.text == "saved: tags of 2 bookmarks")
    browser.press("u")
    #expect(browser.file.live.map(\.tags) == [["own", "shared"], ["shared"]])
  }

  @Test func tagsAreForWhatIsKept() {
    var browser = Scenario()
    browser.press("Space Space t")
    #expect(browser.state.prompt == nil)
    #expect(
      browser.state.message?.text == "none of the 2 marked entries is bookmarked: b bookmarks them")
  }

  @Test func readMarksTheUnreadOnesFirst() {
    var browser = Scenario()
    browser.press("b U j b k Space Space U")
    #expect(browser.file.live.allSatisfy { $0.read != nil })
    #expect(browser.state.message?.text == "saved: 1 bookmark marked read")
    browser.press("U")
    #expect(browser.file.live.allSatisfy { $0.read == nil })
  }

  @Test func copyingWritesALineForEach() {
    var browser = Scenario()
    browser.press("j Space k k Space y y")
    let urls = ["https://dl.acm.org/doi/10.1145/3453478", "https://aimstack.io"]
    #expect(browser.takeEffects() == [.copy(urls.joined(separator: "\n"), name: "2 URLs")])
    browser.press("y m")
    #expect(
      browser.takeEffects() == [
        .copy(
          "[Understanding Software 2.0](\(urls[0]))\n[Aim](\(urls[1]))", name: "2 Markdown links")
      ])
  }

  @Test func openingAsksAboveTen() {
    var browser = browser(20)
    browser.press("1 0 Space o")
    let urls = (0..<11).map { "https://e\($0).example" }
    #expect(browser.takeEffects() == [.openAll(urls: Array(urls[..<10]), opener: nil)])
    browser.press("Space o")
    #expect(browser.takeEffects().isEmpty)
    #expect(browser.screen.contains { $0.contains("open 11 links? (y/n)") })
    browser.press("q")
    #expect(browser.takeEffects().isEmpty)
    #expect(browser.state.question == nil)
    browser.press("o y")
    #expect(browser.takeEffects() == [.openAll(urls: urls, opener: nil)])
    browser.press("O y j Enter")
    #expect(browser.takeEffects() == [.openAll(urls: urls, opener: 1)])
  }

  @Test func theExportHasTheMarkedEntriesBookmarkedOrNot() {
    var browser = Scenario()
    browser.press("b j j b k Space Space :")
    browser.type("export some.html")
    browser.press("Enter")
    guard case .exportBookmarks(let bookmarks, path: "some.html") = browser.takeEffects().first
    else { return #expect(Bool(false), "an export was due") }
    #expect(bookmarks.map(\.title) == ["Understanding Software 2.0", "REVISE"])
    #expect(browser.file.count == 2)
  }
}
